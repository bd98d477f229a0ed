import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ContestCaseFile } from '../../../../application/contests.ts';
import { may, type Subject } from '../../../../domain/access/may.ts';
import { CONTEST_OUTCOMES, isOpen } from '../../../../domain/contest/contest.ts';
import type { ContestVerdict } from '../../../../domain/contest/decide-contest.ts';
import { type MissionCode, ROLES } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { contestLine, contestView } from '../../contests/contest-view.ts';
import { missionWords } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { missingDays, roleFields, toSettlements } from '../../school/confirmations/role-clash-form.ts';
import { clashWords, roleClashViews } from '../../school/confirmations/role-clash-view.ts';
import { deciderOf, wordingOf } from '../../school/school-context.ts';
import { choiceOf, choicesOf, type FormValues, optionalDate, requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DaneContestPage, DaneContestsPage, REASON_LENGTH } from './dane-contest-page.tsx';

const PAGE_SIZE = 50;

/** `/dane/contests`: the DANE reads both sides and decides. */
export function daneContestRoutes(deps: AppDeps) {
  const { services } = deps;
  const read = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const pages = makeContestPages(deps);
  return new Hono<AppEnv>()
    .get('/dane/contests', ...read, async (c) => {
      const open = c.req.query('over') === undefined;
      const after = c.req.query('after');
      const page = { limit: PAGE_SIZE, ...(after !== undefined && { after }) };
      const files = await services.readContests(page, open);
      const wording = wordingOf(c, deps);
      const last = files.length === PAGE_SIZE ? files.at(-1) : undefined;
      const props = {
        lines: files.map((file) => contestLine(file, wording, 'others')),
        open,
        ...(last && { next: last.contest.id }),
      };
      return answerPage(c, workspaceFrame(c, deps, 'dane'), <DaneContestsPage {...props} />);
    })
    .get('/dane/contests/:id', ...read, (c) => pages.show(c))
    .post(
      '/dane/contests/:id',
      requireSignedIn(deps),
      requireMay(deps, 'decide-contest', pages.subjectOf),
      pages.settle,
    );
}

/** The reason is always required; days, missions and roles only for a partial decision. */
function makeDecisionForm(missionCodes: readonly MissionCode[]) {
  return z
    .object({
      outcome: choiceOf(CONTEST_OUTCOMES),
      reason: requiredText(REASON_LENGTH),
      from: optionalDate,
      to: optionalDate,
      missions: choicesOf(missionCodes),
      roles: choicesOf(ROLES),
      ...roleFields,
    })
    .refine(({ outcome, from }) => outcome !== 'partial' || from, { path: ['from'], message: 'required' })
    .refine(({ outcome, missions }) => outcome !== 'partial' || missions.length > 0, {
      path: ['missions'],
      message: 'required',
    });
}

/** The pages of one contest: both sides with the form, shown again where the decision was refused. */
function makeContestPages(deps: AppDeps) {
  const { services, ports } = deps;
  const decisionForm = makeDecisionForm([...ports.catalogue.framework.missions.keys()]);
  const subjectOf = async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const contest = await ports.store.readContest(c.req.param('id') ?? '');
    return contest && { kind: 'engagement', personId: contest.personId, uai: contest.uai };
  };
  const show = async (c: Context<AppEnv>, sent?: SentForm) => {
    const file = await services.readContest(c.req.param('id') ?? '');
    if (!file) return answerError(c, deps, { kind: 'not-found', status: 404 });
    const props = await pageProps(c, deps, file);
    const form = sent ?? { values: toValues(file.engagements[0]), faults: {} };
    const page = <DaneContestPage {...props} form={form} />;
    return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
  };
  const settle = takeForm(deps, {
    schema: decisionForm,
    show,
    act: async (c, value) => {
      const faults = value.outcome === 'maintained' ? {} : missingDays(value);
      if (Object.keys(faults).length > 0) return { faults };
      const id = c.req.param('id') ?? '';
      const said = { verdict: toVerdict(value), reason: value.reason, settlements: toSettlements(value) };
      const result = await services.settleContest({ id, ...said, by: deciderOf(c) });
      if (result.kind === 'decided') return afterDoing('contest-settled', `/dane/contests/${id}`);
      const people = await ports.store.readPeople([result.clash.holder.personId]);
      const wording = wordingOf(c, deps);
      const words = clashWords(result.clash, { people }, wording);
      return { refusal: wording.t.school.decisions.clashRefused(...words), status: 409 };
    },
    refusals: { 'not-a-part': 409, 'role-day-outside': 409 },
  });
  return { subjectOf, show, settle };
}

async function pageProps(c: Context<AppEnv>, { ports, ...deps }: AppDeps, file: ContestCaseFile) {
  const wording = wordingOf(c, { ports, ...deps });
  const { contest, engagements } = file;
  const [engagement] = engagements;
  const awards = await ports.store.readAwardsOf([{ kind: 'person', personId: contest.personId }]);
  const standing = awards.flatMap(({ award, credential }) =>
    credential && !credential.revocation ? { award, credential } : [],
  );
  const subject = { kind: 'engagement' as const, personId: contest.personId, uai: contest.uai };
  const holders = isOpen(contest) && engagement ? await ports.store.readSingleRoleSegments([engagement]) : [];
  const people = await ports.store.readPeople([engagement, ...holders].flatMap((one) => one?.personId ?? []));
  return {
    view: contestView(file, wording, 'others'),
    missions: (engagement?.missions ?? []).map((code) => ({
      value: code,
      label: missionWords(code, wording),
    })),
    roles: (engagement?.roles ?? []).map((role) => ({ value: role, label: wording.t.records.roles[role] })),
    awards: standing.map(({ award, credential }) => ({
      id: credential.id,
      words: wording.t.contests.badge(award.achievement, wording.t.day(award.grantedAt)),
    })),
    clashes: engagement ? roleClashViews(engagement, holders, { people, wording }) : [],
    mayDecide: may(c.var.signedIn.actor, 'decide-contest', subject),
  };
}

/** The whole segment, of which the DANE removes parts. */
function toValues(engagement: Engagement | undefined): FormValues {
  if (!engagement) return {};
  const { period, missions, roles } = engagement;
  return { from: [period.from], to: [period.to ?? ''], missions: [...missions], roles: [...roles] };
}

interface DecisionValue {
  readonly outcome: (typeof CONTEST_OUTCOMES)[number];
  readonly from?: Engagement['period']['from'] | undefined;
  readonly to?: Engagement['period']['from'] | undefined;
  readonly missions: readonly MissionCode[];
  readonly roles: Engagement['roles'];
}

function toVerdict({ outcome, from, to, missions, roles }: DecisionValue): ContestVerdict {
  if (outcome !== 'partial') return { outcome };
  if (!from) throw new DomainError('not-a-part');
  return { outcome, kept: { period: { from, ...(to && { to }) }, missions, roles } };
}
