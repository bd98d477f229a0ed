import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { Amendment, BadgeChange } from './badge-change.ts';

/** How a draft ended. `replaced`: someone changed it, and the changed draft took its place. */
export const DRAFT_OUTCOMES = ['adopted', 'sent-back', 'withdrawn', 'replaced'] as const;
export type DraftOutcome = (typeof DRAFT_OUTCOMES)[number];

/** A version of the criteria that one agent proposes and another agent judges. A draft never changes: a
 *  changed one is a new draft, so that an approval applies to exactly the text that was read. */
export interface CriteriaDraft {
  readonly id: string;
  /** The version that was the newest when the draft was made. The figures of the draft are changes of that
   *  version. */
  readonly baseVersion: number;
  readonly figures: Amendment['figures'];
  /** What it does to badges, besides its figures. */
  readonly badges: readonly BadgeChange[];
  readonly from: LocalDate;
  readonly draftedBy: PersonId;
  readonly draftedAt: Instant;
  readonly settled?: DraftSettlement;
}

/** How and by whom a draft was ended. */
export interface DraftSettlement {
  readonly outcome: DraftOutcome;
  readonly by: PersonId;
  readonly at: Instant;
  /** Why it was sent back. */
  readonly words?: string;
  /** The number of the adopted version. */
  readonly version?: number;
}

/** Checks that this agent may judge the draft. Throws `draft-settled`, `own-draft`, and `draft-outdated`
 *  where another version was adopted after the draft was made. */
export function checkJudge(draft: CriteriaDraft, actor: PersonId, newestVersion: number): void {
  if (draft.settled) throw new DomainError('draft-settled');
  if (draft.draftedBy === actor) throw new DomainError('own-draft');
  if (draft.baseVersion !== newestVersion)
    throw new DomainError('draft-outdated', { version: newestVersion });
}

export type DraftChange =
  /** The whole commit is refused where another draft on the same version waits, unless `replaces` names
   *  it. */
  | { readonly kind: 'criteria-drafted'; readonly draft: CriteriaDraft; readonly replaces?: string }
  /** The whole commit is refused where the draft no longer waits. */
  | { readonly kind: 'criteria-draft-settled'; readonly id: string; readonly settled: DraftSettlement };
