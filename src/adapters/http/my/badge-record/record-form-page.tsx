import type { NameChoice } from '../../../../domain/award/award-types.ts';
import { CopyButton } from '../../shell/copy-button.tsx';
import { ChoiceGroup } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

export interface RecordFormView {
  /** The existing record, and whether it has any badge to show. */
  readonly online?: { readonly url: string; readonly isEmpty: boolean };
  /** The forms of the name that at least one badge has. */
  readonly forms: readonly { readonly name: NameChoice; readonly total: number }[];
}

interface RecordFormProps {
  readonly view: RecordFormView;
  readonly form: FormState;
}

/** `/my/record`: a signed record of the person's badges is made, looked at, made again and withdrawn. */
export function RecordFormPage({ view: { online, forms }, form }: RecordFormProps) {
  const t = useFrame().t.badgeRecord.own;
  const choices = forms.map(({ name, total }) => ({ value: name, ...t.forms[name](total) }));
  return (
    <MyLayout page="badges" title={t.title} lede={t.lede}>
      {online && <Online online={online} />}
      {forms.length === 0 ? (
        <p>
          {t.none} <a href="/my/badges">{t.toBadges}</a>
        </p>
      ) : (
        <section aria-labelledby="make">
          <h2 id="make">{online ? t.change : t.make}</h2>
          <Form
            action="/my/record"
            form={form}
            labels={{ name: t.names }}
            submit={online ? t.saveAgain : t.save}
          >
            <ChoiceGroup name="name" label={t.names} help={t.namesHelp} choices={choices} kind="radio" />
          </Form>
        </section>
      )}
      {online && (
        <section aria-labelledby="withdraw">
          <h2 id="withdraw">{t.withdraw}</h2>
          <p>{t.withdrawText}</p>
          <ActButton action="/my/record/withdraw" class="secondary">
            {t.withdraw}
          </ActButton>
        </section>
      )}
    </MyLayout>
  );
}

function Online({ online: { url, isEmpty } }: { online: NonNullable<RecordFormView['online']> }) {
  const { credential, badgeRecord } = useFrame().t;
  const t = badgeRecord.own;
  if (isEmpty) return <p class="notice">{t.empty}</p>;
  return (
    <section class="form">
      <p>{t.shown}</p>
      <input id="record-address" type="text" readonly value={url} aria-label={t.address} />
      <CopyButton field="record-address" label={t.address} words={credential.copyLink} />
      <p>
        <a href={url}>{t.see}</a>
      </p>
      <p class="note">{t.kept}</p>
    </section>
  );
}
