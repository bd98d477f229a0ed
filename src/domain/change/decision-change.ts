import type { Recipient } from '../award/award-types.ts';
import type { Proposal, Refusal } from '../award/proposal.ts';
import type { Criteria } from '../criteria/criteria.ts';
import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';
import type { Job } from '../work/job.ts';

/** What the decisions of the DANE write. */
export type DecisionChange =
  | {
      readonly kind: 'criteria-adopted';
      readonly criteria: Criteria;
      readonly by: PersonId;
      readonly at: Instant;
    }
  /** Refused, and the whole commit with it, where an award was judged by it. */
  | {
      readonly kind: 'criteria-withdrawn';
      readonly version: number;
      readonly by: PersonId;
      readonly at: Instant;
    }
  /** Refused, and the whole commit with it, where nobody else is an agent of the DANE. Stands before what takes the
   *  profile away. */
  | { readonly kind: 'dane-agent-leaves'; readonly personId: PersonId }
  /** All that is proposed of these recipients, in place of what was. */
  | {
      readonly kind: 'proposals-replaced';
      readonly recipients: readonly Recipient[];
      readonly proposals: readonly Proposal[];
    }
  | { readonly kind: 'proposal-settled'; readonly id: string }
  | { readonly kind: 'proposal-refused'; readonly refusal: Refusal }
  /** What was refused of the recipient is taken back, and stays to be read. */
  | {
      readonly kind: 'refusal-reopened';
      readonly recipient: Recipient;
      readonly achievement: string;
      readonly by: PersonId;
      readonly at: Instant;
    }
  | { readonly kind: 'job-begun'; readonly job: Job }
  /** The wait is over, or was cut short. */
  | { readonly kind: 'job-started'; readonly id: string }
  /** What is left of the job is not done; whoever is at it loses it. Nothing where it is over already. */
  | { readonly kind: 'job-taken-back'; readonly job: Job; readonly at: Instant }
  /** Nothing where another process has taken the job over. */
  | { readonly kind: 'job-advanced'; readonly job: Job; readonly by: string };
