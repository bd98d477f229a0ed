import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';
import type { Uai } from '../uai.ts';

export const CONTEST_OUTCOMES = ['maintained', 'lifted', 'partial'] as const;
/** What the DANE decides: the contest stands, falls, or stands for a part of the segment (docs/rules.md, Contests). */
export type ContestOutcome = (typeof CONTEST_OUTCOMES)[number];

/** A principal contests an engagement. Motive, answer and reason are for the teacher, the principal of that school and
 *  the DANE only. */
export interface Contest {
  readonly id: string;
  readonly engagementReference: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  /** Absent where a file said that the engagement is contested, and not why. */
  readonly motive?: string;
  /** Absent where a file said it. */
  readonly openedBy?: PersonId;
  readonly openedAt: Instant;
  /** The teacher's. */
  readonly answer?: string;
  readonly answeredAt?: Instant;
  readonly decision?: ContestDecision;
  /** The principal confirmed the engagement after all, before the DANE decided. */
  readonly withdrawnAt?: Instant;
}

export interface ContestDecision {
  readonly outcome: ContestOutcome;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** References of the segments that the decision is about: the one contested and, of a partial decision, its parts. */
  readonly references: readonly string[];
}

export type ContestState = 'awaits-answer' | 'awaits-decision' | 'decided' | 'withdrawn';

/** Whom a contest waits for. The DANE may decide without an answer: nobody can be made to give one. */
export function contestState({ answer, decision, withdrawnAt }: Contest): ContestState {
  if (decision) return 'decided';
  if (withdrawnAt) return 'withdrawn';
  return answer === undefined ? 'awaits-answer' : 'awaits-decision';
}

export function isOpen(contest: Contest): boolean {
  return !contest.decision && !contest.withdrawnAt;
}

/** Whether the DANE decided on this segment, or on one that it was cut from: nobody else moves it any more. */
export function isSettled(reference: string, contests: readonly Contest[]): boolean {
  return contests.some(({ decision }) => decision?.references.includes(reference));
}

/** What contests write. */
export type ContestChange =
  /** Refused where the segment has an open contest. */
  | { readonly kind: 'contest-opened'; readonly contest: Contest }
  /** The three that follow are refused, and the whole commit with them, where the contest is no longer open. */
  | {
      readonly kind: 'contest-answered';
      readonly id: string;
      readonly answer: string;
      readonly at: Instant;
    }
  | { readonly kind: 'contest-decided'; readonly id: string; readonly decision: ContestDecision }
  | { readonly kind: 'contest-withdrawn'; readonly id: string; readonly at: Instant };
