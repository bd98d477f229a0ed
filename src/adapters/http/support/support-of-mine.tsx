import { z } from 'zod';
import type { Subject } from '../../../domain/access/may.ts';
import {
  SUPPORT_BOUNDS,
  SUPPORT_KINDS,
  type SupportRequest,
} from '../../../domain/support/support-request.ts';
import { typographic } from '../../../texts/grammar.ts';
import { Empty } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { ActButton, Form, Submit } from '../forms/elements.tsx';
import { ChoiceGroup, Refusal, SelectField, TextArea, TextField } from '../forms/inputs.tsx';
import { onceField, onceOf } from '../forms/read-fields.ts';
import { choiceOf, noFields, requiredText, requiredUai } from '../forms/schema.ts';
import { afterDoing } from '../forms/submission.ts';
import { TextForm } from '../forms/textarea.tsx';
import { TypedBefore } from '../forms/unsaved-input.tsx';
import { useFrame } from '../layout/page-context.ts';
import { MyLayout } from '../my/layout.tsx';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { Exchange, readSupport, readSupportNames, SupportState, SupportTable } from './support.tsx';

const PATH = '/my/support';

/** `/my/support`: a person's requests to the DANE, with its answers. */
export const mySupportPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page(PATH, 'keep-own-record', drawRequests)
    .page(`${PATH}/new`, 'keep-own-record', drawAsking)
    .form(`${PATH}/new`, 'keep-own-record', {
      page: drawAsking,
      schema: z.object({
        kind: choiceOf(SUPPORT_KINDS),
        uai: requiredUai,
        title: requiredText(SUPPORT_BOUNDS.title),
        text: requiredText(SUPPORT_BOUNDS.text),
        once: onceField,
      }),
      act: async ({ services, actor, me }, asked) => {
        const own = await services.readOwnSchools(actor);
        if (!own.some(({ uai }) => uai === asked.uai)) return { faults: { uai: 'invalid-choice' } };
        const { id } = await services.askSupport({ personId: me, ...asked });
        return `${PATH}/${id}`;
      },
      done: 'support-asked',
      refusals: { 'support-full': 409 },
    })
    .with(requestPages(deps).routes);

/** One request of the signed-in person. */
function requestPages(deps: AppDeps) {
  const ofAsker = { may: 'keep-own-record', of: askerOf } as const;
  return pagesOf(deps, 'my')
    .page(`${PATH}/:id`, ofAsker, drawRequest)
    .form(`${PATH}/:id`, ofAsker, {
      page: drawRequest,
      schema: z.object({ text: requiredText(SUPPORT_BOUNDS.text) }),
      act: ({ services, param, me }, { text }) =>
        services.answerSupport({ id: param('id'), by: me, side: 'asker', text }),
      done: 'support-answered',
      refusals: { 'request-settled': 409, 'support-full': 409, 'store-conflict': 409 },
    })
    .form(`${PATH}/:id/end`, ofAsker, {
      page: drawRequest,
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

async function askerOf({ store, param }: Visit): Promise<Subject | undefined> {
  const found = await store.readSupportRequest(param('id'));
  return found && { kind: 'person', personId: found.personId };
}

/** The person's requests to the DANE, the newest first. */
async function drawRequests(visit: Visit) {
  const t = visit.t.support;
  const requests = await visit.store.readSupportRequestsOf(visit.me);
  return (
    <MyLayout page="support" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href={`${PATH}/new`}>
          {t.ask}
        </a>
      </p>
      <h2>{t.list}</h2>
      {requests.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <SupportTable
          requests={requests}
          names={await readSupportNames(visit, requests)}
          hrefOf={({ id }) => `${PATH}/${id}`}
          without="by"
          caption={t.list}
        />
      )}
    </MyLayout>
  );
}

/** The subject, the school, and the request in words. The address may propose the subject and the school. */
async function drawAsking({ deps, services, actor, query, sent, t: words }: Visit) {
  const { form: t, kinds, kindHelps } = words.support;
  const schools = await services.readOwnSchools(actor);
  const asked = { kind: SUPPORT_KINDS.filter((one) => one === query('kind')), uai: [query('uai') ?? ''] };
  const form = sent ?? { values: asked, faults: {} };
  return (
    <MyLayout page="support" title={t.heading}>
      <Refusal form={form} />
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
          hidden={{ once: onceOf(deps, form) }}
          aside={<p>{words.support.lede}</p>}
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
async function drawRequest(visit: Visit) {
  const { form } = visit;
  const { one: t, kinds } = visit.t.support;
  const { request, names } = await readSupport(visit);
  const { id, state } = request;
  return (
    <MyLayout page="support" title={request.title}>
      <p class="lede">{t.asked(kinds[request.kind], names.schoolOf(request))}</p>
      <Refusal form={form} />
      <p>
        <SupportState {...request} />
      </p>
      <Exchange request={request} names={names} own />
      {(state === 'closed' || state === 'withdrawn') && <p class="notice">{t[state]}</p>}
      {state === 'withdrawn' ? (
        <TypedBefore form={form} labels={{ text: t.add }} />
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
  const t = useFrame().t.support.one;
  const how = messages.some(({ side }) => side === 'dane') ? 'close' : 'withdraw';
  return (
    <>
      <p>{t.endText[how]}</p>
      <ActButton action={`${PATH}/${id}/end`} class="secondary">
        {t.end[how]}
      </ActButton>
    </>
  );
}
