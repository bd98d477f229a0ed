import type { PersonId } from '../../../domain/ids.ts';
import type { ProgressReview, ReviewKind } from '../../../domain/records.ts';
import type { PlannedReview, WrittenReview } from '../../../domain/review/planned-review.ts';
import type { ReviewNotes } from '../../../domain/review/review-notes.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Flag, Json } from './columns.ts';

export interface ProgressReviewTable {
  person_id: PersonId;
  uai: Uai;
  held_on: LocalDate;
  kind: ReviewKind;
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

export function toReviewRow(it: ProgressReview): ProgressReviewTable {
  return { person_id: it.personId, uai: it.uai, held_on: it.on, kind: it.kind };
}

export function fromReviewRow(row: ProgressReviewTable): ProgressReview {
  return { personId: row.person_id, uai: row.uai, on: row.held_on, kind: row.kind };
}

export function toPlannedReviewRow(it: PlannedReview): PlannedReviewTable {
  return {
    person_id: it.personId,
    uai: it.uai,
    school_year: it.schoolYear,
    planned_on: it.on,
    planned_by: it.plannedBy,
  };
}

export function fromPlannedReviewRow(row: PlannedReviewTable): PlannedReview {
  return {
    personId: row.person_id,
    uai: row.uai,
    schoolYear: row.school_year,
    on: row.planned_on,
    plannedBy: row.planned_by,
  };
}

export function toReviewNotesRow(it: WrittenReview): ReviewNotesTable {
  return {
    person_id: it.personId,
    uai: it.uai,
    held_on: it.on,
    notes: JSON.stringify(it.notes),
    review_known: it.reviewKnown ? 1 : 0,
    written_by: it.writtenBy,
    written_at: it.writtenAt,
  };
}

export function fromReviewNotesRow(row: ReviewNotesTable): WrittenReview {
  return {
    personId: row.person_id,
    uai: row.uai,
    on: row.held_on,
    notes: JSON.parse(row.notes) as ReviewNotes,
    ...(row.review_known === 1 && { reviewKnown: true }),
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  };
}
