import { raw } from 'hono/html';
import { z } from 'zod';
import { makeSignInPoster } from '../../../application/papers/sign-in-poster.ts';
import { isAroundEvent, type RollCall, rollCallState } from '../../../domain/event/roll-call.ts';
import { instantInParis } from '../../../domain/time/paris-clock.ts';
import { eventHref, eventRow } from '../components/event-summary.ts';
import { qrSvg } from '../components/qr-code.ts';
import { DaneLayout } from '../dane/layout.tsx';
import type { AppDeps } from '../env.ts';
import type { FormState } from '../forms/context.ts';
import { ActionButton, Form, Submit } from '../forms/elements.tsx';
import { DateField, TextField } from '../forms/inputs.tsx';
import { noFields, optionalText, requiredDate, requiredTime } from '../forms/schema.ts';
import type { SentForm } from '../forms/submission.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { readEventOf } from './details-page.tsx';

const PATH = '/dane/events/:code/roll-call';

/** `/dane/events/{code}/roll-call`: the roll call, which the DANE opens and shows. */
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
        await request.services.openRollCall({ eventCode, ...hours, seen, actor: request.me });
        return undefined;
      },
      done: 'sheet-opened',
      back: hrefOf,
    })
    .page(`${PATH}/poster.pdf`, 'keep-register', renderPoster)
    .form(`${PATH}/closing`, 'keep-register', {
      page: renderRollCall,
      schema: noFields,
      act: ({ services, param, me }) => services.closeRollCall(param('code'), me),
      done: 'sheet-closed',
      back: hrefOf,
    });
}

/** The latest roll call, to be projected or printed. `sent` is the form that opens one, where it was refused. */
async function renderRollCall(request: PageRequest, sent?: SentForm) {
  const { store, ports, today } = request;
  const { moment, dane } = request.t;
  const t = dane.data.sheet;
  const event = await readEventOf(request);
  const rollCall = await store.readLatestRollCall(event.code);
  const { href, title } = eventRow(request.wording, event);
  const state = rollCall && rollCallState(rollCall, ports.clock.now());
  const live = state === 'closed' ? undefined : rollCall;
  // The event's first day, or today once it has begun.
  const hasBegun = event.startsOn <= today;
  const day = hasBegun ? today : event.startsOn;
  const first = { day: [day], opensAt: ['08:00'], closesAt: ['18:00'] };
  const form = sent ?? { values: first, faults: {} };
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
      {live && <Code href={href} {...(await addressOf(request, live))} />}
      <section class="no-print">
        <h2>{rollCall ? t.openAgain : t.open}</h2>
        {rollCall && <p>{t.openText}</p>}
        <OpenForm action={`${href}/roll-call`} form={form} seen={live?.secret} />
      </section>
      <p class="no-print">
        <a href={href}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The address of a roll call, also as a QR code. */
async function addressOf({ ports }: PageRequest, { secret }: RollCall) {
  const address = `${ports.origin}/roll-call/${secret}`;
  return { address, qr: await qrSvg(address) };
}

function Code({ href, address, qr }: { href: string } & Awaited<ReturnType<typeof addressOf>>) {
  const t = usePageContext().t.dane.data.sheet;
  return (
    <>
      <div class="sign-in-code" role="img" aria-label={t.code}>
        {raw(qr)}
      </div>
      <p>
        {t.address} <strong class="address">{address}</strong>
      </p>
      <p class="no-print">
        <a href={`${href}/roll-call/poster.pdf`}>{t.poster}</a>
      </p>
      <ActionButton action={`${href}/roll-call/closing`} around="no-print" class="secondary">
        {t.close}
      </ActionButton>
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
  /** The roll call that is open, which a new one closes. */
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

/** The poster of the roll call: the same code as on the screen, but larger. */
async function renderPoster({ c, deps, ports, store, param }: PageRequest) {
  const code = param('code');
  const [[event], rollCall] = await Promise.all([store.readEvents([code]), store.readLatestRollCall(code)]);
  if (!event || !rollCall) return c.notFound();
  const poster = makeSignInPoster(
    { event, signInAddress: `${ports.origin}/roll-call/${rollCall.secret}` },
    { issuerName: ports.issuer.name, madeAt: ports.clock.now() },
  );
  const bytes = await deps.drawer.drawPdf(poster);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf' });
}
