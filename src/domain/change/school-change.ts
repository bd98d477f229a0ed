import type { Contest, ContestDecision } from '../engagement/contest.ts';
import type { Means } from '../engagement/means.ts';
import type { PlannedReview, WrittenReview } from '../engagement/planned-review.ts';
import type { PersonId } from '../ids.ts';
import type { Paper } from '../paper/paper.ts';
import type { Authorisation, Engagement } from '../records.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Instant, LocalDate } from '../time/time.ts';
import type { Uai } from '../uai.ts';

/** What the principal's space and contests write. */
export type SchoolChange =
  /** Refused, and the whole commit with it, where the segment is no longer as it was read, or where another person holds
   *  its single role by now, or that of a new one. `cutOff` are new segments. */
  | {
      readonly kind: 'engagement-decided';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff?: readonly Engagement[];
    }
  /** A role is taken off days of a segment, and nothing else of it moves: refused like a decision where it is no longer as
   *  it was read. */
  | {
      readonly kind: 'engagement-cut';
      readonly asRead: Engagement;
      readonly engagement: Engagement;
      readonly cutOff: readonly Engagement[];
    }
  /** Segments that wait since then, unless they were known to wait; those that no longer wait are forgotten. */
  | { readonly kind: 'requests-noted'; readonly at: Instant }
  /** Refused where the segment has an open contest. */
  | { readonly kind: 'contest-opened'; readonly contest: Contest }
  /** These three are refused, and the whole commit with them, where the contest is no longer open. */
  | {
      readonly kind: 'contest-answered';
      readonly id: string;
      readonly answer: string;
      readonly at: Instant;
    }
  | { readonly kind: 'contest-decided'; readonly id: string; readonly decision: ContestDecision }
  | { readonly kind: 'contest-withdrawn'; readonly id: string; readonly at: Instant }
  | { readonly kind: 'review-planned'; readonly planned: PlannedReview }
  | {
      readonly kind: 'review-plan-cancelled';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly schoolYear: SchoolYear;
    }
  | { readonly kind: 'review-written'; readonly review: WrittenReview }
  /** `text` leaves the review itself, which no longer says what was written down. */
  | {
      readonly kind: 'review-removed';
      readonly personId: PersonId;
      readonly uai: Uai;
      readonly on: LocalDate;
      readonly what: 'text' | 'review';
    }
  | { readonly kind: 'review-notes-forgotten'; readonly writtenBefore: Instant }
  | { readonly kind: 'authorisation-removed'; readonly authorisation: Authorisation }
  | { readonly kind: 'means-saved'; readonly means: Means }
  | { readonly kind: 'means-removed'; readonly means: Means }
  | { readonly kind: 'paper-made'; readonly paper: Paper };
