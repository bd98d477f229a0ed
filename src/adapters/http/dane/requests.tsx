import { z } from 'zod';
import type { DataRequest } from '../../../domain/data-request.ts';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import type { AppDeps } from '../env.ts';
import type { FormState } from '../forms/context.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { faultSentence } from '../forms/field.tsx';
import { Refusal } from '../forms/inputs.tsx';
import { requiredText } from '../forms/schema.ts';
import { TypedBefore } from '../forms/unsaved-input.tsx';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { readNames } from './decisions/proposal-lines.ts';
import { DaneLayout } from './layout.tsx';

const PATH = '/dane/requests';

/** `/dane/requests`: people's requests about their own data, and the answer to each. */
export const dataRequestPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'keep-register', drawRequests)
    .form(PATH, 'keep-register', {
      page: drawRequests,
      schema: z.object({ id: requiredText(), answer: requiredText(2000) }),
      act: ({ services, me }, answer) => services.settleDataRequest({ ...answer, actor: me }),
      done: 'data-request-settled',
    });

async function drawRequests(visit: Visit) {
  const t = visit.t.dane.requests;
  const { rows, last } = pageOf(await visit.store.readDataRequests(sliceOf(visit)));
  const recipients = rows.map(({ personId }) => ({ kind: 'person' as const, personId }));
  const { nameOf } = await readNames(visit.store, recipients);
  const { on, people } = await visit.services.readRetention();
  const answered = visit.sent?.values['id']?.[0];
  return (
    <DaneLayout section="requests" title={t.title}>
      <p class="lede">{rows.length > 0 ? t.lede : t.none}</p>
      {visit.sent && !rows.some(({ id }) => id === answered) && (
        <TypedBefore form={visit.sent} labels={{ answer: t.answer }} />
      )}
      {rows.map((one) => (
        <RequestSection
          {...one}
          name={nameOf({ kind: 'person', personId: one.personId })}
          sent={one.id === answered ? visit.sent : undefined}
        />
      ))}
      <section>
        <h2>{t.retentionTitle}</h2>
        <p>{t.retention(visit.t.day(on), people)}</p>
        <p>
          <a href="/dane/retention">{visit.t.dane.retention.link}</a>
        </p>
      </section>
      <Paging next={last && `${PATH}?${new URLSearchParams({ after: last.id })}`} />
    </DaneLayout>
  );
}

/** A request, and the form for its answer; `sent` is its refused answer. */
function RequestSection(request: DataRequest & { name: string; sent: FormState | undefined }) {
  const { kind, name, madeAt, message, personId } = request;
  const frame = useFrame();
  const t = frame.t.dane.requests;
  return (
    <section class="sheet">
      <h2>
        {t.kinds[kind]} · {name}
      </h2>
      <p class="note">{t.made(frame.t.moment(madeAt))}</p>
      {message && <blockquote class="as-written">{message}</blockquote>}
      <p>
        <a href={`/dane/people/${personId}`}>
          {t.record} <span class="visually-hidden">{name}</span>
        </a>
      </p>
      <AnswerForm {...request} />
    </section>
  );
}

/** There are several on the page, so each field has an id of its own. */
function AnswerForm({ id, name, sent }: { id: string; name: string; sent: FormState | undefined }) {
  const frame = useFrame();
  const t = frame.t.dane.requests;
  const fault = sent?.faults['answer'];
  return (
    <Form action={PATH} hidden={{ id }}>
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
      <Submit>
        {t.send} <span class="visually-hidden">{name}</span>
      </Submit>
    </Form>
  );
}
