import type { InvitationAnswer } from '../../../domain/event/invitation.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { SchoolYear } from '../../../domain/time/school-year.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';

export interface EventInvitationTable {
  event_code: string;
  person_id: PersonId;
  invited_at: Instant;
  invited_by: PersonId;
  reminded_at: Instant | null;
  answer: InvitationAnswer | null;
  answered_at: Instant | null;
  cancelled_at: Instant | null;
}

export interface ClassProjectTable {
  id: string;
  title: string;
  url: string | null;
  audience: string;
  school_year: SchoolYear;
  joins_until: LocalDate;
  made_by: PersonId;
  made_at: Instant;
  ended_at: Instant | null;
}

export interface ClassParticipationTable {
  project_id: string;
  person_id: PersonId;
  uai: Uai;
  classes: string;
  class_count: number;
  joined_at: Instant;
}
