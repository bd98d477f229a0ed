import type { Authorisation } from '../records.ts';

/** The key of an authorisation: its school, mission, authority and first day (docs/files.md). */
export type AuthorisationKey = Pick<Authorisation, 'uai' | 'mission' | 'localAuthority'> & {
  readonly period: Pick<Authorisation['period'], 'from'>;
};

/** Whether two keys name one authorisation. */
export function isSameAction(one: AuthorisationKey, other: AuthorisationKey): boolean {
  return (
    one.uai === other.uai &&
    one.mission === other.mission &&
    one.localAuthority === other.localAuthority &&
    one.period.from === other.period.from
  );
}
