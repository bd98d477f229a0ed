import type { DataRequest } from '../../domain/data-request.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Slice } from './slice.ts';

/** What people ask to be done with their data. */
export interface DataRequestReader {
  readDataRequestsOf(personId: PersonId): Promise<readonly DataRequest[]>;
  readDataRequest(id: string): Promise<DataRequest | undefined>;
  /** Those not settled yet, the oldest first; `after` is the id of the last one seen. */
  readDataRequests(page: Slice<string>): Promise<readonly DataRequest[]>;
}
