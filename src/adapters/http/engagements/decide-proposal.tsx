import type { FormState } from '../forms/context.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { Rejection } from '../forms/inputs.tsx';
import { UnsavedTexts } from '../forms/unsaved-input.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { ReasonField, StateField } from './change-fields.tsx';
import { ChangeStory } from './change-history.tsx';
import type { ChangeRow } from './change-view.ts';

/** A teacher's proposal next to the recorded engagement, with two buttons: accept and refuse. */
export function DecideProposal(props: {
  readonly line: ChangeRow;
  /** The engagement as it is now, in words. */
  readonly current: string;
  readonly seen: string;
  readonly action: string;
  readonly back: string;
  readonly by: 'principal' | 'dane';
  /** The kind of new content that must be confirmed; absent if there is none. */
  readonly bringsNew?: 'missions' | 'correction' | undefined;
  readonly own: boolean;
  readonly form: FormState;
}) {
  const { line, current, seen, action, back, by, bringsNew, own, form } = props;
  const pageContext = usePageContext();
  const { decide, fields } = pageContext.t.changes;
  const isDane = by === 'dane';
  return (
    <>
      <Rejection form={form} />
      <p class="lede">{decide.lede}</p>
      <dl class="facts-list">
        <dt>{decide.now}</dt>
        <dd>{current}</dd>
        <dt>{decide.asked}</dt>
        <dd>
          <ul class="change-list">
            <ChangeStory line={line} />
          </ul>
        </dd>
      </dl>
      {!line.waiting && <UnsavedTexts form={form} labels={{ reason: fields.reason }} />}
      {own ? (
        <p class="notice">{decide.own}</p>
      ) : (
        line.waiting && (
          <Form action={action} form={form} labels={fields} seen={seen}>
            {isDane && bringsNew && <StateField of={bringsNew} />}
            <ReasonField
              isRequired={isDane}
              help={isDane ? fields.reasonDocuments : fields.reasonHelp}
              optional={fields.reasonIfRefused}
            />
            <div class="actions">
              <Submit name="outcome" value="accepted">
                {decide.accept}
              </Submit>
              <Submit name="outcome" value="refused" class="secondary">
                {decide.refuse}
              </Submit>
              <a href={back}>{pageContext.t.forms.cancel}</a>
            </div>
          </Form>
        )
      )}
    </>
  );
}
