import type { PersonId } from './ids.ts';
import type { Instant } from './time/time.ts';

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

/** What is written about these requests. */
export type DataRequestChange =
  | { readonly kind: 'data-request-made'; readonly request: DataRequest }
  | {
      readonly kind: 'data-request-settled';
      readonly id: string;
      readonly settled: NonNullable<DataRequest['settled']>;
    };
