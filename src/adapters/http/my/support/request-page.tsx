import { SUPPORT_BOUNDS } from '../../../../domain/support/support-request.ts';
import { Refusal } from '../../shell/fields.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { TextForm } from '../../shell/text-form.tsx';
import { TypedBefore } from '../../shell/typed-before.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { Exchange } from '../../support/exchange.tsx';
import { SupportState } from '../../support/state-word.tsx';
import type { SupportView } from '../../support/support-view.ts';
import { MyLayout } from '../my-layout.tsx';

interface RequestProps {
  readonly view: SupportView;
  readonly form: FormState;
}

/** `/my/support/{id}`: one request, the DANE's answers, a form to add a message, and the end of the
 *  request. */
export function RequestPage({ view, form }: RequestProps) {
  const t = useFrame().t.support.one;
  return (
    <MyLayout page="support" title={view.title}>
      <p class="lede">{t.asked(view.kind, view.school)}</p>
      <Refusal form={form} />
      <p>
        <SupportState line={view} />
      </p>
      <Exchange view={view} own />
      {view.ended && <p class="notice">{t[view.ended]}</p>}
      {view.ended === 'withdrawn' && <TypedBefore form={form} labels={{ text: t.add }} />}
      {view.ended !== 'withdrawn' && (
        <>
          <TextForm
            form={form}
            action={`/my/support/${view.id}`}
            name="text"
            label={t.add}
            help={t.addHelp}
            maxlength={SUPPORT_BOUNDS.text}
            submit={t.send}
          />
          {!view.ended && <End view={view} />}
        </>
      )}
      <p>
        <a href="/my/support">{t.back}</a>
      </p>
    </MyLayout>
  );
}

function End({ view: { id, answered } }: Pick<RequestProps, 'view'>) {
  const t = useFrame().t.support.one;
  const how = answered ? 'close' : 'withdraw';
  return (
    <>
      <p>{t.endText[how]}</p>
      <ActButton action={`/my/support/${id}/end`} class="secondary">
        {t.end[how]}
      </ActButton>
    </>
  );
}
