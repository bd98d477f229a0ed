import type { DataRequest } from '../../domain/data-request.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Slice } from './slice.ts';

/** Reads people's requests about their own data. */
export interface DataRequestReader {
  readDataRequestsOf(personId: PersonId): Promise<readonly DataRequest[]>;
  readDataRequest(id: string): Promise<DataRequest | undefined>;
  /** Requests that are not settled, the oldest first. `after` is the id of the last one returned. */
  readDataRequests(slice: Slice<string>): Promise<readonly DataRequest[]>;
}
