import type { SignInDoubt } from '../../../../domain/access/account.ts';
import { FaultSummary } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { PersonField } from '../../shell/named-field.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface DoubtsView {
  readonly doubts: readonly SignInDoubt[];
  readonly nextHref?: string;
  /** The refused form; the name of its field tells the doubt. */
  readonly form: FormState;
}

/** Name of a doubt's address field: the page has one for each doubt. */
export const doubtField = (id: string) => `email-${id}`;

/** `/dane/people/doubts` */
export function DoubtsPage({ view }: { view: DoubtsView }) {
  const frame = useFrame();
  const t = frame.t.dane.people.doubtsPage;
  const labels = Object.fromEntries(view.doubts.map(({ id }) => [doubtField(id), t.email]));
  return (
    <DaneLayout section="doubts" title={t.title}>
      <p class="lede">{view.doubts.length > 0 ? t.lede : t.none}</p>
      <FaultSummary form={view.form} labels={labels} />
      {view.doubts.map((doubt) => (
        <Doubt doubt={doubt} form={view.form} />
      ))}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function Doubt({ doubt, form }: { doubt: SignInDoubt; form: FormState }) {
  const frame = useFrame();
  const t = frame.t.dane.people.doubtsPage;
  const { identity } = doubt;
  const name = [identity.givenName, identity.familyName].filter(Boolean).join(' ') || (identity.email ?? '—');
  return (
    <section class="sheet">
      <h2>{name}</h2>
      <dl class="facts-list">
        <dt>{t.provider}</dt>
        <dd>{frame.t.account.signIn.providers[identity.provider].name}</dd>
        <dt>{frame.t.dane.people.email}</dt>
        <dd>{identity.email ?? '—'}</dd>
        <dt>{t.reason}</dt>
        <dd>{t.reasons[doubt.reason]}</dd>
        <dt>{t.last}</dt>
        <dd>{frame.t.moment(doubt.lastAt)}</dd>
      </dl>
      <Form action="/dane/people/doubts" form={form} hidden={{ id: doubt.id }}>
        <PersonField name={doubtField(doubt.id)} label={t.email} optional />
        <div class="actions">
          <button type="submit" name="act" value="link">
            {t.link} <span class="visually-hidden">{name}</span>
          </button>
          <button type="submit" name="act" value="dismiss" class="secondary">
            {t.dismiss} <span class="visually-hidden">{name}</span>
          </button>
        </div>
      </Form>
    </section>
  );
}
