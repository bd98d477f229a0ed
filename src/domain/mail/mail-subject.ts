import { type Role, SINGLE_ROLES } from '../engagement/mission.ts';
import type { Uai } from '../uai.ts';

/** What a mail may be about besides a segment or a credential: codes among its subjects, never words. */

const SCHOOL = 'school:';

/** All that waits at a school when the mail is written, whatever it was queued for. */
export function schoolSubject(uai: Uai): string {
  return `${SCHOOL}${uai}`;
}

/** The school whose requests the mail is about; undefined where it names segments. */
export function schoolOfSubjects(subjectIds: readonly string[]): Uai | undefined {
  const found = subjectIds.find((id) => id.startsWith(SCHOOL));
  return found?.slice(SCHOOL.length) as Uai | undefined;
}

/** What became of a single role that two people wanted: taken off the holder, given to the newcomer, or not. */
export const ROLE_OUTCOMES = ['role-lost', 'role-given', 'role-refused'] as const;
export type RoleOutcome = (typeof ROLE_OUTCOMES)[number];

export function roleSubject(outcome: RoleOutcome, role: Role): string {
  return `${outcome}:${role}`;
}

/** Every role that the subjects tell of, with what became of it. */
export function rolesOfSubjects(
  subjectIds: readonly string[],
): readonly { readonly outcome: RoleOutcome; readonly role: Role }[] {
  return ROLE_OUTCOMES.flatMap((outcome) =>
    SINGLE_ROLES.filter((role) => subjectIds.includes(roleSubject(outcome, role))).map((role) => ({
      outcome,
      role,
    })),
  );
}

const CORRECTED = 'corrected:';

/** The badge was signed again because of what it said of these. */
export function correctionSubjects(of: readonly string[]): readonly string[] {
  return of.map((part) => `${CORRECTED}${part}`);
}

/** What a badge said wrongly, where the mail tells that it was put right; none where it tells of a new badge. */
export function correctionsOfSubjects(subjectIds: readonly string[]): readonly string[] {
  return subjectIds.filter((id) => id.startsWith(CORRECTED)).map((id) => id.slice(CORRECTED.length));
}
