import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { PrincipalDecision } from '../../../../domain/confirmation/confirm.ts';
import { isSettled } from '../../../../domain/contest/contest.ts';
import { isWaiting } from '../../../../domain/engagement/engagement-proposal.ts';
import { engagementsOfYear } from '../../../../domain/engagement/mission-split.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { changeLine, readNamesOf } from '../../engagements/change-view.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay } from '../../middleware/signed-in.ts';
import { choiceOf, manyOf, optionalText, readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import type { Wording } from '../../shell/wording.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { deciderOf, placeOf, requiredUaiOf, schoolGuards, wordingOf, yearOf } from '../school-context.ts';
import { ALL_YEARS } from '../school-shell.tsx';
import { ConfirmationsPage, type ProposalLine } from './confirmations-page.tsx';
import { DECISION_TEXT_LENGTH, DecidePage } from './decide-page.tsx';
import { decidedViews, openContestOf, requestView, requestViews } from './requests-view.ts';
import { missingDays, roleFields, toSettlements } from './role-clash-form.ts';
import { clashWords } from './role-clash-view.ts';

const decisionForm = z
  .object({
    decision: choiceOf(['confirm', 'reserve', 'contest']),
    reservation: optionalText(DECISION_TEXT_LENGTH),
    motive: optionalText(DECISION_TEXT_LENGTH),
    seen: manyOf(1),
    ...roleFields,
  })
  .refine(({ decision, reservation }) => decision !== 'reserve' || reservation, {
    path: ['reservation'],
    message: 'required',
  })
  .refine(({ decision, motive }) => decision !== 'contest' || motive, {
    path: ['motive'],
    message: 'required',
  });

const MOST_AT_ONCE = 200;

/** `/school/{uai}/confirmations`: the requests of a school, answered one by one or several at once. */
export function confirmationRoutes(deps: AppDeps) {
  const { services } = deps;
  const decides = decisionGuards(deps);
  return new Hono<AppEnv>()
    .get('/school/:uai/confirmations', ...schoolGuards(deps, 'read-establishment'), async (c) => {
      const school = await services.readSchool(requiredUaiOf(c));
      const wording = wordingOf(c, deps);
      const viewer = c.var.signedIn.actor.personId;
      const year = c.req.query('year') === ALL_YEARS ? ALL_YEARS : (yearOf(c) ?? school.schoolYear);
      const props = {
        school: placeOf(c, school),
        requests: requestViews(school, viewer, wording),
        proposals: await proposalLines(deps, { uai: school.establishment.uai, viewer, wording }),
        decided: decidedViews(school, { viewer, year }, wording),
        years: school.schoolYears,
        year,
      };
      return answerPage(c, frameWithResult(c, deps), <ConfirmationsPage {...props} />);
    })
    .post('/school/:uai/confirmations', ...schoolGuards(deps, 'keep-establishment'), async (c) => {
      const uai = requiredUaiOf(c);
      const { reference = [], seen = [] } = await readForm(c);
      const references = reference.slice(0, MOST_AT_ONCE);
      const done = await services.confirmTogether({ uai, references, seen, by: deciderOf(c) });
      const counts = `count=${done.confirmed.length}&left=${done.clashes.length}&gone=${done.ignored}`;
      const page = `/school/${uai}/confirmations?${counts}${yearThatShows(deps, done.confirmed)}`;
      return c.redirect(afterDoing('engagements-confirmed', page), 303);
    })
    .get('/school/:uai/confirmations/:reference', ...decides, (c) => showDecision(c, deps))
    .post('/school/:uai/confirmations/:reference', ...decides, decideEngagement(deps));
}

/** The frame of the page. After a confirmation of several requests, its sentence gives the number of those
 *  confirmed, and of the others with the reasons. */
function frameWithResult(c: Context<AppEnv>, deps: AppDeps): PageFrame {
  const frame = workspaceFrame(c, deps, 'school');
  const { account, t } = frame;
  if (!account?.done || c.req.query('count') === undefined) return frame;
  const count = (name: string) => Number(c.req.query(name)) || 0;
  const done = t.school.decisions.together(count('count'), count('left'), count('gone'));
  return { ...frame, account: { ...account, done } };
}

/** The changes that teachers of the school propose, the oldest first. */
async function proposalLines(
  { ports: { store } }: AppDeps,
  { uai, viewer, wording }: { readonly uai: Uai; readonly viewer: PersonId; readonly wording: Wording },
): Promise<readonly ProposalLine[]> {
  const waiting = (await store.readEngagementProposalsAt(uai)).filter(isWaiting).toReversed();
  const name = await readNamesOf(store, waiting, wording);
  return waiting.map((one) => ({
    name: name(one.personId),
    own: one.personId === viewer,
    line: changeLine(one, name, wording),
  }));
}

/** The year of the page that shows the decided segments; all years, where one of them is not in the current
 *  year. */
function yearThatShows({ ports }: AppDeps, decided: readonly Engagement[]): string {
  const today = localDateInParis(ports.clock.now());
  const ofThisYear = engagementsOfYear(decided, schoolYearOf(today));
  return ofThisYear.length < decided.length ? `&year=${ALL_YEARS}` : '';
}

/** One engagement: its facts and the decision's form, shown again where it was refused. */
function decideEngagement(deps: AppDeps) {
  return takeForm(deps, {
    schema: decisionForm,
    show: (c, sent) => showDecision(c, deps, sent),
    act: async (c, value) => {
      const uai = requiredUaiOf(c);
      const decision = toDecision(value);
      const faults = decision.kind === 'contest' ? {} : missingDays(value);
      if (Object.keys(faults).length > 0) return { faults };
      const reference = c.req.param('reference') ?? '';
      const said = { decision, settlements: toSettlements(value), seen: value.seen };
      const outcome = await deps.services.decideEngagement({ uai, reference, by: deciderOf(c), ...said });
      if (outcome.kind === 'clash') {
        const [school, wording] = [await deps.services.readSchool(uai), wordingOf(c, deps)];
        const words = clashWords(outcome.clash, school, wording);
        return { refusal: wording.t.school.decisions.clashRefused(...words), status: 409 };
      }
      const done = decision.kind === 'contest' ? 'contest-opened' : 'engagement-decided';
      const year = yearThatShows(deps, [outcome.engagement]);
      return `${afterDoing(done, `/school/${uai}/confirmations`)}${year}`;
    },
    refusals: { 'role-day-outside': 400 },
  });
}

function decisionGuards(deps: AppDeps) {
  return [
    ...schoolGuards(deps, 'keep-establishment'),
    requireMay(deps, 'confirm-engagement', async (c) => {
      const [found] = await deps.ports.store.readEngagements([c.req.param('reference') ?? '']);
      if (found?.uai !== requiredUaiOf(c)) return undefined;
      return { kind: 'engagement', personId: found.personId, uai: found.uai };
    }),
  ] as const;
}

async function showDecision(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const school = await deps.services.readSchool(requiredUaiOf(c));
  const reference = c.req.param('reference') ?? '';
  const engagement = school.engagements.find((it) => it.reference === reference);
  if (!engagement) throw new DomainError('not-found');
  const settled = isSettled(reference, school.contests);
  if (settled && !sent) throw new DomainError('contest-decided');
  const wording = wordingOf(c, deps);
  const viewer = c.var.signedIn.actor.personId;
  const open = openContestOf(reference, school.contests);
  const props = {
    school: placeOf(c, school),
    request: requestView(engagement, { school, viewer, wording }),
    form: sent ?? EMPTY_FORM,
    ...(open && { openContestId: open.id }),
    settled,
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <DecidePage {...props} />, sent?.status);
}

function toDecision({
  decision,
  reservation = '',
  motive = '',
}: z.output<typeof decisionForm>): PrincipalDecision {
  switch (decision) {
    case 'confirm':
      return { kind: 'confirm' };
    case 'reserve':
      return { kind: 'reserve', reservation };
    case 'contest':
      return { kind: 'contest', motive };
  }
}
