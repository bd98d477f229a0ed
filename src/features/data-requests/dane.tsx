import { z } from 'zod';
import { Paging, pageOf, sliceOf } from '../../adapters/http/components/pagination.tsx';
import { readNames } from '../../adapters/http/dane/decisions/proposal-rows.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import type { FormState } from '../../adapters/http/forms/context.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { errorSentence } from '../../adapters/http/forms/field.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { requiredText } from '../../adapters/http/forms/schema.ts';
import { UnsavedTexts } from '../../adapters/http/forms/unsaved-input.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { DataRequest } from './feature.ts';

const PATH = '/dane/requests';

/** `/dane/requests`: people's requests about their own data, and the answer to each. */
export const daneDataRequestPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderRequests)
    .form(PATH, 'keep-register', {
      page: renderRequests,
      schema: z.object({ id: requiredText(), answer: requiredText(2000) }),
      act: ({ services, me }, answer) => services.settleDataRequest({ ...answer, actor: me }),
      done: 'data-request-settled',
    });

async function renderRequests(pageRequest: PageRequest) {
  const t = pageRequest.t.dataRequests;
  const { rows, last } = pageOf(await pageRequest.store.readDataRequests(sliceOf(pageRequest)));
  const recipients = rows.map(({ personId }) => ({ kind: 'person' as const, personId }));
  const { nameOf } = await readNames(pageRequest.store, recipients);
  const { on, people } = await pageRequest.services.readRetention();
  const answered = pageRequest.sent?.values['id']?.[0];
  return (
    <DaneLayout section="requests" title={t.title}>
      <p class="lede">{rows.length > 0 ? t.lede : t.none}</p>
      {pageRequest.sent && !rows.some(({ id }) => id === answered) && (
        <UnsavedTexts form={pageRequest.sent} labels={{ answer: t.answer }} />
      )}
      {rows.map((one) => (
        <RequestSection
          {...one}
          name={nameOf({ kind: 'person', personId: one.personId })}
          sent={one.id === answered ? pageRequest.sent : undefined}
        />
      ))}
      <section>
        <h2>{t.retentionTitle}</h2>
        <p>{t.retention(pageRequest.t.day(on), people)}</p>
        <p>
          <a href="/dane/retention">{pageRequest.t.dane.retention.link}</a>
        </p>
      </section>
      <Paging next={last && `${PATH}?${new URLSearchParams({ after: last.id })}`} />
    </DaneLayout>
  );
}

/** A request, and the form for its answer; `sent` is its refused answer. */
function RequestSection(request: DataRequest & { name: string; sent: FormState | undefined }) {
  const { kind, name, madeAt, message, personId } = request;
  const pageContext = usePageContext();
  const t = pageContext.t.dataRequests;
  return (
    <section class="sheet">
      <h2>
        {t.kinds[kind]} · {name}
      </h2>
      <p class="note">{t.made(pageContext.t.moment(madeAt))}</p>
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
  const pageContext = usePageContext();
  const t = pageContext.t.dataRequests;
  const error = sent?.faults['answer'];
  return (
    <Form action={PATH} hidden={{ id }}>
      {sent && <Rejection form={sent} />}
      <div class="field">
        <label for={`answer-${id}`}>{t.answer}</label>
        <textarea
          id={`answer-${id}`}
          name="answer"
          rows={3}
          required
          maxlength={2000}
          aria-invalid={error && 'true'}
          aria-describedby={error && `answer-${id}-fault`}
        >
          {sent?.values['answer']?.[0] ?? ''}
        </textarea>
        {error && (
          <p class="fault" id={`answer-${id}-fault`} role="alert">
            {errorSentence(pageContext.t, error)}
          </p>
        )}
      </div>
      <Submit>
        {t.send} <span class="visually-hidden">{name}</span>
      </Submit>
    </Form>
  );
}
