import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { readInvited } from '../invitations/invitations-of-mine.tsx';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { readProposedMissions } from '../missions/missions-of-mine.tsx';
import { newsViews } from '../shell/news.tsx';
import { answerPage } from '../shell/page-answer.tsx';
import { visitOf } from '../shell/visit.ts';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { IprofPage } from './badges/iprof-page.tsx';
import { iprofView } from './badges/iprof-view.ts';
import { MyHomePage } from './home-page.tsx';
import { homeGlanceView } from './home-view.ts';
import { readOtherSpaces } from './other-spaces.tsx';

export function homeRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/my/iprof', ...guards, async (c) => {
      const own = await services.readOwnRecord(c.var.signedIn.actor.personId);
      return answerPage(c, workspaceFrame(c, deps, 'my'), <IprofPage view={iprofView(deps, own)} />);
    })
    .get('/my', ...guards, async (c) => {
      const own = await services.readOwnRecord(c.var.signedIn.actor.personId);
      const progress = services.deriveBadgeProgress(own);
      const frame = workspaceFrame(c, deps, 'my');
      const view = homeGlanceView(deps, { own, progress, locale: c.var.locale });
      const others = await readOtherSpaces(c, deps, { own, frame });
      const visit = visitOf(deps, { c, space: 'my' });
      const proposed = await readProposedMissions(visit);
      const waiting = { proposed, invited: await readInvited(visit) };
      const news = newsViews(deps.ports.settings.news());
      return answerPage(
        c,
        frame,
        <MyHomePage view={view} news={news} {...waiting} {...(others && { others })} />,
      );
    });
}
