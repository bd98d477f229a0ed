import type { Recipient } from '../award/award-types.ts';
import type { Proposal, Refusal } from '../award/proposal.ts';
import type { Criteria } from '../criteria/criteria.ts';
import type { PersonId } from '../ids.ts';
import type { Job } from '../job.ts';
import type { Instant } from '../time/time.ts';

/** What the decisions of the DANE write. */
export type DecisionChange =
  | {
      readonly kind: 'criteria-adopted';
      readonly criteria: Criteria;
      readonly by: PersonId;
      readonly at: Instant;
    }
  /** All that is proposed of these recipients, in place of what was. */
  | {
      readonly kind: 'proposals-replaced';
      readonly recipients: readonly Recipient[];
      readonly proposals: readonly Proposal[];
    }
  | { readonly kind: 'proposal-settled'; readonly id: string }
  | { readonly kind: 'proposal-refused'; readonly refusal: Refusal }
  | { readonly kind: 'job-begun'; readonly job: Job }
  /** Nothing where another process has taken the job over. */
  | { readonly kind: 'job-advanced'; readonly job: Job; readonly by: string };
