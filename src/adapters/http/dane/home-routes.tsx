import { Hono } from 'hono';
import { isOpen } from '../../../domain/campaign/campaign.ts';
import { silentSince } from '../../../domain/confirmation/confirmation-request.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireMay, requireSignedIn, theService } from '../middleware/signed-in.ts';
import { answerPage } from '../shell/page-answer.tsx';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { readDaneWaiting } from './dane-waiting.ts';
import { readUnderWay } from './decisions/under-way.tsx';
import { DaneHomePage } from './home-page.tsx';

/** The number of newest campaigns that are read; the page shows the open ones. */
const CAMPAIGNS = 5;

/** `/dane`: the numbers of waiting tasks, each with its link. */
export function homeRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  return new Hono<AppEnv>().get('/dane', ...reads, async (c) => {
    const frame = workspaceFrame(c, deps, 'dane');
    const [waiting, campaigns, underWay] = await Promise.all([
      readDaneWaiting(deps, frame, c.var.signedIn.actor.personId),
      readCampaigns(deps),
      readUnderWay(deps, frame.locale),
    ]);
    return answerPage(c, frame, <DaneHomePage view={{ waiting, campaigns, underWay }} />);
  });
}

async function readCampaigns({ ports: { store, clock } }: AppDeps) {
  const now = clock.now();
  const today = localDateInParis(now);
  const open = (await store.readCampaigns({ limit: CAMPAIGNS })).filter((one) => isOpen(one, today));
  return Promise.all(
    open.map(async ({ id, name, closesOn }) => {
      const { answered, waiting, reminded, silent } = await store.countCampaignRequests(id, silentSince(now));
      const asked = answered + waiting + reminded + silent;
      return { name, closesOn, answered, asked, href: `/dane/campaigns/${id}` };
    }),
  );
}
