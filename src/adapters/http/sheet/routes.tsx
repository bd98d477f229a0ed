import { type Context, Hono } from 'hono';
import { type RollCall, rollCallState } from '../../../domain/event/roll-call.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { eventLine } from '../shell/event-line.ts';
import { answerError, answerPage } from '../shell/page-answer.tsx';
import { afterDoing } from '../shell/take-form.ts';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { RollCallVisitPage } from './sheet-page.tsx';

/** `/sheet/{secret}`: where people state, during an event, that they are present. */
export function rollCallRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const signs = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/sheet/:secret', ...signs, async (c) => {
      const rollCall = await ports.store.readRollCall(c.req.param('secret'));
      return rollCall
        ? answerVisit(c, deps, rollCall)
        : answerError(c, deps, { kind: 'not-found', status: 404 });
    })
    .post('/sheet/:secret', ...signs, async (c) => {
      const secret = c.req.param('secret');
      await services.signRollCall(secret, c.var.signedIn.actor.personId);
      return c.redirect(afterDoing('present', `/sheet/${encodeURIComponent(secret)}`), 303);
    });
}

async function answerVisit(c: Context<AppEnv>, deps: AppDeps, rollCall: RollCall) {
  const { store, clock } = deps.ports;
  const { personId } = c.var.signedIn.actor;
  const [events, attendances] = await Promise.all([
    store.readEvents([rollCall.eventCode]),
    store.readAttendances([personId]),
  ]);
  const [event] = events;
  if (!event) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const frame = workspaceFrame(c, deps);
  const isPresent = attendances.some(
    ({ eventCode, proof }) => eventCode === rollCall.eventCode && proof >= 1,
  );
  const view = {
    line: eventLine(frame, event),
    state: isPresent ? ('present' as const) : rollCallState(rollCall, clock.now()),
    opens: frame.t.moment(rollCall.opensAt),
    action: `/sheet/${encodeURIComponent(rollCall.secret)}`,
  };
  return answerPage(c, frame, <RollCallVisitPage view={view} />);
}
