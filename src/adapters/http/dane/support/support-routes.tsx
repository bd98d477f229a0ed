import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { SUPPORT_BOUNDS, SUPPORT_KINDS, SUPPORT_STATES } from '../../../../domain/support/support-request.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { optionalDate, requiredText, ticked } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { supportLines, supportView } from '../../support/support-view.ts';
import { AnswerPage } from './answer-page.tsx';
import { SupportQueuePage } from './support-page.tsx';

const PAGE_SIZE = 50;
const answerForm = z.object({
  text: requiredText(SUPPORT_BOUNDS.text),
  plannedOn: optionalDate,
  ends: ticked,
});

/** `/dane/support`: people's requests to the DANE. */
export function daneSupportRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const ours = (c: Context<AppEnv>) => ({
    ...{ id: c.req.param('id') ?? '', by: c.var.signedIn.actor.personId },
    side: 'dane' as const,
  });
  const show = (c: Context<AppEnv>, sent?: ShownForm) => showRequest(c, deps, sent);
  return new Hono<AppEnv>()
    .get('/dane/support', ...guards, (c) => showQueue(c, deps))
    .get('/dane/support/:id', ...guards, (c) => show(c))
    .post(
      '/dane/support/:id',
      ...guards,
      takeForm(deps, {
        schema: answerForm,
        show,
        act: async (c, { text, plannedOn, ends }) => {
          const today = localDateInParis(ports.clock.now());
          if (plannedOn && plannedOn < today) return { faults: { plannedOn: `before:${today}` } };
          await services.answerSupport({ ...ours(c), text, plannedOn, ends });
          return afterDoing('support-answered', `/dane/support/${c.req.param('id')}`);
        },
        refusals: { 'request-settled': 409, 'support-full': 409, 'store-conflict': 409 },
      }),
    )
    .post(
      '/dane/support/:id/end',
      ...guards,
      takeForm(deps, {
        schema: z.object({}),
        show,
        act: async (c) => {
          await services.endSupport(ours(c));
          return afterDoing('support-closed', '/dane/support');
        },
        refusals: { 'request-settled': 200, 'store-conflict': 200 },
      }),
    );
}

async function showQueue(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const { q = '', kind = '', state = '', after } = c.req.query();
  const text = q.trim().slice(0, 100);
  const [ofKind] = SUPPORT_KINDS.filter((one) => one === kind);
  const [inState] = SUPPORT_STATES.filter((one) => one === state);
  const found = await store.searchSupportRequests({
    limit: PAGE_SIZE + 1,
    ...(text && { text }),
    ...(ofKind && { kind: ofKind }),
    ...(inState && { state: inState }),
    ...(after && { after }),
  });
  const lines = await supportLines(store, found.slice(0, PAGE_SIZE), frame.t);
  const last = found.length > PAGE_SIZE ? lines.at(-1)?.id : undefined;
  const next = last && `/dane/support?${new URLSearchParams({ q, kind, state, after: last })}`;
  const form = { values: { q: [q], kind: [kind], state: [state] }, faults: {} };
  return answerPage(c, frame, <SupportQueuePage lines={lines} form={form} nextHref={next} />);
}

async function showRequest(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const request = await store.readSupportRequest(c.req.param('id') ?? '');
  const view = request && (await supportView(store, request, frame.t));
  if (!view) return answerError(c, deps, { kind: 'not-found', status: 404 });
  return answerPage(c, frame, <AnswerPage view={view} form={sent ?? EMPTY_FORM} />, sent?.status);
}
