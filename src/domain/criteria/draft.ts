import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import type { Instant, LocalDate } from '../time/time.ts';

/** How a draft ended. `replaced`: somebody changed it, and the changed one waits in its place. */
export const DRAFT_OUTCOMES = ['adopted', 'sent-back', 'withdrawn', 'replaced'] as const;
export type DraftOutcome = (typeof DRAFT_OUTCOMES)[number];

/** A version of the criteria that one agent proposes and another one judges. It never changes: a changed draft
 *  is another one, so what was approved is what was read. */
export interface CriteriaDraft {
  readonly id: string;
  /** The newest version when it was drafted: its figures are relative to that one. */
  readonly baseVersion: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly from: LocalDate;
  readonly draftedBy: PersonId;
  readonly draftedAt: Instant;
  readonly settled?: DraftSettlement;
}

export interface DraftSettlement {
  readonly outcome: DraftOutcome;
  readonly by: PersonId;
  readonly at: Instant;
  /** Why it was sent back. */
  readonly words?: string;
  /** The number of the adopted version. */
  readonly version?: number;
}

/** Checks that this agent may judge the draft now. Throws `draft-settled`, `own-draft`, and `draft-outdated`
 *  where another version has been adopted since. */
export function checkJudge(draft: CriteriaDraft, actor: PersonId, newestVersion: number): void {
  if (draft.settled) throw new DomainError('draft-settled');
  if (draft.draftedBy === actor) throw new DomainError('own-draft');
  if (draft.baseVersion !== newestVersion)
    throw new DomainError('draft-outdated', { version: newestVersion });
}

/** Changes to drafts of criteria. */
export type DraftChange =
  /** The whole commit is refused where another draft on the same version waits, except the one replaced. */
  | { readonly kind: 'criteria-drafted'; readonly draft: CriteriaDraft; readonly replaces?: string }
  /** The whole commit is refused where the draft no longer waits. */
  | { readonly kind: 'criteria-draft-settled'; readonly id: string; readonly settled: DraftSettlement };
