import { z } from 'zod';
import type { PrincipalDecision } from '../../../domain/confirmation/confirm.ts';
import { type Contest, isOpen, isSettled } from '../../../domain/contest/contest.ts';
import { engagementsOfYear } from '../../../domain/engagement/mission-split.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Engagement } from '../../../domain/records.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { EngagementFacts } from '../engagements/facts.tsx';
import type { AppDeps } from '../env.ts';
import type { FormState } from '../forms/context.ts';
import { Form } from '../forms/elements.tsx';
import { ChoiceGroup, FaultSummary, Refusal, TextArea } from '../forms/inputs.tsx';
import { choiceOf, manyOf, optionalText } from '../forms/schema.ts';
import { afterDoing } from '../forms/submission.ts';
import { TypedBefore } from '../forms/unsaved-input.tsx';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { DECIDES_ON_SEGMENT, deciderOf, placeOf } from '../school/context.ts';
import { ALL_YEARS, SchoolShell } from '../school/layout.tsx';
import {
  clashWords,
  missingDays,
  RoleClashFields,
  roleClashLabels,
  roleFields,
  toSettlements,
} from './role-conflict.tsx';
import { type Request, requestView } from './school-requests.tsx';

const TEXT_LENGTH = 2000;
const PATH = '/school/:uai/confirmations/:reference';

const decisionForm = z
  .object({
    decision: choiceOf(['confirm', 'reserve', 'contest']),
    reservation: optionalText(TEXT_LENGTH),
    motive: optionalText(TEXT_LENGTH),
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

/** `/school/{uai}/confirmations/{reference}`: one engagement, and the principal's decision on it. */
export function decisionPages(deps: AppDeps) {
  return pagesOf(deps, 'school')
    .page(PATH, DECIDES_ON_SEGMENT, drawDecision)
    .form(PATH, DECIDES_ON_SEGMENT, {
      page: drawDecision,
      schema: decisionForm,
      act: decide,
      refusals: { 'role-day-outside': 400 },
    });
}

async function decide(visit: Visit, value: z.output<typeof decisionForm>) {
  const { services, uai, param, wording } = visit;
  const decision = toDecision(value);
  const faults = decision.kind === 'contest' ? {} : missingDays(value);
  if (Object.keys(faults).length > 0) return { faults };
  const said = { decision, settlements: toSettlements(value), seen: value.seen };
  const by = deciderOf(visit.c);
  const outcome = await services.decideEngagement({ uai, reference: param('reference'), by, ...said });
  if (outcome.kind === 'clash') {
    const words = clashWords(outcome.clash, await services.readSchool(uai), wording);
    return { refusal: wording.t.school.decisions.clashRefused(...words), status: 409 as const };
  }
  const done = decision.kind === 'contest' ? 'contest-opened' : 'engagement-decided';
  return `${afterDoing(done, `/school/${uai}/confirmations`)}${yearThatShows(visit, [outcome.engagement])}`;
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

/** The year of the page that shows the decided segments; all years, where one of them is not in the current
 *  year. */
export function yearThatShows({ today }: Visit, decided: readonly Engagement[]): string {
  const ofThisYear = engagementsOfYear(decided, schoolYearOf(today));
  return ofThisYear.length < decided.length ? `&year=${ALL_YEARS}` : '';
}

async function drawDecision(visit: Visit) {
  const { services, uai, param, form } = visit;
  const t = visit.t.school.decisions;
  const school = await services.readSchool(uai);
  const engagement = school.engagements.find(({ reference }) => reference === param('reference'));
  if (!engagement) throw new DomainError('not-found');
  const settled = isSettled(engagement.reference, school.contests);
  if (settled && !visit.sent) throw new DomainError('contest-decided');
  const request = requestView(engagement, school, visit);
  const isContested = openContestOf(engagement.reference, school.contests) !== undefined;
  const labels = { ...t.form, ...roleClashLabels(visit, request.clashes) };
  return (
    <SchoolShell
      school={placeOf(visit.c, school)}
      page="confirmations"
      title={t.decideTitle(request.name)}
      description={t.decideLede}
    >
      <Refusal form={form} />
      <FaultSummary form={form} labels={labels} />
      <p class="lede">{t.decideLede}</p>
      <EngagementFacts segment={request} />
      {request.warnings.map((warning) => (
        <p class="notice">{warning}</p>
      ))}
      {isContested && <p class="notice">{t.openContest}</p>}
      {isContested && <TypedBefore form={form} labels={{ motive: t.form.motive }} />}
      {settled ? (
        <TypedBefore form={form} labels={t.form} />
      ) : (
        <DecisionForm {...{ uai, request, form, isContested }} />
      )}
    </SchoolShell>
  );
}

function DecisionForm({
  uai,
  request,
  form,
  isContested,
}: {
  uai: string;
  request: Request;
  form: FormState;
  /** Whether the only decision left is to lift the contest. */
  isContested: boolean;
}) {
  const t = useFrame().t.school.decisions.form;
  return (
    <Form
      action={`/school/${uai}/confirmations/${encodeURIComponent(request.reference)}`}
      form={form}
      labels={t}
      summary={false}
      seen={request.seen}
      submit={t.submit}
    >
      <ChoiceGroup
        kind="radio"
        name="decision"
        choices={[
          { value: 'confirm', label: t.confirm, text: t.confirmText },
          { value: 'reserve', label: t.reserve, text: t.reserveText },
          ...(isContested ? [] : [{ value: 'contest', label: t.contest, text: t.contestText }]),
        ]}
      />
      <RoleClashFields clashes={request.clashes} />
      <TextArea name="reservation" maxlength={TEXT_LENGTH} optional={t.reservationNeeded} />
      {!isContested && <TextArea name="motive" maxlength={TEXT_LENGTH} optional={t.motiveNeeded} />}
    </Form>
  );
}

export function openContestOf(reference: string, contests: readonly Contest[]): Contest | undefined {
  return contests.find((one) => one.engagementReference === reference && isOpen(one));
}
