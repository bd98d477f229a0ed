import type { MissionInvitation } from '../../features/mission-proposals/feature.ts';
import type { MissionCode, Role } from '../engagement/mission.ts';
import type { DeclaredName } from '../person/name.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { Uai } from '../uai.ts';

/** Who a newcomer says they are. It proves nothing: see `ProvedIdentity` for what the provider stated. */
export type ClaimedIdentity = DeclaredName;

/** What a person whom the register does not know says of themselves after signing in (docs/rules.md,
 *  Newcomers). It is no fact and gives no right. A later one takes its place. */
export interface NewcomerRequest extends ClaimedIdentity {
  readonly at: Instant;
  readonly uai: Uai;
  readonly from: LocalDate;
  /** The last day; absent if the missions have no end yet. */
  readonly to?: LocalDate;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
}

/** Seconds within which a newcomer says who they are before they must sign in again. */
export const TICKET_SECONDS = 2 * 3600;

/** Days for which a doubt and an invitation are kept after its last sign-in, or after it was sent. */
export const NEWCOMER_RETENTION_DAYS = 90;

/** The most invitations, and the most requests, that wait at one school. */
export const MOST_NEWCOMERS_OF_SCHOOL = 30;

/** Whether a newcomer says no other days, missions and roles than those to which they were invited. */
export function isAsInvited(
  { uai, from, to, missions, roles }: NewcomerRequest,
  invitation: MissionInvitation,
): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();
  return (
    uai === invitation.uai &&
    from === invitation.from &&
    to === undefined &&
    same(missions, invitation.missions) &&
    same(roles, invitation.roles)
  );
}
