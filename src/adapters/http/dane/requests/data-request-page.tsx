import type { DataRequest } from '../../../../domain/data-request.ts';
import { Form } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface DataRequestsView {
  readonly requests: readonly (Pick<DataRequest, 'id' | 'kind' | 'message' | 'madeAt' | 'personId'> & {
    readonly name: string;
  })[];
  readonly nextHref?: string;
}

/** `/dane/requests`: people's requests about their own data, and the answer to each. */
export function DataRequestsPage({ view }: { view: DataRequestsView }) {
  const frame = useFrame();
  const t = frame.t.dane.requests;
  return (
    <DaneLayout section="requests" title={t.title}>
      <p class="lede">{view.requests.length > 0 ? t.lede : t.none}</p>
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
          <Form action="/dane/requests" hidden={{ id: request.id }}>
            <div class="field">
              <label for={`answer-${request.id}`}>{t.answer}</label>
              <textarea id={`answer-${request.id}`} name="answer" rows={3} required maxlength={2000} />
            </div>
            <button type="submit">
              {t.send} <span class="visually-hidden">{request.name}</span>
            </button>
          </Form>
        </section>
      ))}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}
