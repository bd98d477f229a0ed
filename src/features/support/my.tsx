import { z } from 'zod';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import {
  ChoiceGroup,
  Rejection,
  SelectField,
  TextArea,
  TextField,
} from '../../adapters/http/forms/inputs.tsx';
import { idempotencyKeyField, idempotencyKeyOf } from '../../adapters/http/forms/read-fields.ts';
import { choiceOf, noFields, requiredText, requiredUai } from '../../adapters/http/forms/schema.ts';
import { afterDoing } from '../../adapters/http/forms/submission.ts';
import { TextForm } from '../../adapters/http/forms/textarea.tsx';
import { UnsavedTexts } from '../../adapters/http/forms/unsaved-input.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { Subject } from '../../domain/access/may.ts';
import { typographic } from '../../texts/grammar.ts';
import { Exchange, readSupport, readSupportNames, SupportState, SupportTable } from './components.tsx';
import { SUPPORT_BOUNDS, SUPPORT_KINDS, type SupportRequest } from './feature.ts';

const PATH = '/my/support';

/** `/my/support`: a person's requests to the DANE, with its answers. */
export const mySupportPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(PATH, 'keep-own-record', renderRequests)
    .page(`${PATH}/new`, 'keep-own-record', renderAsking)
    .form(`${PATH}/new`, 'keep-own-record', {
      page: renderAsking,
      schema: z.object({
        kind: choiceOf(SUPPORT_KINDS),
        uai: requiredUai,
        title: requiredText(SUPPORT_BOUNDS.title),
        text: requiredText(SUPPORT_BOUNDS.text),
        once: idempotencyKeyField,
      }),
      act: async ({ services, actor, me }, requested) => {
        const own = await services.readOwnSchools(actor);
        if (!own.some(({ uai }) => uai === requested.uai)) return { faults: { uai: 'invalid-choice' } };
        const { id } = await services.askSupport({ personId: me, ...requested });
        return `${PATH}/${id}`;
      },
      done: 'support-asked',
      refusals: { 'support-full': 409 },
    })
    .with(requestPages(deps).routes);

/** One request of the signed-in person. */
function requestPages(deps: AppDeps) {
  const ofAsker = { may: 'keep-own-record', of: askerOf } as const;
  return definePages(deps, 'my')
    .page(`${PATH}/:id`, ofAsker, renderRequest)
    .form(`${PATH}/:id`, ofAsker, {
      page: renderRequest,
      schema: z.object({ text: requiredText(SUPPORT_BOUNDS.text) }),
      act: ({ services, param, me }, { text }) =>
        services.answerSupport({ id: param('id'), by: me, side: 'asker', text }),
      done: 'support-answered',
      refusals: { 'request-settled': 409, 'support-full': 409, 'store-conflict': 409 },
    })
    .form(`${PATH}/:id/end`, ofAsker, {
      page: renderRequest,
      schema: noFields,
      act: async ({ services, store, param, me }) => {
        const id = param('id');
        await services.endSupport({ id, by: me, side: 'asker' });
        const ended = await store.readSupportRequest(id);
        return afterDoing(ended?.state === 'withdrawn' ? 'support-withdrawn' : 'support-closed', PATH);
      },
      refusals: { 'request-settled': 200, 'store-conflict': 200 },
    });
}

async function askerOf({ store, param }: PageRequest): Promise<Subject | undefined> {
  const found = await store.readSupportRequest(param('id'));
  return found && { kind: 'person', personId: found.personId };
}

/** The person's requests to the DANE, the newest first. */
async function renderRequests(pageRequest: PageRequest) {
  const t = pageRequest.t.support;
  const requests = await pageRequest.store.readSupportRequestsOf(pageRequest.me);
  return (
    <MyLayout page="support" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href={`${PATH}/new`}>
          {t.ask}
        </a>
      </p>
      <h2>{t.list}</h2>
      {requests.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <SupportTable
          requests={requests}
          names={await readSupportNames(pageRequest, requests)}
          hrefOf={({ id }) => `${PATH}/${id}`}
          without="by"
          caption={t.list}
        />
      )}
    </MyLayout>
  );
}

/** The subject, the school, and the request in words. The address may propose the subject and the school. */
async function renderAsking({ deps, services, actor, query, sent, t: texts }: PageRequest) {
  const { form: t, kinds, kindHelps } = texts.support;
  const schools = await services.readOwnSchools(actor);
  const requested = { kind: SUPPORT_KINDS.filter((one) => one === query('kind')), uai: [query('uai') ?? ''] };
  const form = sent ?? { values: requested, faults: {} };
  return (
    <MyLayout page="support" title={t.heading}>
      <Rejection form={form} />
      {schools.length === 0 ? (
        <>
          <p class="notice">{t.noSchool}</p>
          <p>
            <a class="button" href="/my/engagements/new">
              {t.declare}
            </a>
          </p>
        </>
      ) : (
        <Form
          action={`${PATH}/new`}
          form={form}
          labels={t}
          hidden={{ once: idempotencyKeyOf(deps, form) }}
          aside={<p>{texts.support.lede}</p>}
        >
          <ChoiceGroup
            name="kind"
            kind="radio"
            choices={SUPPORT_KINDS.map((value) => ({ value, label: kinds[value], text: kindHelps[value] }))}
          />
          <SelectField
            name="uai"
            choices={schools.map(({ uai, name, commune }) => ({
              value: uai,
              label: typographic([name, commune].filter(Boolean).join(', ')),
            }))}
          />
          <TextField name="title" maxlength={SUPPORT_BOUNDS.title} />
          <TextArea name="text" rows={8} maxlength={SUPPORT_BOUNDS.text} />
          <Submit cancel={PATH}>{t.send}</Submit>
        </Form>
      )}
    </MyLayout>
  );
}

/** One request, the DANE's answers, a form to add a message, and the end of the request. */
async function renderRequest(pageRequest: PageRequest) {
  const { form } = pageRequest;
  const { one: t, kinds } = pageRequest.t.support;
  const { request, names } = await readSupport(pageRequest);
  const { id, state } = request;
  return (
    <MyLayout page="support" title={request.title}>
      <p class="lede">{t.asked(kinds[request.kind], names.schoolOf(request))}</p>
      <Rejection form={form} />
      <p>
        <SupportState {...request} />
      </p>
      <Exchange request={request} names={names} own />
      {(state === 'closed' || state === 'withdrawn') && <p class="notice">{t[state]}</p>}
      {state === 'withdrawn' ? (
        <UnsavedTexts form={form} labels={{ text: t.add }} />
      ) : (
        <>
          <TextForm
            form={form}
            action={`${PATH}/${id}`}
            name="text"
            label={t.add}
            help={t.addHelp}
            maxlength={SUPPORT_BOUNDS.text}
            submit={t.send}
          />
          {state !== 'closed' && <End {...request} />}
        </>
      )}
      <p>
        <a href={PATH}>{t.back}</a>
      </p>
    </MyLayout>
  );
}

/** Once the DANE has answered, the asker may close the request, but not withdraw it. */
function End({ id, messages }: SupportRequest) {
  const t = usePageContext().t.support.one;
  const how = messages.some(({ side }) => side === 'dane') ? 'close' : 'withdraw';
  return (
    <>
      <p>{t.endText[how]}</p>
      <ActionButton action={`${PATH}/${id}/end`} class="secondary">
        {t.end[how]}
      </ActionButton>
    </>
  );
}
