import type { DataRequestKind } from '../../../domain/change/my-change.ts';
import type { ContestOutcome } from '../../../domain/engagement/contest.ts';
import type { MeansKind } from '../../../domain/engagement/means.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { PaperId, PaperKind } from '../../../domain/paper/paper.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Flag, Json } from './records.ts';

export interface EngagementRequestTable {
  reference: string;
  person_id: PersonId;
  since: Instant;
}

export interface ContestTable {
  id: string;
  engagement_reference: string;
  person_id: PersonId;
  uai: Uai;
  motive: string;
  opened_by: PersonId;
  opened_at: Instant;
  answer: string | null;
  answered_at: Instant | null;
  outcome: ContestOutcome | null;
  decision_reason: string | null;
  decided_by: PersonId | null;
  decided_at: Instant | null;
  decided_references: Json | null;
  withdrawn_at: Instant | null;
}

export interface PlannedReviewTable {
  person_id: PersonId;
  uai: Uai;
  school_year: number;
  planned_on: LocalDate;
  planned_by: PersonId;
}

export interface ReviewNotesTable {
  person_id: PersonId;
  uai: Uai;
  held_on: LocalDate;
  notes: Json;
  review_known: Flag;
  written_by: PersonId;
  written_at: Instant;
}

export interface MeansTable {
  person_id: PersonId;
  uai: Uai;
  kind: MeansKind;
  description: string;
  since: LocalDate;
}

export interface PaperTable {
  id: PaperId;
  kind: PaperKind;
  person_id: PersonId | null;
  uai: Uai;
  school_year: number;
  facts: Json;
  made_by: PersonId;
  made_at: Instant;
}

export interface DeclaredEngagementTable {
  reference: string;
  person_id: PersonId;
  declared_at: Instant;
  segment_key: string | null;
}

export interface DataRequestTable {
  id: string;
  person_id: PersonId;
  kind: DataRequestKind;
  message: string;
  made_at: Instant;
  settled_at: Instant | null;
  settled_by: string | null;
  answer: string | null;
}

export interface EstablishmentCoverageTable {
  uai: Uai;
  school_year: number;
  rupn: number;
  requested: number;
  contested: number;
  clashes: number;
  families: string;
  measured_at: Instant;
}

export interface CampaignTable {
  id: string;
  name: string;
  school_year: number;
  closes_on: LocalDate;
  opened_at: Instant;
  opened_by: PersonId;
  closed_at: Instant | null;
  cancelled: Flag;
}

export interface ConfirmationRequestTable {
  engagement_reference: string;
  campaign_id: string | null;
  requested_at: Instant;
  first_reminder_at: Instant | null;
  second_reminder_at: Instant | null;
}

export interface DocumentaryConfirmationTable {
  engagement_reference: string;
  confirmed_at: Instant;
  confirmed_by: string;
  documents: string;
}
