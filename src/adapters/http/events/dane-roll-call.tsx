import { z } from 'zod';
import { makeSignInPoster } from '../../../application/papers/sign-in-poster.ts';
import { printedCode } from '../../../application/roll-call/codes.ts';
import { isAroundEvent, proposedHours, rollCallState } from '../../../domain/event/roll-call.ts';
import type { Event } from '../../../domain/records.ts';
import { instantInParis } from '../../../domain/time/paris-clock.ts';
import { eventHref, eventRow } from '../components/event-summary.ts';
import { DaneLayout } from '../dane/layout.tsx';
import type { AppDeps } from '../env.ts';
import type { FormState, SentForm } from '../forms/context.ts';
import { ActionButton, Form, Submit } from '../forms/elements.tsx';
import { DateField, TextField } from '../forms/inputs.tsx';
import { noFields, optionalText, requiredDate, requiredTime } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { renderRollCallScreen } from './dane-roll-call-screen.tsx';
import { readEventOf } from './details-page.tsx';

const PATH = '/dane/events/:code/roll-call';

/** `/dane/events/{code}/roll-call`: the roll call, which the DANE opens, projects and prints. */
export function daneRollCallPages(deps: AppDeps) {
  const hrefOf = ({ param }: PageRequest) => `${eventHref(param('code'))}/roll-call`;
  return definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderRollCall)
    .form(PATH, 'keep-register', {
      page: (request) => renderRollCall(request, request.sent),
      schema: z.object({
        day: requiredDate,
        opensAt: requiredTime,
        closesAt: requiredTime,
        seen: optionalText(100),
      }),
      act: async (request, { day, opensAt, closesAt, seen }) => {
        if (closesAt <= opensAt) return { faults: { closesAt: 'end-before-start' } };
        const eventCode = request.param('code');
        const [event] = await request.store.readEvents([eventCode]);
        if (event && !isAroundEvent(event, day)) return { faults: { day: 'not-around-event' } };
        const hours = { opensAt: instantInParis(day, opensAt), closesAt: instantInParis(day, closesAt) };
        const latest = await request.store.readLatestRollCall(eventCode);
        const replaced = latest?.madeAt === seen ? latest?.secret : undefined;
        await request.services.openRollCall({ eventCode, ...hours, seen: replaced, actor: request.me });
        return undefined;
      },
      done: 'sheet-opened',
      back: hrefOf,
    })
    .page(`${PATH}/screen`, 'keep-register', renderRollCallScreen)
    .page(`${PATH}/poster.pdf`, 'keep-register', renderPoster)
    .form(`${PATH}/closing`, 'keep-register', {
      page: renderRollCall,
      schema: noFields,
      act: ({ services, param, me }) => services.closeRollCall(param('code'), me),
      done: 'sheet-closed',
      back: hrefOf,
    });
}

/** The latest roll call, and the form that opens one. `sent` is that form, where it was refused. */
async function renderRollCall(request: PageRequest, sent?: SentForm) {
  const { store, ports } = request;
  const { moment, dane } = request.t;
  const t = dane.data.sheet;
  const event = await readEventOf(request);
  const rollCall = await store.readLatestRollCall(event.code);
  const { href, title } = eventRow(request.wording, event);
  const state = rollCall && rollCallState(rollCall, ports.clock.now());
  const live = state === 'closed' ? undefined : rollCall;
  const form = sent ?? { values: await proposedValues(request, event), faults: {} };
  return (
    <DaneLayout section="events" title={t.title(title)}>
      {live && <p class="lede">{t.lede}</p>}
      {rollCall && state ? (
        <p>
          <strong>{t.states[state](moment(state === 'early' ? rollCall.opensAt : rollCall.closesAt))}</strong>
        </p>
      ) : (
        <p class="notice">{t.none}</p>
      )}
      {live && <LiveActions path={`${href}/roll-call`} />}
      <section class="no-print">
        <h2>{rollCall ? t.openAgain : t.open}</h2>
        {rollCall && <p>{t.openText}</p>}
        <OpenForm action={`${href}/roll-call`} form={form} seen={live?.madeAt} />
      </section>
      <p class="no-print">
        <a href={href}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The event's first day, or today once it has begun, with the event's hours. */
async function proposedValues({ store, today }: PageRequest, event: Event) {
  const [details = {}] = await store.readEventDetails([event.code]);
  const day = event.startsOn <= today ? today : event.startsOn;
  const { opensAt, closesAt } = proposedHours(event, details, day);
  return { day: [day], opensAt: [opensAt], closesAt: [closesAt] };
}

/** What the DANE does with a roll call that has not closed. `path` is its page. */
function LiveActions({ path }: { path: string }) {
  const t = usePageContext().t.dane.data.sheet;
  return (
    <>
      <p>{t.printedText}</p>
      <div class="actions">
        <a class="button" href={`${path}/screen`}>
          {t.project}
        </a>
        <a class="button-secondary" href={`${path}/poster.pdf`}>
          {t.poster}
        </a>
        <ActionButton action={`${path}/closing`} around="no-print" class="secondary">
          {t.close}
        </ActionButton>
      </div>
    </>
  );
}

function OpenForm({
  action,
  form,
  seen,
}: {
  action: string;
  form: FormState;
  /** The instant at which the open roll call was made, which a new one closes. */
  seen: string | undefined;
}) {
  const t = usePageContext().t.dane.data.sheet;
  return (
    <Form action={action} form={form} labels={t} seen={seen}>
      <div class="field-row">
        <DateField name="day" />
        <TextField name="opensAt" help={t.timeHelp} type="time" />
        <TextField name="closesAt" help={t.timeHelp} type="time" />
      </div>
      <Submit class={seen === undefined ? undefined : 'secondary'}>{t.openButton}</Submit>
    </Form>
  );
}

/** The poster of the roll call, with the code of the printed sheet. */
async function renderPoster({ c, deps, ports, store, param }: PageRequest) {
  const code = param('code');
  const [[event], rollCall] = await Promise.all([store.readEvents([code]), store.readLatestRollCall(code)]);
  if (!event || !rollCall) return c.notFound();
  const poster = makeSignInPoster(
    { event, signInAddress: `${ports.origin}${printedCode(rollCall)}` },
    { issuerName: ports.issuer.name, madeAt: ports.clock.now() },
  );
  const bytes = await deps.drawer.drawPdf(poster);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf' });
}
