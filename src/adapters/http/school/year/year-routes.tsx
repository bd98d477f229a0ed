import { type Context, Hono } from 'hono';
import { yearToPrepare } from '../../../../domain/engagement/carry-over.ts';
import { type SchoolYear, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf, yearOf } from '../school-context.ts';
import { newYearItems } from './new-year-items.ts';
import { yearEndItems } from './year-end-items.ts';
import type { YearAround } from './year-items.ts';
import { YearPage } from './year-page.tsx';

/** `/school/{uai}/new-year` and `/school/{uai}/year-end`: the tasks at the beginning and at the end of a
 *  school year. Both pages also show the neighbouring year. */
export function yearRoutes(deps: AppDeps) {
  const reads = schoolGuards(deps, 'read-establishment');
  return new Hono<AppEnv>()
    .get('/school/:uai/new-year', ...reads, async (c) => {
      const today = localDateInParis(deps.ports.clock.now());
      const now = schoolYearOf(today);
      const year = among([now, now + 1], yearOf(c)) ?? yearToPrepare(today);
      const otherYear = year === now ? now + 1 : now;
      const around = await readAround(c, deps, year);
      const place = placeOf(c, around.school);
      const shown = { school: place, year, otherYear, items: newYearItems(around) };
      return answerPage(c, workspaceFrame(c, deps, 'school'), <YearPage {...shown} kind="new-year" />);
    })
    .get('/school/:uai/year-end', ...reads, async (c) => {
      const now = schoolYearOf(localDateInParis(deps.ports.clock.now()));
      const year = among([now, now - 1], yearOf(c)) ?? now;
      const otherYear = year === now ? now - 1 : now;
      const around = await readAround(c, deps, year);
      const place = placeOf(c, around.school);
      const shown = { school: place, year, otherYear, items: yearEndItems(around) };
      return answerPage(c, workspaceFrame(c, deps, 'school'), <YearPage {...shown} kind="year-end" />);
    });
}

function among(years: readonly SchoolYear[], asked: SchoolYear | undefined): SchoolYear | undefined {
  return years.find((year) => year === asked);
}

async function readAround(c: Context<AppEnv>, deps: AppDeps, year: SchoolYear): Promise<YearAround> {
  const { services, ports } = deps;
  const { store } = ports;
  const uai = requiredUaiOf(c);
  const [school, missionProposals, changes, papers, [record], badges, meetings] = await Promise.all([
    services.readSchool(uai, year),
    store.readMissionProposalsAt(uai),
    store.readEngagementProposalsAt(uai),
    store.readPapersMade(uai, year),
    store.readEstablishmentRecords([uai]),
    services.readSchoolBadges(uai),
    store.readSchoolMeetingsAt(uai),
  ]);
  return {
    ...{ school, year, missionProposals, changes, papers, badges, meetings },
    heldMeetings: record?.meetings ?? [],
    viewer: c.var.signedIn.actor.personId,
    wording: wordingOf(c, deps),
  };
}
