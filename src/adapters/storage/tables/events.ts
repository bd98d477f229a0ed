import type { PersonId } from '../../../domain/ids.ts';
import type { Attendance, Event, EventKind, ProofLevel } from '../../../domain/records.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Json } from './columns.ts';
import { withoutNulls } from './columns.ts';

export interface EventTable {
  code: string;
  kind: EventKind;
  title: string;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  hours: number | null;
  tags: Json;
  uai: Uai | null;
}

export interface AttendanceTable {
  person_id: PersonId;
  event_code: string;
  hours: number | null;
  proof: ProofLevel;
}

export interface EventSheetTable {
  secret: string;
  event_code: string;
  opens_at: Instant;
  closes_at: Instant;
  made_at: Instant;
  made_by: PersonId;
}

export function toEventRow(it: Event): EventTable {
  return {
    code: it.code,
    kind: it.kind,
    title: it.title,
    starts_on: it.startsOn,
    ends_on: it.endsOn ?? null,
    hours: it.hours ?? null,
    tags: JSON.stringify(it.tags),
    uai: it.uai ?? null,
  };
}

export function fromEventRow(row: EventTable): Event {
  return withoutNulls({
    code: row.code,
    kind: row.kind,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    hours: row.hours,
    tags: JSON.parse(row.tags) as readonly string[],
    uai: row.uai,
  });
}

export function toAttendanceRow(it: Attendance): AttendanceTable {
  return { person_id: it.personId, event_code: it.eventCode, hours: it.hours ?? null, proof: it.proof };
}

export function fromAttendanceRow(row: AttendanceTable): Attendance {
  return withoutNulls({
    personId: row.person_id,
    eventCode: row.event_code,
    hours: row.hours,
    proof: row.proof,
  });
}
