import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Campaign } from '../../../../domain/campaign/campaign.ts';
import {
  CONFIRMATION_REQUEST_STATES,
  silentSince,
} from '../../../../domain/confirmation/confirmation-request.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { CampaignEndPage } from './campaign-end-page.tsx';
import { requestLines, unansweredLines } from './campaign-lists-view.ts';
import { CampaignRequestsPage } from './campaign-requests-page.tsx';
import { CampaignSchoolsPage } from './campaign-schools-page.tsx';
import { type CampaignLine, toCampaignLine } from './campaign-view.ts';

const PAGE_SIZE = 50;

/** `/dane/campaigns/{id}/…`: the requests of a campaign, the schools that have not answered, and its end. */
export function campaignListRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/campaigns/:id/requests', ...reads, (c) => withCampaign(c, deps, answerRequests))
    .get('/dane/campaigns/:id/schools', ...reads, (c) => withCampaign(c, deps, answerSchools))
    .get('/dane/campaigns/:id/end', ...keeps, (c) => withCampaign(c, deps, answerEnd))
    .post('/dane/campaigns/:id/closing', ...keeps, close(deps, false))
    .post('/dane/campaigns/:id/cancellation', ...keeps, close(deps, true));
}

function close(deps: AppDeps, cancelled: boolean) {
  return takeForm(deps, {
    schema: z.object({}),
    show: (c) => withCampaign(c, deps, answerEnd),
    act: async (c) => {
      const id = c.req.param('id') ?? '';
      await deps.services.closeCampaign({ id, cancelled, actor: c.var.signedIn.actor.personId });
      const done = cancelled ? 'campaign-cancelled' : 'campaign-closed';
      return afterDoing(done, `/dane/campaigns/${encodeURIComponent(id)}`);
    },
  });
}

type Answer = (c: Context<AppEnv>, deps: AppDeps, campaign: CampaignLine) => Promise<Response>;

async function withCampaign(c: Context<AppEnv>, deps: AppDeps, answer: Answer): Promise<Response> {
  const { store, clock } = deps.ports;
  const campaign: Campaign | undefined = await store.readCampaign(c.req.param('id') ?? '');
  if (!campaign) return answerError(c, deps, { kind: 'not-found', status: 404 });
  return answer(c, deps, toCampaignLine(campaign, localDateInParis(clock.now())));
}

const answerEnd: Answer = async (c, deps, campaign) =>
  answerPage(c, workspaceFrame(c, deps, 'dane'), <CampaignEndPage campaign={campaign} />);

const answerRequests: Answer = async (c, deps, campaign) => {
  const { store, clock } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const { state = '', after = '' } = c.req.query();
  const known = CONFIRMATION_REQUEST_STATES.find((one) => one === state);
  const found = await store.readCampaignRequests({
    campaignId: campaign.id,
    askedUntil: silentSince(clock.now()),
    limit: PAGE_SIZE + 1,
    ...(known && { state: known }),
    ...(after && { after }),
  });
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.engagement.reference : undefined;
  const view = {
    campaign,
    requests: await requestLines(store, shown),
    form: { values: { state: [state] }, faults: {} },
    ...(last && { nextHref: nextHref(`${campaign.id}/requests`, { state, after: last }) }),
  };
  return answerPage(c, frame, <CampaignRequestsPage view={view} />);
};

const answerSchools: Answer = async (c, deps, campaign) => {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const found = await store.readUnansweredSchools({
    campaignId: campaign.id,
    limit: PAGE_SIZE + 1,
    ...(after && { after: after as Uai }),
  });
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.uai : undefined;
  const view = {
    campaign,
    schools: await unansweredLines(store, shown),
    ...(last && { nextHref: nextHref(`${campaign.id}/schools`, { after: last }) }),
  };
  return answerPage(c, frame, <CampaignSchoolsPage view={view} />);
};

function nextHref(path: string, query: Readonly<Record<string, string>>): string {
  return `/dane/campaigns/${path}?${new URLSearchParams(query)}`;
}
