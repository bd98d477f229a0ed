import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';

/** The rights of a person that the DANE answers by hand: rectification (RGPD, art. 16) and erasure (art.
 *  17). */
export const DATA_REQUEST_KINDS = ['rectification', 'erasure'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** A person's request to the DANE about their own data (RGPD, art. 16 and 17), and its answer. */
export interface DataRequest {
  readonly id: string;
  readonly personId: PersonId;
  readonly kind: DataRequestKind;
  readonly message: string;
  readonly madeAt: Instant;
  readonly settled?: { readonly at: Instant; readonly by: string; readonly answer: string };
}

/** Changes to data requests. */
export type DataRequestChange =
  | { readonly kind: 'data-request-made'; readonly request: DataRequest }
  | {
      readonly kind: 'data-request-settled';
      readonly id: string;
      readonly settled: NonNullable<DataRequest['settled']>;
    };
