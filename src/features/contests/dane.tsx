import { z } from 'zod';
import { pageOf, sliceOf } from '../../adapters/http/components/pagination.tsx';
import {
  conflictAsTexts,
  missingDays,
  RoleConflictFields,
  type RoleConflictView,
  roleConflictLabels,
  roleConflictViews,
  roleFields,
  toSettlements,
} from '../../adapters/http/confirmations/conflict-fields.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import { missionAsText } from '../../adapters/http/engagements/descriptions.ts';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Form } from '../../adapters/http/forms/elements.tsx';
import {
  ChoiceGroup,
  DateField,
  ErrorSummary,
  Rejection,
  TextArea,
} from '../../adapters/http/forms/inputs.tsx';
import {
  choiceOf,
  choicesOf,
  type FormValues,
  optionalDate,
  parseValues,
  readForm,
  requiredText,
} from '../../adapters/http/forms/schema.ts';
import type { ShownForm } from '../../adapters/http/forms/submission.ts';
import { UnsavedTexts } from '../../adapters/http/forms/unsaved-input.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { deciderOf } from '../../adapters/http/school/context.ts';
import { type MissionCode, ROLES } from '../../domain/engagement/mission.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Engagement } from '../../domain/records.ts';
import type { ContestCaseFile } from './actions.ts';
import { ContestList, ContestStory, contestedEngagement, readContestOf } from './components.tsx';
import { CONTEST_OUTCOMES, contestState, isOpen } from './feature.ts';
import type { ContestVerdict } from './feature-decide.ts';

const REASON_LENGTH = 4000;

/** `/dane/contests`: the DANE reads both sides and decides. */
export const daneContestPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/contests', 'read-register', renderContests)
    .page('/dane/contests/:id', 'read-register', renderContest)
    .form(
      '/dane/contests/:id',
      { may: 'decide-contest', of: contestedEngagement },
      {
        page: renderContest,
        schema: async ({ c, wording }) =>
          parseValues(await readForm(c), makeDecisionForm([...wording.framework.missions.keys()])),
        act: settle,
        done: 'contest-settled',
        refusals: { 'not-a-part': 409, 'role-day-outside': 409 },
      },
    );

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

type Decision = z.output<ReturnType<typeof makeDecisionForm>>;

async function settle({ c, services, store, param, wording }: PageRequest, value: Decision) {
  const faults = value.outcome === 'maintained' ? {} : missingDays(value);
  if (Object.keys(faults).length > 0) return { faults };
  const stated = { verdict: toVerdict(value), reason: value.reason, settlements: toSettlements(value) };
  const result = await services.settleContest({ id: param('id'), ...stated, by: deciderOf(c) });
  if (result.kind === 'decided') return undefined;
  const people = await store.readPeople([result.clash.holder.personId]);
  const texts = conflictAsTexts(result.clash, { people }, wording);
  return { refusal: wording.t.school.decisions.clashRefused(...texts), status: 409 as const };
}

function toVerdict({ outcome, from, to, missions, roles }: Decision): ContestVerdict {
  if (outcome !== 'partial') return { outcome };
  if (!from) throw new DomainError('not-a-part');
  return { outcome, kept: { period: { from, ...(to && { to }) }, missions, roles } };
}

/** Contests that wait or, with `?over`, those that are over. */
async function renderContests(request: PageRequest) {
  const t = request.t.contests;
  const open = request.c.req.query('over') === undefined;
  const { rows, last } = pageOf(await request.services.readContests(sliceOf(request), open));
  return (
    <DaneLayout section="contests" title={t.listTitle.dane}>
      <p class="lede">{t.listLede.dane}</p>
      <ContestList
        base="/dane/contests"
        none={t.none.dane}
        lines={rows}
        open={open}
        next={last?.contest.id}
      />
    </DaneLayout>
  );
}

/** Both sides, then the decision. */
async function renderContest(request: PageRequest) {
  const { store, may, wording, sent } = request;
  const t = request.t.contests;
  const file = await readContestOf(request);
  const { contest, engagements, person } = file;
  const [engagement] = engagements;
  const subject = { kind: 'engagement', personId: contest.personId, uai: contest.uai } as const;
  const form = sent ?? { values: toValues(engagement), faults: {} };
  return (
    <DaneLayout section="contests" title={t.to.others.title(fullName(person))}>
      <Rejection form={form} />
      <ContestStory file={file} reader="others" wording={wording} />
      <Badges awards={await store.readAwardsOf([{ kind: 'person', personId: contest.personId }])} />
      {isOpen(contest) && may('decide-contest', subject) ? (
        <DecisionForm
          {...{ contest, engagement, form, wording }}
          clashes={await readConflicts(request, engagement)}
        />
      ) : (
        <UnsavedTexts form={form} labels={{ reason: t.form.reason }} />
      )}
    </DaneLayout>
  );
}

/** The whole engagement, of which the DANE removes parts. */
function toValues(engagement: Engagement | undefined): FormValues {
  if (!engagement) return {};
  const { period, missions, roles } = engagement;
  return { from: [period.from], to: [period.to ?? ''], missions: [...missions], roles: [...roles] };
}

/** Single roles of the engagement that other people hold. */
async function readConflicts({ store, wording }: PageRequest, engagement: Engagement | undefined) {
  if (!engagement) return [];
  const holders = await store.readSingleRoleEngagements([engagement]);
  const people = await store.readPeople([engagement, ...holders].map(({ personId }) => personId));
  return roleConflictViews(engagement, holders, { people, wording });
}

/** Valid badges of the teacher. */
function Badges({ awards }: { awards: Awaited<ReturnType<PageRequest['store']['readAwardsOf']>> }) {
  const { day, contests: t } = usePageContext().t;
  const valid = awards.flatMap(({ award, credential }) =>
    credential && !credential.revocation ? [{ award, credential }] : [],
  );
  if (valid.length === 0) return null;
  return (
    <>
      <h2>{t.badges}</h2>
      <p>{t.badgesText}</p>
      <ul>
        {valid.map(({ award, credential }) => (
          <li>
            <a href={`/dane/credentials/${credential.id}/revocation`}>
              {t.badge(award.achievement, day(award.grantedAt))}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function DecisionForm({
  contest,
  engagement,
  form,
  clashes,
  wording,
}: Pick<ContestCaseFile, 'contest'> &
  Pick<PageRequest, 'wording'> & {
    engagement: Engagement | undefined;
    form: ShownForm;
    clashes: readonly RoleConflictView[];
  }) {
  const pageContext = usePageContext();
  const t = pageContext.t.contests;
  const { missions = [], roles = [] } = engagement ?? {};
  return (
    <>
      <h2>{t.decideTitle}</h2>
      <ErrorSummary form={form} labels={{ ...t.form, ...roleConflictLabels(pageContext, clashes) }} />
      <p>{t.decideLede}</p>
      {contestState(contest) === 'awaits-answer' && <p class="notice">{t.decideWithoutAnswer}</p>}
      <Form
        action={`/dane/contests/${contest.id}`}
        form={form}
        labels={t.form}
        summary={false}
        submit={t.form.submit}
      >
        <ChoiceGroup
          kind="radio"
          name="outcome"
          choices={CONTEST_OUTCOMES.map((value) => ({
            value,
            label: t.form[value],
            text: t.form[`${value}Text`],
          }))}
        />
        <TextArea name="reason" rows={6} maxlength={REASON_LENGTH} />
        <RoleConflictFields clashes={clashes} />
        <h3>{t.form.part}</h3>
        <p class="note">{t.form.partHelp}</p>
        <div class="field-row">
          <DateField name="from" optional />
          <DateField name="to" optional />
        </div>
        <ChoiceGroup
          kind="checkbox"
          name="missions"
          choices={missions.map((value) => ({ value, label: missionAsText(value, wording) }))}
        />
        {roles.length > 0 && (
          <ChoiceGroup
            kind="checkbox"
            name="roles"
            choices={roles.map((value) => ({ value, label: pageContext.t.records.roles[value] }))}
          />
        )}
      </Form>
    </>
  );
}
