import { type Role, SINGLE_ROLES } from '../../../../domain/engagement/mission.ts';
import type { RoleSettlement } from '../../../../domain/engagement/settle-clash.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import { type FieldFaults, optionalChoiceOf, optionalDate } from '../../shell/form.ts';

const CHOICES = ['keep', 'take'] as const;

/** The fields of one single role: its future holder, and the first day. */
export const choiceField = <Of extends Role>(role: Of) => `role-${role}` as const;
export const dayField = <Of extends Role>(role: Of) => `from-${role}` as const;

/** The fields that a form needs in addition to settle single roles. */
export const roleFields = {
  'role-contact-dane': optionalChoiceOf(CHOICES),
  'from-contact-dane': optionalDate,
  'role-contact-collectivite': optionalChoiceOf(CHOICES),
  'from-contact-collectivite': optionalDate,
};

type SingleRole = 'contact-dane' | 'contact-collectivite';
type RoleValues = Partial<Record<`role-${SingleRole}`, (typeof CHOICES)[number] | undefined>> &
  Partial<Record<`from-${SingleRole}`, LocalDate | undefined>>;

/** The choice for each role; a role that is taken without a day is left out. */
export function toSettlements(values: RoleValues): readonly RoleSettlement[] {
  return singleRoles().flatMap((role): readonly RoleSettlement[] => {
    const [choice, from] = [values[choiceField(role)], values[dayField(role)]];
    if (choice === 'keep') return [{ kind: 'holder-keeps', role }];
    return choice === 'take' && from ? [{ kind: 'newcomer-takes', role, from }] : [];
  });
}

/** Faults of the roles that are taken without a day. */
export function missingDays(values: RoleValues): FieldFaults {
  const missing = singleRoles().filter(
    (role) => values[choiceField(role)] === 'take' && !values[dayField(role)],
  );
  return Object.fromEntries(missing.map((role) => [dayField(role), 'required' as const]));
}

function singleRoles(): readonly SingleRole[] {
  return SINGLE_ROLES as readonly SingleRole[];
}
