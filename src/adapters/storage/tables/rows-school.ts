import type { Selectable } from 'kysely';
import type { Contest } from '../../../domain/engagement/contest.ts';
import type { Means } from '../../../domain/engagement/means.ts';
import type { PlannedReview, WrittenReview } from '../../../domain/engagement/planned-review.ts';
import type { ReviewNotes } from '../../../domain/engagement/review-notes.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Paper, PaperFacts } from '../../../domain/paper/paper.ts';
import { optional } from './columns.ts';
import type { Tables } from './tables.ts';

/** What the principal's space keeps ↔ rows. */

/** In place of who opened a contest: a file of the DANE said it. */
const A_FILE = 'import' as PersonId;

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

export function toContestRow(it: Contest): Row<'contest'> {
  return {
    id: it.id,
    engagement_reference: it.engagementReference,
    person_id: it.personId,
    uai: it.uai,
    motive: it.motive ?? '',
    opened_by: it.openedBy ?? A_FILE,
    opened_at: it.openedAt,
    answer: it.answer ?? null,
    answered_at: it.answeredAt ?? null,
    outcome: it.decision?.outcome ?? null,
    decision_reason: it.decision?.reason ?? null,
    decided_by: it.decision?.by ?? null,
    decided_at: it.decision?.at ?? null,
    decided_references: it.decision ? JSON.stringify(it.decision.references) : null,
    withdrawn_at: it.withdrawnAt ?? null,
  };
}

export function fromContestRow(row: Row<'contest'>): Contest {
  const { outcome, decided_at: at, decided_by: by } = row;
  return {
    id: row.id,
    engagementReference: row.engagement_reference,
    personId: row.person_id,
    uai: row.uai,
    ...(row.motive !== '' && { motive: row.motive }),
    ...(row.opened_by !== A_FILE && { openedBy: row.opened_by }),
    openedAt: row.opened_at,
    ...optional('answer', row.answer),
    ...optional('answeredAt', row.answered_at),
    ...(outcome !== null &&
      at !== null &&
      by !== null && {
        decision: {
          outcome,
          at,
          by,
          reason: row.decision_reason ?? '',
          references: JSON.parse(row.decided_references ?? '[]') as readonly string[],
        },
      }),
    ...optional('withdrawnAt', row.withdrawn_at),
  };
}

export function toPlannedReviewRow(it: PlannedReview): Row<'planned_review'> {
  return {
    person_id: it.personId,
    uai: it.uai,
    school_year: it.schoolYear,
    planned_on: it.on,
    planned_by: it.plannedBy,
  };
}

export function fromPlannedReviewRow(row: Row<'planned_review'>): PlannedReview {
  return {
    personId: row.person_id,
    uai: row.uai,
    schoolYear: row.school_year,
    on: row.planned_on,
    plannedBy: row.planned_by,
  };
}

export function toReviewNotesRow(it: WrittenReview): Row<'review_notes'> {
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

export function fromReviewNotesRow(row: Row<'review_notes'>): WrittenReview {
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

export function toMeansRow(it: Means): Row<'means'> {
  return {
    person_id: it.personId,
    uai: it.uai,
    kind: it.kind,
    description: it.description,
    since: it.since,
  };
}

export function fromMeansRow(row: Row<'means'>): Means {
  return {
    personId: row.person_id,
    uai: row.uai,
    kind: row.kind,
    description: row.description,
    since: row.since,
  };
}

export function toPaperRow(it: Paper): Row<'paper'> {
  return {
    id: it.id,
    kind: it.kind,
    person_id: it.personId ?? null,
    uai: it.uai,
    school_year: it.schoolYear,
    facts: JSON.stringify(it.facts),
    made_by: it.madeBy,
    made_at: it.madeAt,
  };
}

export function fromPaperRow(row: Row<'paper'>): Paper {
  return {
    id: row.id,
    kind: row.kind,
    ...optional('personId', row.person_id),
    uai: row.uai,
    schoolYear: row.school_year,
    facts: JSON.parse(row.facts) as PaperFacts,
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
}
