import { SUPPORT_BOUNDS } from '../../../../domain/support/support-request.ts';
import { DateField, Refusal, TextArea } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import { TypedBefore } from '../../shell/typed-before.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { Exchange } from '../../support/exchange.tsx';
import { SupportState } from '../../support/state-word.tsx';
import type { SupportView } from '../../support/support-view.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface AnswerProps {
  readonly view: SupportView;
  readonly form: FormState;
}

/** `/dane/support/{id}`: one request, and the DANE's answer. */
export function AnswerPage({ view, form }: AnswerProps) {
  const frame = useFrame();
  const { dane: t, one } = frame.t.support;
  return (
    <DaneLayout section="support" title={view.title}>
      <p class="lede">{one.asked(view.kind, view.school)}</p>
      <Refusal form={form} />
      <p>
        <SupportState line={view} />
      </p>
      <p>
        {view.by} ·{' '}
        <a href={`/dane/people/${view.personId}`}>
          {t.record} <span class="visually-hidden">{view.by}</span>
        </a>
      </p>
      <Exchange view={view} />
      {view.ended === 'withdrawn' ? (
        <>
          <p class="notice">{t.settled}</p>
          <TypedBefore form={form} labels={{ text: t.answer }} />
        </>
      ) : (
        <AnswerForm view={view} form={form} />
      )}
      <p>
        <a href="/dane/support">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function AnswerForm({ view, form }: AnswerProps) {
  const t = useFrame().t.support.dane;
  return (
    <>
      <Form action={`/dane/support/${view.id}`} form={form} labels={{ text: t.answer, plannedOn: t.planned }}>
        <TextArea name="text" label={t.answer} help={t.answerHelp} rows={6} maxlength={SUPPORT_BOUNDS.text} />
        <DateField name="plannedOn" label={t.planned} help={t.plannedHelp} optional />
        <div class="actions">
          <button type="submit">{t.send}</button>
          <button type="submit" name="ends" value="yes" class="secondary">
            {t.sendAndClose}
          </button>
        </div>
      </Form>
      {!view.ended && (
        <section>
          <p>{t.closeText}</p>
          <ActButton action={`/dane/support/${view.id}/end`} class="secondary">
            {t.close}
          </ActButton>
        </section>
      )}
    </>
  );
}
