import { z } from 'zod';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../../adapters/http/components/pagination.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { type FormState, isNarrowed } from '../../adapters/http/forms/context.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Filter } from '../../adapters/http/forms/filter.tsx';
import { DateField, Rejection, TextArea } from '../../adapters/http/forms/inputs.tsx';
import { noFields, optionalDate, requiredText, ticked } from '../../adapters/http/forms/schema.ts';
import { UnsavedTexts } from '../../adapters/http/forms/unsaved-input.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { Exchange, readSupport, readSupportNames, SupportState, SupportTable } from './components.tsx';
import { SUPPORT_BOUNDS, SUPPORT_KINDS, SUPPORT_STATES, type SupportRequest } from './feature.ts';

const PATH = '/dane/support';

/** `/dane/support`: people's requests to the DANE. */
export const daneSupportPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderRequests)
    .page(`${PATH}/:id`, 'keep-register', renderRequest)
    .form(`${PATH}/:id`, 'keep-register', {
      page: renderRequest,
      schema: z.object({
        text: requiredText(SUPPORT_BOUNDS.text),
        plannedOn: optionalDate,
        ends: ticked,
      }),
      act: async ({ services, param, me, today }, answer) => {
        if (answer.plannedOn && answer.plannedOn < today) return { faults: { plannedOn: `before:${today}` } };
        await services.answerSupport({ id: param('id'), by: me, side: 'dane', ...answer });
        return undefined;
      },
      done: 'support-answered',
      refusals: { 'request-settled': 409, 'support-full': 409, 'store-conflict': 409 },
    })
    .form(`${PATH}/:id/end`, 'keep-register', {
      page: renderRequest,
      schema: noFields,
      act: ({ services, param, me }) => services.endSupport({ id: param('id'), by: me, side: 'dane' }),
      done: 'support-closed',
      back: PATH,
      refusals: { 'request-settled': 200, 'store-conflict': 200 },
    });

/** The requests of support, the waiting ones first. */
async function renderRequests(pageRequest: PageRequest) {
  const { dane: t, kinds, states } = pageRequest.t.support;
  const { q = '', kind = '', state = '' } = pageRequest.c.req.query();
  const text = q.trim().slice(0, 100);
  const [ofKind] = SUPPORT_KINDS.filter((one) => one === kind);
  const [inState] = SUPPORT_STATES.filter((one) => one === state);
  const { rows, last } = pageOf(
    await pageRequest.store.searchSupportRequests({
      ...sliceOf(pageRequest),
      ...(text && { text }),
      ...(ofKind && { kind: ofKind }),
      ...(inState && { state: inState }),
    }),
  );
  const form = { values: { q: [q], kind: [kind], state: [state] }, faults: {} };
  return (
    <DaneLayout section="support" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Filter
        action={PATH}
        form={form}
        labels={{ ...t, q: t.text }}
        fields={[
          { kind: 'text', name: 'q' },
          {
            kind: 'choice',
            name: 'kind',
            choices: SUPPORT_KINDS.map((value) => ({ value, label: kinds[value] })),
          },
          {
            kind: 'choice',
            name: 'state',
            choices: SUPPORT_STATES.map((value) => ({ value, label: states[value] })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState>{isNarrowed(form) ? t.noneFound : t.none}</EmptyState>
      ) : (
        <SupportTable
          requests={rows}
          names={await readSupportNames(pageRequest, rows)}
          hrefOf={({ id }) => `${PATH}/${id}`}
        />
      )}
      <Paging next={last && `${PATH}?${new URLSearchParams({ q, kind, state, after: last.id })}`} />
    </DaneLayout>
  );
}

/** One request, and the DANE's answer. */
async function renderRequest(pageRequest: PageRequest) {
  const { form } = pageRequest;
  const { dane: t, one, kinds } = pageRequest.t.support;
  const { request, names } = await readSupport(pageRequest);
  const asker = names.nameOf(request.personId);
  return (
    <DaneLayout section="support" title={request.title}>
      <p class="lede">{one.asked(kinds[request.kind], names.schoolOf(request))}</p>
      <Rejection form={form} />
      <p>
        <SupportState {...request} />
      </p>
      <p>
        {asker} ·{' '}
        <a href={`/dane/people/${request.personId}`}>
          {t.record} <span class="visually-hidden">{asker}</span>
        </a>
      </p>
      <Exchange request={request} names={names} />
      {request.state === 'withdrawn' ? (
        <>
          <p class="notice">{t.settled}</p>
          <UnsavedTexts form={form} labels={{ text: t.answer }} />
        </>
      ) : (
        <AnswerForm request={request} form={form} />
      )}
      <p>
        <a href={PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function AnswerForm({ request, form }: { request: SupportRequest; form: FormState }) {
  const t = usePageContext().t.support.dane;
  const action = `${PATH}/${request.id}`;
  const labels = {
    text: t.answer,
    textHelp: t.answerHelp,
    plannedOn: t.planned,
    plannedOnHelp: t.plannedHelp,
  };
  return (
    <>
      <Form action={action} form={form} labels={labels}>
        <TextArea name="text" rows={6} maxlength={SUPPORT_BOUNDS.text} />
        <DateField name="plannedOn" optional />
        <div class="actions">
          <Submit>{t.send}</Submit>
          <Submit name="ends" value="yes" class="secondary">
            {t.sendAndClose}
          </Submit>
        </div>
      </Form>
      {request.state !== 'closed' && (
        <section>
          <p>{t.closeText}</p>
          <ActionButton action={`${action}/end`} class="secondary">
            {t.close}
          </ActionButton>
        </section>
      )}
    </>
  );
}
