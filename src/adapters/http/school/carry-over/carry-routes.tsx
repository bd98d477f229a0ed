import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { CARRY_REFUSALS, type CarriedSplit } from '../../../../domain/engagement/carry-decision.ts';
import { yearToPrepare } from '../../../../domain/engagement/carry-over.ts';
import { ROLES } from '../../../../domain/engagement/mission.ts';
import { personIdsAmong } from '../../../../domain/ids.ts';
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { periodFieldFaults } from '../../engagements/change-form.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { manyOf, requiredDate, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { deciderOf, placeOf, requiredUaiOf, schoolGuards, wordingOf, yearOf } from '../school-context.ts';
import { CarryPage } from './carry-page.tsx';
import { type CarryView, carryView } from './carry-view.ts';

const MOST_PEOPLE = 200;
const MOST_BOXES = 9000;

const carriedYear = requiredText(4)
  .refine((text) => /^20\d\d$/.test(text), { message: 'invalid-choice' })
  .transform(Number);

const carryForm = z.object({
  year: carriedYear,
  from: requiredDate,
  to: requiredDate,
  person: manyOf(MOST_PEOPLE),
  missions: manyOf(MOST_BOXES),
  roles: manyOf(MOST_BOXES),
});

/** `/school/{uai}/carry-over`: last year's split, carried over into the school year that is prepared. */
export function carryRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const keeps = schoolGuards(deps, 'keep-establishment');
  const codes = [...ports.catalogue.framework.missions.keys()];
  return new Hono<AppEnv>()
    .get('/school/:uai/carry-over', ...schoolGuards(deps, 'read-establishment'), (c) => show(c, deps))
    .post(
      '/school/:uai/carry-over',
      ...keeps,
      takeForm(deps, {
        schema: carryForm,
        show: (c, sent) => show(c, deps, sent),
        act: async (c, { year: into, from, to, person, missions, roles }) => {
          const faults = carryFaults({ into, from, to }, localDateInParis(ports.clock.now()));
          if (Object.keys(faults).length > 0) return { faults };
          const lines = personIdsAmong(person).map((personId) => ({
            personId,
            missions: codes.filter((code) => missions.includes(`${personId}:${code}`)),
            roles: ROLES.filter((role) => roles.includes(`${personId}:${role}`)),
          }));
          const said = { uai: requiredUaiOf(c), into, from, to, lines, by: deciderOf(c) };
          return afterDoing('split-carried', resultAddress(c, into, await services.carryOver(said)));
        },
      }),
    )
    .post(
      '/school/:uai/carry-over/withdrawal',
      ...keeps,
      takeForm(deps, {
        schema: z.object({ year: carriedYear }),
        act: async (c, { year: into }) => {
          await services.withdrawCarried({ uai: requiredUaiOf(c), into, by: c.var.signedIn.actor.personId });
          return afterDoing('carried-withdrawn', `/school/${requiredUaiOf(c)}/carry-over?year=${into}`);
        },
      }),
    );
}

/** The days must lie in the school year to prepare, which is this one or the next. */
function carryFaults(
  { into, from, to }: Pick<z.output<typeof carryForm>, 'from' | 'to'> & { readonly into: SchoolYear },
  today: Parameters<typeof schoolYearOf>[0],
) {
  const [first, last] = [firstDayOf(into), lastDayOf(into)];
  const now = schoolYearOf(today);
  if (into !== now && into !== now + 1) return { year: 'invalid-choice' as const };
  if (from < first) return { from: `before:${first}` as const };
  if (to > last) return { to: `after:${last}` as const };
  return periodFieldFaults({ from, to }, today);
}

/** The page's address after the act, with the number of lines for each outcome. */
function resultAddress(c: Context<AppEnv>, into: SchoolYear, { proposed, left }: CarriedSplit): string {
  const counts = CARRY_REFUSALS.flatMap((why) => {
    const count = left.filter((one) => one.why === why).length;
    return count > 0 ? [[why, String(count)]] : [];
  });
  const query = new URLSearchParams([
    ['year', String(into)],
    ['count', String(proposed.length)],
    ...(counts as [string, string][]),
  ]);
  return `/school/${requiredUaiOf(c)}/carry-over?${query}`;
}

/** The frame with one sentence: the number of proposed lines, and of the others with their reasons. */
function frameWithResult(c: Context<AppEnv>, deps: AppDeps): PageFrame {
  const frame = workspaceFrame(c, deps, 'school');
  const { account, t } = frame;
  if (!account?.done || c.req.query('count') === undefined) return frame;
  const count = (name: string) => Number(c.req.query(name)) || 0;
  const left = CARRY_REFUSALS.map((why) => [why, count(why)] as const).filter(([, number]) => number > 0);
  return { ...frame, account: { ...account, done: t.carryOver.result(count('count'), left) } };
}

async function show(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const uai = requiredUaiOf(c);
  const [school, proposals] = await Promise.all([
    deps.services.readSchool(uai),
    deps.ports.store.readMissionProposalsAt(uai),
  ]);
  const now = schoolYearOf(school.today);
  const asked = sent ? Number(sent.values['year']?.[0]) : yearOf(c);
  const into = asked === now || asked === now + 1 ? asked : yearToPrepare(school.today);
  const viewer = c.var.signedIn.actor.personId;
  const view = carryView(school, { proposals, into, viewer, wording: wordingOf(c, deps) });
  const form = sent ?? { values: { from: [firstDayOf(into)], to: [lastDayOf(into)] }, faults: {} };
  const page = (
    <CarryPage
      school={placeOf(c, school)}
      view={sent ? asSent(view, sent) : view}
      otherYear={into === now ? now + 1 : now}
      form={form}
    />
  );
  return answerPage(c, frameWithResult(c, deps), page, sent?.status);
}

/** The boxes as they were sent. */
function asSent(view: CarryView, { values }: SentForm): CarryView {
  const { person = [], missions = [], roles = [] } = values;
  return {
    ...view,
    rows: view.rows.map((row) => ({
      ...row,
      chosen: person.includes(row.id),
      missions: row.missions.map((one) => ({ ...one, checked: missions.includes(`${row.id}:${one.code}`) })),
      roles: row.roles.map((one) => ({ ...one, checked: roles.includes(`${row.id}:${one.role}`) })),
    })),
  };
}
