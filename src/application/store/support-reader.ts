import type { PersonId } from '../../domain/ids.ts';
import type { SupportKind, SupportRequest, SupportState } from '../../domain/support/support-request.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** A search among requests of support. */
export interface SupportSearch extends Slice<string> {
  /** Words of the asker's name or address, or of the school's name and commune. */
  readonly text?: string;
  readonly kind?: SupportKind;
  readonly state?: SupportState;
}

/** Reads requests of support. */
export interface SupportReader {
  readSupportRequest(id: string): Promise<SupportRequest | undefined>;
  /** The newest first. */
  readSupportRequestsOf(personId: PersonId): Promise<readonly SupportRequest[]>;
  /** The newest first. */
  readSupportRequestsAt(uai: Uai): Promise<readonly SupportRequest[]>;
  /** Requests that wait for the DANE first, then the others, each the oldest first; `after` is an id. */
  searchSupportRequests(search: SupportSearch): Promise<readonly SupportRequest[]>;
  /** Number of requests that wait for the DANE. */
  countOpenSupportRequests(): Promise<number>;
}
