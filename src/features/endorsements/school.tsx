import type { FormState } from '../../adapters/http/forms/context.ts';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { TextArea } from '../../adapters/http/forms/inputs.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';

/** The principal's words for a person's badges: offered, replaced, withdrawn. */
export function EndorsementPart({
  view: { action, said },
  form,
}: {
  view: {
    action: string;
    /** Absent if there are none. */
    said?: { comment: string; state: 'offered' | 'declined' | 'added'; offeredAt: string };
  };
  form: FormState;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.endorsements.school;
  const shown = form.values['comment'] ? form : { ...form, values: { comment: [''] } };
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t.title}</h2>
      <p>{t.text}</p>
      {said && (
        <>
          <blockquote>{said.comment}</blockquote>
          <p class="note">{t.states[said.state](pageContext.t.day(said.offeredAt))}</p>
        </>
      )}
      {said?.state !== 'added' && (
        <Form
          action={action}
          form={shown}
          labels={{ comment: t.comment }}
          submit={said ? t.offerAgain : t.offer}
        >
          <TextArea
            name="comment"
            label={t.comment}
            help={`${t.commentHelp} ${t.rules}`}
            rows={3}
            maxlength={300}
          />
        </Form>
      )}
      {said && (
        <>
          {said.state === 'added' && <p>{t.withdrawText}</p>}
          <ActionButton action={`${action}/remove`} class="secondary">
            {t.withdraw}
          </ActionButton>
        </>
      )}
    </section>
  );
}
