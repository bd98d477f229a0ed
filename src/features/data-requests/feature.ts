import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
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

/** Reads people's requests about their own data. */
export interface DataRequestReader {
  readDataRequestsOf(personId: PersonId): Promise<readonly DataRequest[]>;
  readDataRequest(id: string): Promise<DataRequest | undefined>;
  /** Requests that are not settled, the oldest first. `after` is the id of the last one returned. */
  readDataRequests(slice: Slice<string>): Promise<readonly DataRequest[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface DataRequestsTables {
  data_request: Row<'data_request', DataRequest>;
}

/** What the other layers read of this feature. */
export const feature = declare<DataRequestsTables, DataRequestChange, DataRequestReader>()({
  group: 'people',
  history: ['data-request-made', 'data-request-settled'],
  menu: {
    dane: { requests: { under: 'people', after: 'doubts', path: '/dane/requests' } },
  },
  people: {
    data_request: {
      ...OWN,
      exportedAfter: 'mission_invitation',
      merge: 'moves',
      register: 'demandes-donnees',
      ends: WITH_PERSON,
    },
  },
});
