import type { DataRequest } from '../../../../domain/data-request.ts';
import { faultSentence } from '../../shell/fault-sentence.ts';
import { Refusal } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { TypedBefore } from '../../shell/typed-before.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface DataRequestsView {
  readonly requests: readonly (Pick<DataRequest, 'id' | 'kind' | 'message' | 'madeAt' | 'personId'> & {
    readonly name: string;
  })[];
  readonly nextHref?: string;
  /** The number of people whose facts the next 1 September deletes. */
  readonly retention: { readonly on: string; readonly people: number };
  /** The refused answer to one of the requests. */
  readonly sent?: FormState;
}

/** `/dane/requests`: people's requests about their own data, and the answer to each. */
export function DataRequestsPage({ view }: { view: DataRequestsView }) {
  const frame = useFrame();
  const t = frame.t.dane.requests;
  return (
    <DaneLayout section="requests" title={t.title}>
      <p class="lede">{view.requests.length > 0 ? t.lede : t.none}</p>
      {view.sent && !view.requests.some(({ id }) => id === view.sent?.values['id']?.[0]) && (
        <TypedBefore form={view.sent} labels={{ answer: t.answer }} />
      )}
      {view.requests.map((request) => (
        <section class="sheet">
          <h2>
            {t.kinds[request.kind]} · {request.name}
          </h2>
          <p class="note">{t.made(frame.t.moment(request.madeAt))}</p>
          {request.message && <blockquote class="as-written">{request.message}</blockquote>}
          <p>
            <a href={`/dane/people/${request.personId}`}>
              {t.record} <span class="visually-hidden">{request.name}</span>
            </a>
          </p>
          <AnswerForm request={request} form={view.sent} />
        </section>
      ))}
      <section>
        <h2>{t.retentionTitle}</h2>
        <p>{t.retention(frame.t.day(view.retention.on), view.retention.people)}</p>
        <p>
          <a href="/dane/retention">{frame.t.dane.retention.link}</a>
        </p>
      </section>
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

interface AnswerFormProps {
  readonly request: DataRequestsView['requests'][number];
  readonly form: FormState | undefined;
}

/** There are several on the page, so each field has an id of its own. */
function AnswerForm({ request: { id, name }, form }: AnswerFormProps) {
  const frame = useFrame();
  const t = frame.t.dane.requests;
  const sent = form?.values['id']?.[0] === id ? form : undefined;
  const fault = sent?.faults['answer'];
  return (
    <Form action="/dane/requests" hidden={{ id }}>
      {sent && <Refusal form={sent} />}
      <div class="field">
        <label for={`answer-${id}`}>{t.answer}</label>
        <textarea
          id={`answer-${id}`}
          name="answer"
          rows={3}
          required
          maxlength={2000}
          aria-invalid={fault && 'true'}
          aria-describedby={fault && `answer-${id}-fault`}
        >
          {sent?.values['answer']?.[0] ?? ''}
        </textarea>
        {fault && (
          <p class="fault" id={`answer-${id}-fault`} role="alert">
            {faultSentence(frame.t, fault)}
          </p>
        )}
      </div>
      <button type="submit">
        {t.send} <span class="visually-hidden">{name}</span>
      </button>
    </Form>
  );
}
