import type { MissionCode, Role } from '../../../domain/engagement/mission.ts';
import { SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import type { MissionSharing } from '../../../domain/engagement/mission-sharing.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Confirmation, Engagement } from '../../../domain/records.ts';
import { isCountable } from '../../../domain/records.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Flag, Json } from './columns.ts';
import { flag, makeListReader, withoutNulls } from './columns.ts';

const readMissions = makeListReader();
const readRoles = makeListReader();

export interface EngagementTable {
  reference: string;
  person_id: PersonId;
  uai: Uai;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  missions: Json;
  roles: Json;
  /** Derived: 1 where the segment is countable and has a single role. An index on it finds clashes. */
  holds_single_role: Flag;
  confirmation: Confirmation;
  confirmed_by: string | null;
  confirmed_on: LocalDate | null;
  reservation: string | null;
  decided_by: string | null;
  decided_on: LocalDate | null;
  decided_from: Confirmation | null;
  sharing: Json | null;
}

export interface EngagementRequestTable {
  reference: string;
  person_id: PersonId;
  since: Instant;
}

export interface DeclaredEngagementTable {
  reference: string;
  person_id: PersonId;
  declared_at: Instant;
  segment_key: string | null;
}

export interface DocumentaryConfirmationTable {
  engagement_reference: string;
  confirmed_at: Instant;
  confirmed_by: string;
  documents: string;
}

export function toEngagementRow(it: Engagement): EngagementTable {
  return {
    reference: it.reference,
    person_id: it.personId,
    uai: it.uai,
    starts_on: it.period.from,
    ends_on: it.period.to ?? null,
    missions: JSON.stringify(it.missions),
    roles: JSON.stringify(it.roles),
    holds_single_role: flag(
      isCountable(it.confirmation) && it.roles.some((role) => SINGLE_ROLES.includes(role)),
    ),
    confirmation: it.confirmation,
    confirmed_by: it.confirmedBy ?? null,
    confirmed_on: it.confirmedOn ?? null,
    reservation: it.reservation ?? null,
    decided_by: it.decided?.by ?? null,
    decided_on: it.decided?.on ?? null,
    decided_from: it.decided?.from ?? null,
    sharing: it.sharing?.length ? JSON.stringify(it.sharing) : null,
  };
}

export function fromEngagementRow(row: EngagementTable): Engagement {
  return withoutNulls({
    reference: row.reference,
    personId: row.person_id,
    uai: row.uai,
    period: withoutNulls({ from: row.starts_on, to: row.ends_on }),
    missions: readMissions<MissionCode>(row.missions),
    roles: readRoles<Role>(row.roles),
    confirmation: row.confirmation,
    confirmedBy: row.confirmed_by,
    confirmedOn: row.confirmed_on,
    reservation: row.reservation,
    ...(row.decided_by !== null &&
      row.decided_on !== null && {
        decided: withoutNulls({ by: row.decided_by, on: row.decided_on, from: row.decided_from }),
      }),
    ...(row.sharing !== null && { sharing: JSON.parse(row.sharing) as readonly MissionSharing[] }),
  });
}
