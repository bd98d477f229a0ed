import type { PersonId } from '../ids.ts';
import type { Engagement } from '../records.ts';
import type { Instant } from '../time/time.ts';

export const DATA_REQUEST_KINDS = ['rectification', 'erasure'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** What a person asks the DANE to do with their data (RGPD, art. 16 and 17), and what became of it. */
export interface DataRequest {
  readonly id: string;
  readonly personId: PersonId;
  readonly kind: DataRequestKind;
  readonly message: string;
  readonly madeAt: Instant;
  readonly settled?: { readonly at: Instant; readonly by: string; readonly answer: string };
}

/** What a person writes in their own space. */
export type MyChange =
  /** A new segment, declared by its own teacher. Refused where they have declared the very same already. */
  | { readonly kind: 'engagement-declared'; readonly engagement: Engagement; readonly at: Instant }
  /** Both do nothing to a segment that somebody has decided about in between. */
  | { readonly kind: 'engagement-redeclared'; readonly engagement: Engagement; readonly at: Instant }
  | { readonly kind: 'engagement-withdrawn'; readonly reference: string }
  /** Does nothing to a contribution that was validated in between. */
  | { readonly kind: 'contribution-removed'; readonly reference: string }
  | { readonly kind: 'data-request-made'; readonly request: DataRequest }
  | {
      readonly kind: 'data-request-settled';
      readonly id: string;
      readonly settled: NonNullable<DataRequest['settled']>;
    };
