import type { EngagementChangeKind } from '../../../domain/engagement/proposal.ts';
import { detailLabels } from '../../../texts/engagement-details.ts';
import type { FormState } from '../forms/context.ts';
import { Form } from '../forms/elements.tsx';
import { ChoiceGroup, DateField, Rejection, TextArea } from '../forms/inputs.tsx';
import { SchoolField } from '../forms/name-lookup-field.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { CHANGE_REASON_LENGTH } from './change-form.ts';
import type { MissionChoices } from './change-view.ts';
import { DutyInputs } from './duty-fields.tsx';

/** The form of one kind of change: its effect, the recorded state, and its fields. */
export function ChangeForm(props: {
  readonly kind: EngagementChangeKind;
  /** The person who fills it in: a teacher proposes, a principal or the DANE decides. */
  readonly by: 'teacher' | 'principal' | 'dane';
  readonly action: string;
  readonly back: string;
  readonly missions: MissionChoices;
  /** The engagement's period, missions and roles in words. */
  readonly current: string;
  /** The engagement as the page shows it; absent for a proposal. */
  readonly seen?: string;
  /** Whether the DANE states if it confirms the new parts. */
  readonly asksState?: boolean;
  readonly form: FormState;
}) {
  const { kind, by, action, back, missions, current, seen, asksState = false, form } = props;
  const pageContext = usePageContext();
  const t = pageContext.t.changes;
  const { fields } = t;
  const labels = {
    ...(kind === 'end'
      ? { to: fields.to, toHelp: fields.toHelp }
      : { to: fields.end, toHelp: fields.endHelp }),
    ...(kind === 'missions'
      ? { from: fields.fromMissions, fromHelp: fields.fromMissionsHelp }
      : { from: fields.from }),
    ...{ missions: fields.missions, ...detailLabels(pageContext.locale), uai: t.dane.uai },
    ...{ state: fields.state, reason: fields.reason },
  };
  return (
    <>
      <Rejection form={form} />
      <Form
        action={action}
        form={form}
        labels={labels}
        seen={seen}
        submit={by === 'teacher' ? t.submit.propose : t.submit.decide[kind]}
        cancel={back}
        aside={
          <>
            <p>{t.ledes[kind]}</p>
            {by === 'teacher' && <p>{t.propose}</p>}
            <dl class="facts-list">
              <dt>{t.current}</dt>
              <dd>{current}</dd>
            </dl>
          </>
        }
      >
        {kind === 'end' && <DateField name="to" />}
        {kind === 'missions' && <DateField name="from" />}
        {kind === 'correction' && by === 'dane' && <SchoolField name="uai" help={fields.uaiHelp} />}
        {kind === 'correction' && (
          <div class="field-row">
            <DateField name="from" />
            <DateField name="to" optional />
          </div>
        )}
        {kind !== 'end' && <DutyInputs missions={missions} />}
        {kind !== 'end' && asksState && <StateField of={kind} />}
        <ReasonField
          isRequired={by === 'dane'}
          help={by === 'dane' ? fields.reasonDocuments : fields.reasonHelp}
        />
      </Form>
    </>
  );
}

export function ReasonField(props: {
  isRequired: boolean;
  help: string;
  /** The case in which it may be left empty. */
  optional?: boolean | string;
}) {
  const { isRequired, help, optional = true } = props;
  return (
    <TextArea
      name="reason"
      help={help}
      rows={2}
      maxlength={CHANGE_REASON_LENGTH}
      optional={!isRequired && optional}
    />
  );
}

/** Whether the new parts wait for the principal, or the DANE confirms them on documents. */
export function StateField({ of }: { of: 'missions' | 'correction' | 'entry' }) {
  const { fields } = usePageContext().t.changes;
  return (
    <ChoiceGroup
      kind="radio"
      name="state"
      help={fields.stateHelps[of]}
      choices={(['requested', 'confirmed'] as const).map((value) => ({
        value,
        label: fields.states[value],
        text: fields.stateTexts[value],
      }))}
    />
  );
}
