import { EngagementFacts } from '../../engagements/engagement-facts.tsx';
import { ChoiceGroup, FaultSummary, Refusal, TextArea } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { TypedBefore } from '../../shell/typed-before.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import type { RequestView } from './requests-view.ts';
import { RoleClashFields, roleClashLabels } from './role-clash-fields.tsx';

interface DecideProps {
  readonly school: SchoolPlace;
  readonly request: RequestView;
  readonly form: FormState;
  readonly openContestId?: string | undefined;
  /** Whether there is nothing left to decide. */
  readonly settled: boolean;
}

export const DECISION_TEXT_LENGTH = 2000;

/** `/school/{uai}/confirmations/{reference}`: one engagement, and the principal's decision on it. */
export function DecidePage({ school, request, form, openContestId, settled }: DecideProps) {
  const frame = useFrame();
  const t = frame.t.school.decisions;
  const own = { decision: t.form.decision, reservation: t.form.reservation, motive: t.form.motive };
  const labels = { ...own, ...roleClashLabels(frame, request.clashes) };
  return (
    <SchoolShell
      school={school}
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
      {openContestId && <p class="notice">{t.openContest}</p>}
      {openContestId && <TypedBefore form={form} labels={{ motive: t.form.motive }} />}
      {settled ? (
        <TypedBefore form={form} labels={own} />
      ) : (
        <DecisionForm {...{ school, request, form, openContestId }} />
      )}
    </SchoolShell>
  );
}

function DecisionForm({ school, request, form, openContestId }: Omit<DecideProps, 'settled'>) {
  const t = useFrame().t.school.decisions;
  const path = `/school/${school.uai}/confirmations/${encodeURIComponent(request.reference)}`;
  const shared = { maxlength: DECISION_TEXT_LENGTH } as const;
  const contest = { value: 'contest', label: t.form.contest, text: t.form.contestText };
  return (
    <Form action={path} form={form} hidden={{ seen: request.seen }} submit={t.form.submit}>
      <ChoiceGroup
        kind="radio"
        name="decision"
        label={t.form.decision}
        choices={[
          { value: 'confirm', label: t.form.confirm, text: t.form.confirmText },
          { value: 'reserve', label: t.form.reserve, text: t.form.reserveText },
          ...(openContestId ? [] : [contest]),
        ]}
      />
      <RoleClashFields clashes={request.clashes} />
      <TextArea
        {...shared}
        name="reservation"
        label={t.form.reservation}
        help={t.form.reservationHelp}
        optional={t.form.reservationNeeded}
      />
      {!openContestId && (
        <TextArea
          {...shared}
          name="motive"
          label={t.form.motive}
          help={t.form.motiveHelp}
          optional={t.form.motiveNeeded}
        />
      )}
    </Form>
  );
}
