import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readNames } from '../decisions/decision-views.ts';
import { DataRequestsPage } from './data-request-page.tsx';

const PAGE_SIZE = 50;
const answerForm = z.object({ id: requiredText(), answer: requiredText(2000) });

/** `/dane/requests`: people's requests about their own data. */
export function dataRequestRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/requests', ...guards, (c) => answerRequests(c, deps))
    .post(
      '/dane/requests',
      ...guards,
      takeForm(deps, {
        schema: answerForm,
        show: (c, sent) => answerRequests(c, deps, sent),
        act: async (c, answer) => {
          await deps.services.settleDataRequest({ ...answer, actor: c.var.signedIn.actor.personId });
          return afterDoing('data-request-settled', '/dane/requests');
        },
      }),
    );
}

async function answerRequests(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const found = await store.readDataRequests({ limit: PAGE_SIZE + 1, ...(after && { after }) });
  const requests = found.slice(0, PAGE_SIZE);
  const { nameOf } = await readNames(
    store,
    requests.map(({ personId }) => ({ kind: 'person' as const, personId })),
  );
  const last = found.length > PAGE_SIZE ? requests.at(-1)?.id : undefined;
  const view = {
    requests: requests.map((one) => ({
      ...one,
      name: nameOf({ kind: 'person', personId: one.personId }),
    })),
    retention: await deps.services.readRetention(),
    ...(sent && { sent }),
    ...(last && { nextHref: `/dane/requests?${new URLSearchParams({ after: last })}` }),
  };
  return answerPage(c, frame, <DataRequestsPage view={view} />, sent?.status);
}
