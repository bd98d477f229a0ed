import type { SegmentChangeKind } from '../../../domain/engagement/engagement-proposal.ts';
import { ROLES } from '../../../domain/engagement/mission.ts';
import { ChoiceGroup, DateField, Refusal, TextArea } from '../shell/fields.tsx';
import { Form } from '../shell/form-parts.tsx';
import { MissionFamilies } from '../shell/mission-families.tsx';
import { SchoolField } from '../shell/named-field.tsx';
import type { FormState } from '../shell/use-form.ts';
import { useFrame } from '../shell/use-frame.ts';
import { CHANGE_REASON_LENGTH } from './change-form.ts';
import type { MissionChoices } from './change-view.ts';

export interface ChangeFormProps {
  readonly kind: SegmentChangeKind;
  /** The person who fills it in: a teacher proposes, a principal or the DANE decides. */
  readonly by: 'teacher' | 'principal' | 'dane';
  readonly action: string;
  readonly back: string;
  readonly missions: MissionChoices;
  /** The segment's period, missions and roles in words. */
  readonly current: string;
  /** The segment as the page shows it; absent for a proposal. */
  readonly seen?: string;
  /** Whether the DANE states if it confirms the new parts. */
  readonly asksState?: boolean;
  readonly form: FormState;
}

/** The form of one kind of change: its effect, the recorded state, and its fields. */
export function ChangeForm(props: ChangeFormProps) {
  const { kind, by, action, back, missions, current, seen, asksState = false, form } = props;
  const frame = useFrame();
  const t = frame.t.changes;
  const { fields } = t;
  const labels = {
    to: kind === 'end' ? fields.to : fields.end,
    from: kind === 'missions' ? fields.fromMissions : fields.from,
    missions: fields.missions,
    roles: fields.roles,
    uai: t.dane.uai,
    state: fields.state,
    reason: fields.reason,
  };
  return (
    <>
      <Refusal form={form} />
      <p class="lede">{t.ledes[kind]}</p>
      {by === 'teacher' && <p>{t.propose}</p>}
      <dl class="facts-list">
        <dt>{t.current}</dt>
        <dd>{current}</dd>
      </dl>
      <Form action={action} form={form} labels={labels} hidden={{ seen }}>
        {kind === 'end' && <DateField name="to" label={fields.to} help={fields.toHelp} />}
        {kind === 'missions' && (
          <DateField name="from" label={fields.fromMissions} help={fields.fromMissionsHelp} />
        )}
        {kind === 'correction' && by === 'dane' && (
          <SchoolField name="uai" label={t.dane.uai} help={fields.uaiHelp} />
        )}
        {kind === 'correction' && (
          <div class="field-row">
            <DateField name="from" label={fields.from} />
            <DateField name="to" label={fields.end} help={fields.endHelp} optional />
          </div>
        )}
        {kind !== 'end' && <MissionFields missions={missions} />}
        {kind !== 'end' && asksState && <StateField of={kind} />}
        <ReasonField
          isRequired={by === 'dane'}
          help={by === 'dane' ? fields.reasonDocuments : fields.reasonHelp}
        />
        <div class="actions">
          <button type="submit">{by === 'teacher' ? t.submit.propose : t.submit.decide[kind]}</button>
          <a href={back}>{frame.t.forms.cancel}</a>
        </div>
      </Form>
    </>
  );
}

export function ReasonField({
  isRequired,
  help,
  optional = true,
}: {
  isRequired: boolean;
  help: string;
  /** The case in which it may be left empty. */
  optional?: boolean | string;
}) {
  const { fields } = useFrame().t.changes;
  const given = isRequired ? {} : { optional };
  return (
    <TextArea
      name="reason"
      label={fields.reason}
      help={help}
      rows={2}
      maxlength={CHANGE_REASON_LENGTH}
      {...given}
    />
  );
}

/** Whether the new parts wait for the principal, or the DANE confirms them on documents. */
export function StateField({ of }: { of: 'missions' | 'correction' | 'entry' }) {
  const { fields } = useFrame().t.changes;
  return (
    <ChoiceGroup
      kind="radio"
      name="state"
      label={fields.state}
      help={fields.stateHelps[of]}
      choices={(['requested', 'confirmed'] as const).map((value) => ({
        value,
        label: fields.states[value],
        text: fields.stateTexts[value],
      }))}
    />
  );
}

/** Missions by family, then roles. */
export function MissionFields({ missions, help }: { missions: MissionChoices; help?: string }) {
  const frame = useFrame();
  const { fields } = frame.t.changes;
  return (
    <>
      <MissionFamilies
        legend={fields.missions}
        help={help ?? fields.missionsHelp}
        families={missions.map(({ label, missions: held }) => ({ legend: label, missions: held }))}
      />
      <ChoiceGroup
        kind="checkbox"
        name="roles"
        label={fields.roles}
        choices={ROLES.map((value) => ({ value, label: frame.t.records.roles[value] }))}
      />
    </>
  );
}
