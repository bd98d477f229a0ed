import { z } from 'zod';
import type { PrincipalDecision } from '../../../domain/confirmation/confirm.ts';
import { engagementsOfYear } from '../../../domain/engagement/mission-split.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Engagement } from '../../../domain/records.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { type Contest, isOpen, isSettled } from '../../../features/contests/feature.ts';
import { EngagementFacts } from '../engagements/facts.tsx';
import type { AppDeps } from '../env.ts';
import type { FormState } from '../forms/context.ts';
import { Form } from '../forms/elements.tsx';
import { ChoiceGroup, ErrorSummary, Rejection, TextArea } from '../forms/inputs.tsx';
import { choiceOf, manyOf, optionalText } from '../forms/schema.ts';
import { afterDoing } from '../forms/submission.ts';
import { UnsavedTexts } from '../forms/unsaved-input.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { DECIDES_ON_ENGAGEMENT, deciderOf, placeOf } from '../school/context.ts';
import { ALL_YEARS, SchoolLayout } from '../school/layout.tsx';
import {
  conflictAsTexts,
  missingDays,
  RoleConflictFields,
  roleConflictLabels,
  roleFields,
  toSettlements,
} from './conflict-fields.tsx';
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
  return definePages(deps, 'school')
    .page(PATH, DECIDES_ON_ENGAGEMENT, renderDecision)
    .form(PATH, DECIDES_ON_ENGAGEMENT, {
      page: renderDecision,
      schema: decisionForm,
      act: decide,
      refusals: { 'role-day-outside': 400 },
    });
}

async function decide(pageRequest: PageRequest, value: z.output<typeof decisionForm>) {
  const { services, uai, param, wording } = pageRequest;
  const decision = toDecision(value);
  const faults = decision.kind === 'contest' ? {} : missingDays(value);
  if (Object.keys(faults).length > 0) return { faults };
  const stated = { decision, settlements: toSettlements(value), seen: value.seen };
  const by = deciderOf(pageRequest.c);
  const outcome = await services.decideEngagement({ uai, reference: param('reference'), by, ...stated });
  if (outcome.kind === 'clash') {
    const texts = conflictAsTexts(outcome.clash, await services.readSchool(uai), wording);
    return { refusal: wording.t.school.decisions.clashRefused(...texts), status: 409 as const };
  }
  const done = decision.kind === 'contest' ? 'contest-opened' : 'engagement-decided';
  return `${afterDoing(done, `/school/${uai}/confirmations`)}${yearThatShows(pageRequest, [outcome.engagement])}`;
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

/** The year of the page that shows the decided engagements; all years, where one of them is not in the current
 *  year. */
export function yearThatShows({ today }: PageRequest, decided: readonly Engagement[]): string {
  const ofThisYear = engagementsOfYear(decided, schoolYearOf(today));
  return ofThisYear.length < decided.length ? `&year=${ALL_YEARS}` : '';
}

async function renderDecision(pageRequest: PageRequest) {
  const { services, uai, param, form } = pageRequest;
  const t = pageRequest.t.school.decisions;
  const school = await services.readSchool(uai);
  const engagement = school.engagements.find(({ reference }) => reference === param('reference'));
  if (!engagement) throw new DomainError('not-found');
  const settled = isSettled(engagement.reference, school.contests);
  if (settled && !pageRequest.sent) throw new DomainError('contest-decided');
  const request = requestView(engagement, school, pageRequest);
  const isContested = openContestOf(engagement.reference, school.contests) !== undefined;
  const labels = { ...t.form, ...roleConflictLabels(pageRequest, request.clashes) };
  return (
    <SchoolLayout
      school={placeOf(pageRequest.c, school)}
      page="confirmations"
      title={t.decideTitle(request.name)}
      description={t.decideLede}
    >
      <Rejection form={form} />
      <ErrorSummary form={form} labels={labels} />
      <p class="lede">{t.decideLede}</p>
      <EngagementFacts segment={request} />
      {request.warnings.map((warning) => (
        <p class="notice">{warning}</p>
      ))}
      {isContested && <p class="notice">{t.openContest}</p>}
      {isContested && <UnsavedTexts form={form} labels={{ motive: t.form.motive }} />}
      {settled ? (
        <UnsavedTexts form={form} labels={t.form} />
      ) : (
        <DecisionForm {...{ uai, request, form, isContested }} />
      )}
    </SchoolLayout>
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
  const t = usePageContext().t.school.decisions.form;
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
      <RoleConflictFields clashes={request.clashes} />
      <TextArea name="reservation" maxlength={TEXT_LENGTH} optional={t.reservationNeeded} />
      {!isContested && <TextArea name="motive" maxlength={TEXT_LENGTH} optional={t.motiveNeeded} />}
    </Form>
  );
}

export function openContestOf(reference: string, contests: readonly Contest[]): Contest | undefined {
  return contests.find((one) => one.engagementReference === reference && isOpen(one));
}
