import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { makeSignInPoster } from '../../../../application/papers/sign-in-poster.ts';
import { isAroundEvent, rollCallState } from '../../../../domain/event/roll-call.ts';
import type { Event } from '../../../../domain/records.ts';
import { instantInParis } from '../../../../domain/time/paris-time.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { eventHref, eventLine } from '../../shell/event-line.ts';
import { optionalText, requiredDate, requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { qrSvg } from '../../shell/qr.ts';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import type { FormState } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { SheetPage } from './roll-call-page.tsx';

const time = requiredText(5).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), {
  message: 'invalid-time',
});
const rollCallForm = z.object({
  day: requiredDate,
  opensAt: time,
  closesAt: time,
  seen: optionalText(100),
});

/** `/dane/events/{code}/sheet`: the sign-in sheet, which the DANE opens and shows. */
export function rollCallRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/events/:code/sheet', ...keeps, (c) => answerRollCall(c, deps))
    .post(
      '/dane/events/:code/sheet',
      ...keeps,
      takeForm(deps, {
        schema: rollCallForm,
        show: (c, sent) => answerRollCall(c, deps, sent),
        act: async (c, { day, opensAt, closesAt, seen }) => {
          if (closesAt <= opensAt) return { faults: { closesAt: 'end-before-start' } };
          const eventCode = c.req.param('code') ?? '';
          const [event] = await ports.store.readEvents([eventCode]);
          if (event && !isAroundEvent(event, day)) return { faults: { day: 'not-around-event' } };
          const hours = { opensAt: instantInParis(day, opensAt), closesAt: instantInParis(day, closesAt) };
          await services.openRollCall({ eventCode, ...hours, seen, actor: c.var.signedIn.actor.personId });
          return afterDoing('sheet-opened', `${eventHref(eventCode)}/sheet`);
        },
      }),
    )
    .get('/dane/events/:code/sheet/poster.pdf', ...keeps, (c) => answerPoster(c, deps))
    .post(
      '/dane/events/:code/sheet/closing',
      ...keeps,
      takeForm(deps, {
        schema: z.object({}),
        show: (c) => answerRollCall(c, deps),
        act: async (c) => {
          const code = c.req.param('code') ?? '';
          await services.closeRollCall(code, c.var.signedIn.actor.personId);
          return afterDoing('sheet-closed', `${eventHref(code)}/sheet`);
        },
      }),
    );
}

async function answerRollCall(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store, clock, origin } = deps.ports;
  const [event] = await store.readEvents([c.req.param('code') ?? '']);
  if (!event) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const rollCall = await store.readLatestRollCall(event.code);
  const frame = workspaceFrame(c, deps, 'dane');
  const now = clock.now();
  const address = rollCall && `${origin}/sheet/${rollCall.secret}`;
  const view = {
    line: eventLine(frame, event),
    ...(rollCall &&
      address && {
        rollCall: {
          state: rollCallState(rollCall, now),
          opens: frame.t.moment(rollCall.opensAt),
          closes: frame.t.moment(rollCall.closesAt),
          address,
          secret: rollCall.secret,
          qr: await qrSvg(address),
        },
      }),
    form: sent ?? firstForm(event, localDateInParis(now)),
  };
  return answerPage(c, frame, <SheetPage view={view} />, sent?.status);
}

/** The poster of the sheet: the same code as on the screen, but larger. */
async function answerPoster(c: Context<AppEnv>, { drawer, ports }: AppDeps) {
  const { store, clock, origin, issuer } = ports;
  const code = c.req.param('code') ?? '';
  const [[event], rollCall] = await Promise.all([store.readEvents([code]), store.readLatestRollCall(code)]);
  if (!event || !rollCall) return c.notFound();
  const poster = makeSignInPoster(
    { event, signInAddress: `${origin}/sheet/${rollCall.secret}` },
    { issuerName: issuer.name, madeAt: clock.now() },
  );
  const bytes = await drawer.drawPdf(poster);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf' });
}

/** The event's first day, or today once it has begun. */
function firstForm({ startsOn }: Event, today: string): FormState {
  const day = startsOn > today ? startsOn : today;
  return { values: { day: [day], opensAt: ['08:00'], closesAt: ['18:00'] }, faults: {} };
}
