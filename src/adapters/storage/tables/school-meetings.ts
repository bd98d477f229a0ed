import type { MeetingSide, MeetingState, SchoolMeeting } from '../../../domain/event/school-meeting.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { withoutNulls } from './columns.ts';

export interface SchoolMeetingTable {
  id: string;
  uai: Uai;
  asked_by: PersonId;
  asked_at: Instant;
  words: string | null;
  state: MeetingState;
  proposed_by: MeetingSide | null;
  day: LocalDate | null;
  projects: string | null;
  difficulties: string | null;
  prospects: string | null;
  noted_by: PersonId | null;
  noted_as: MeetingSide | null;
  noted_at: Instant | null;
  event_code: string | null;
  revision: number;
}

export function toSchoolMeetingRow(it: SchoolMeeting): SchoolMeetingTable {
  return {
    id: it.id,
    uai: it.uai,
    asked_by: it.askedBy,
    asked_at: it.askedAt,
    words: it.words ?? null,
    state: it.state,
    proposed_by: it.proposedBy ?? null,
    day: it.day ?? null,
    projects: it.held?.notes.projects ?? null,
    difficulties: it.held?.notes.difficulties ?? null,
    prospects: it.held?.notes.prospects ?? null,
    noted_by: it.held?.by ?? null,
    noted_as: it.held?.as ?? null,
    noted_at: it.held?.at ?? null,
    event_code: it.held?.eventCode ?? null,
    revision: it.revision,
  };
}

export function fromSchoolMeetingRow(row: SchoolMeetingTable): SchoolMeeting {
  const { projects, difficulties, prospects, noted_by: by, noted_as: as, noted_at: at, event_code } = row;
  const notes = { projects: projects ?? '', difficulties: difficulties ?? '', prospects: prospects ?? '' };
  return withoutNulls({
    id: row.id,
    uai: row.uai,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    words: row.words,
    state: row.state,
    proposedBy: row.proposed_by,
    day: row.day,
    ...(by !== null &&
      as !== null &&
      at !== null &&
      event_code !== null && { held: { notes, by, as, at, eventCode: event_code } }),
    revision: row.revision,
  });
}
