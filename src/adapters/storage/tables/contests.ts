import type { Contest, ContestOutcome } from '../../../domain/contest/contest.ts';
import { NO_PERSON, type PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Json } from './columns.ts';
import { withoutNulls } from './columns.ts';

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

/** Stands in place of the author of a contest that a file of the DANE opened. */
const A_FILE = NO_PERSON.file;

export function toContestRow(it: Contest): ContestTable {
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

export function fromContestRow(row: ContestTable): Contest {
  const { outcome, decided_at: at, decided_by: by } = row;
  return withoutNulls({
    id: row.id,
    engagementReference: row.engagement_reference,
    personId: row.person_id,
    uai: row.uai,
    ...(row.motive !== '' && { motive: row.motive }),
    ...(row.opened_by !== A_FILE && { openedBy: row.opened_by }),
    openedAt: row.opened_at,
    answer: row.answer,
    answeredAt: row.answered_at,
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
    withdrawnAt: row.withdrawn_at,
  });
}
