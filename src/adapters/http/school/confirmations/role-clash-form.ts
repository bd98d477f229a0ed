import { type Role, SINGLE_ROLES } from '../../../../domain/engagement/mission.ts';
import type { RoleSettlement } from '../../../../domain/engagement/settle-clash.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import { type FieldFaults, optionalChoiceOf, optionalDate } from '../../shell/form.ts';

const CHOICES = ['keep', 'take'] as const;

/** The fields of one single role: who holds it, and from which day. */
export const choiceField = <Of extends Role>(role: Of) => `role-${role}` as const;
export const dayField = <Of extends Role>(role: Of) => `from-${role}` as const;

/** What a form that settles single roles has besides its own fields. */
export const roleFields = {
  'role-contact-dane': optionalChoiceOf(CHOICES),
  'from-contact-dane': optionalDate,
  'role-contact-collectivite': optionalChoiceOf(CHOICES),
  'from-contact-collectivite': optionalDate,
};

type SingleRole = 'contact-dane' | 'contact-collectivite';
type RoleValues = Partial<Record<`role-${SingleRole}`, (typeof CHOICES)[number] | undefined>> &
  Partial<Record<`from-${SingleRole}`, LocalDate | undefined>>;

/** What was chosen for each role; nothing for a role that is taken on no day. */
export function toSettlements(values: RoleValues): readonly RoleSettlement[] {
  return singleRoles().flatMap((role): readonly RoleSettlement[] => {
    const [choice, from] = [values[choiceField(role)], values[dayField(role)]];
    if (choice === 'keep') return [{ kind: 'holder-keeps', role }];
    return choice === 'take' && from ? [{ kind: 'newcomer-takes', role, from }] : [];
  });
}

/** Roles that are taken without the day. */
export function missingDays(values: RoleValues): FieldFaults {
  const missing = singleRoles().filter(
    (role) => values[choiceField(role)] === 'take' && !values[dayField(role)],
  );
  return Object.fromEntries(missing.map((role) => [dayField(role), 'required' as const]));
}

function singleRoles(): readonly SingleRole[] {
  return SINGLE_ROLES as readonly SingleRole[];
}
