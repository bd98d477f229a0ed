import type { CriteriaDraft, DraftOutcome } from '../../../domain/criteria/draft.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import { type Json, withoutNulls } from './columns.ts';

export interface CriteriaVersionTable {
  version: number;
  in_force_from: LocalDate;
  document: Json;
  adopted_at: Instant;
  adopted_by: PersonId;
  withdrawn_at: Instant | null;
  withdrawn_by: PersonId | null;
}

export interface CriteriaDraftTable {
  id: string;
  base_version: number;
  /** The figures that differ from the base version. */
  figures: Json;
  in_force_from: LocalDate;
  drafted_by: PersonId;
  drafted_at: Instant;
  outcome: DraftOutcome | null;
  settled_by: PersonId | null;
  settled_at: Instant | null;
  words: string | null;
  version: number | null;
}

export function fromDraftRow(row: CriteriaDraftTable): CriteriaDraft {
  const { outcome, settled_by: by, settled_at: at } = row;
  return {
    id: row.id,
    baseVersion: row.base_version,
    figures: JSON.parse(row.figures) as CriteriaDraft['figures'],
    from: row.in_force_from,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    ...(outcome &&
      by &&
      at && {
        settled: withoutNulls({ outcome, by, at, words: row.words, version: row.version }),
      }),
  };
}
