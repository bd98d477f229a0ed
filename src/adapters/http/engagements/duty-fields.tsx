import { z } from '@hono/zod-openapi';
import { type FC, useContext } from 'hono/jsx';
import { DUTY_FIELDS, type Duties } from '../../../domain/engagement/fields.ts';
import {
  type MissionCode,
  type MissionFramework,
  ROLES,
  type Role,
} from '../../../domain/engagement/mission.ts';
import { detailLabels } from '../../../texts/engagement-details.ts';
import { textSchema } from '../api/contracts.ts';
import { type FormState, FormTexts, useForm } from '../forms/context.ts';
import { ChoiceGroup } from '../forms/inputs.tsx';
import { type FamilyChoice, MissionFamilies } from '../forms/mission-checkboxes.tsx';
import { choicesOf, type FormValues } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';

interface DutyInputProps {
  readonly missions: readonly FamilyChoice[];
  readonly help?: string;
  /** Missions that are likely here, the likeliest first: those that the school lacks, those that were held. */
  readonly likely?: readonly MissionCode[];
  readonly rolesHelp?: string;
  readonly roleText?: (role: Role) => string;
}

type Duty = keyof Required<Duties>;

/** The missions and roles of every form that has them. */
export const missionFields = ({ missions }: MissionFramework) => ({
  missions: choicesOf<MissionCode>([...missions.keys()]).refine(({ length }) => length > 0, {
    message: 'no-mission',
  }),
  roles: choicesOf(ROLES),
});

/** The duties as the form of an engagement sends them. */
export const dutyFields = (framework: MissionFramework) =>
  missionFields(framework) satisfies { readonly [F in Duty]: z.ZodType<Duties[F]> };

/** The duties as the form of an engagement shows them. */
export const dutyValues = ({ missions, roles }: Duties): FormValues =>
  ({ missions, roles }) satisfies Record<Duty, readonly string[]>;

const missionCodes = z.array(textSchema({ max: 10 })).min(1);
/** The duties as the API accepts them. A mission is compared with the framework later. */
export const dutyBody = {
  missions: missionCodes.openapi({ example: ['M1', 'M4'] }),
  roles: z.array(z.enum(ROLES)).default([]),
} satisfies Record<Duty, z.ZodType>;

const codes = z.array(z.string()).readonly();
/** The duties as the API returns them. */
export const dutyView = { missions: codes, roles: codes } satisfies Record<Duty, z.ZodType>;

const INPUTS: Record<Duty, FC<DutyInputProps>> = { missions: MissionInput, roles: RoleInput };

/** Missions, then roles and other details: what is ticked and what is likely stands first, the rest is folded. */
export function DutyInputs({ proposed = false, ...props }: DutyInputProps & { readonly proposed?: boolean }) {
  // Proposed missions are not yet an engagement and have no other details.
  const fields = proposed ? (['missions', 'roles'] as const) : DUTY_FIELDS;
  const texts = { ...useContext(FormTexts), ...detailLabels(usePageContext().locale) };
  const inputs = fields.map((field) => {
    const Input = INPUTS[field];
    return <Input {...props} />;
  });
  return <FormTexts.Provider value={texts}>{inputs}</FormTexts.Provider>;
}

/** The most boxes of missions and roles that stand before the folds. */
const MOST_FIRST = 4;

/** The chosen roles that stand before the fold. */
const firstRoles = ({ values }: FormState) =>
  ROLES.filter((role) => values['roles']?.includes(role)).slice(0, MOST_FIRST / 2);

function MissionInput({ missions, help, likely = [] }: DutyInputProps) {
  const { fields } = usePageContext().t.changes;
  const form = useForm();
  const most = MOST_FIRST - firstRoles(form).length;
  return (
    <MissionFamilies
      legend={fields.missions}
      help={help ?? fields.missionsHelp}
      families={missions}
      first={[...new Set([...(form.values['missions'] ?? []), ...likely])].slice(0, most)}
    />
  );
}

function RoleInput({ rolesHelp: help, roleText: text }: DutyInputProps) {
  const { changes, records } = usePageContext().t;
  const { fields } = changes;
  const form = useForm();
  const first = firstRoles(form);
  const others = ROLES.filter((role) => !first.includes(role));
  const chosen = others.filter((role) => form.values['roles']?.includes(role));
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
