import { type MissionCode, ROLES, type Role } from '../../../domain/engagement/mission.ts';
import type { EngagementChangeKind } from '../../../domain/engagement/proposal.ts';
import { type FormState, useForm } from '../forms/context.ts';
import { Form } from '../forms/elements.tsx';
import { ChoiceGroup, DateField, Rejection, TextArea } from '../forms/inputs.tsx';
import { type FamilyChoice, MissionFamilies } from '../forms/mission-checkboxes.tsx';
import { SchoolField } from '../forms/name-lookup-field.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { CHANGE_REASON_LENGTH } from './change-form.ts';
import type { MissionChoices } from './change-view.ts';

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
    ...{ missions: fields.missions, roles: fields.roles, uai: t.dane.uai },
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
        {kind !== 'end' && <MissionFields missions={missions} />}
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

/** The most boxes of missions and roles that stand before the folds. */
const MOST_FIRST = 4;

interface MissionFieldsProps {
  readonly missions: readonly FamilyChoice[];
  readonly help?: string;
  /** Missions that are likely here, the likeliest first: those that the school lacks, those that were held. */
  readonly likely?: readonly MissionCode[];
  readonly rolesHelp?: string;
  readonly roleText?: (role: Role) => string;
}

/** Missions, then roles: what is ticked and what is likely stands first, the rest is folded. Every form with
 *  missions uses it. */
export function MissionFields({ missions, help, likely = [], rolesHelp, roleText }: MissionFieldsProps) {
  const { fields } = usePageContext().t.changes;
  const { values } = useForm();
  const roles = ROLES.filter((role) => values['roles']?.includes(role)).slice(0, MOST_FIRST / 2);
  const first = [...new Set([...(values['missions'] ?? []), ...likely])].slice(0, MOST_FIRST - roles.length);
  return (
    <>
      <MissionFamilies
        legend={fields.missions}
        help={help ?? fields.missionsHelp}
        families={missions}
        first={first}
      />
      <RoleFields first={roles} help={rolesHelp} text={roleText} />
    </>
  );
}

function RoleFields(props: {
  readonly first: readonly Role[];
  readonly help: string | undefined;
  readonly text: ((role: Role) => string) | undefined;
}) {
  const { first, help, text } = props;
  const { changes, records } = usePageContext().t;
  const { fields } = changes;
  const others = ROLES.filter((role) => !first.includes(role));
  const { values } = useForm();
  const chosen = others.filter((role) => values['roles']?.includes(role));
  const choices = (roles: readonly Role[]) =>
    roles.map((value) => ({ value, label: records.roles[value], text: text?.(value) }));
  return (
    <>
      {first.length > 0 && (
        <ChoiceGroup kind="checkbox" name="roles" label={fields.roles} help={help} choices={choices(first)} />
      )}
      <details class="folded role-fold">
        <summary>
          {first.length > 0 ? fields.otherRoles : fields.roles}
          {chosen.length > 0 && (
            <span class="note"> {fields.ticked(chosen.map((role) => records.roles[role]))}</span>
          )}
        </summary>
        <ChoiceGroup
          kind="checkbox"
          name="roles"
          id={first.length > 0 ? 'roles-others' : 'roles'}
          label={first.length > 0 ? fields.otherRoles : fields.roles}
          help={first.length > 0 ? undefined : help}
          choices={choices(others)}
        />
      </details>
    </>
  );
}
