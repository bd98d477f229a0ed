import type { ConfirmationRequest, ReminderTurn } from '../../domain/confirmation/confirmation-request.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** A request without an answer, with its segment. */
export interface SilentRequest {
  readonly request: ConfirmationRequest;
  readonly engagement: Engagement;
}

/** A segment that the DANE confirmed, with the documents that the confirmation rests on. */
export interface DocumentaryConfirmation {
  readonly engagement: Engagement;
  readonly documents: string;
  readonly at: Instant;
}

export interface SilentSearch extends Slice<string> {
  /** Absent for all requests. Those that only the DANE can answer, because the head of the school is their
   *  teacher, are then included whatever their date. */
  readonly campaignId?: string;
  /** Requests made at this instant or before. */
  readonly askedUntil: Instant;
}

export interface DueReminders {
  readonly turn: ReminderTurn;
  /** Requests made (first reminder) or reminded once (second reminder) at this instant or before. */
  readonly since: Instant;
}

/** Reads requests of confirmation, those of campaigns and those of teachers. */
export interface ConfirmationRequestReader {
  /** Number of the requests that `readSilentRequests` returns without a campaign. */
  countSilentRequests(askedUntil: Instant): Promise<number>;
  /** Sorted by reference of the segment. */
  readSilentRequests(search: SilentSearch): Promise<readonly SilentRequest[]>;
  /** Of the campaign's requests, or of those outside any campaign; sorted by reference of the segment. */
  readDocumentaryConfirmations(
    search: Slice<string> & { readonly campaignId?: string },
  ): Promise<readonly DocumentaryConfirmation[]>;
  readConfirmationRequests(references: readonly string[]): Promise<readonly ConfirmationRequest[]>;
  /** Schools with a waiting request and no known principal who has an address, sorted by UAI. */
  readUnreachableSchools(slice: Slice<Uai>): Promise<readonly Uai[]>;
  /** Schools with a known principal and a due reminder, sorted by UAI. */
  readSchoolsToRemind(slice: Slice<Uai> & DueReminders): Promise<readonly Uai[]>;
  /** References of the segments at that school whose reminder is due. */
  readDueReminders(uai: Uai, due: DueReminders): Promise<readonly string[]>;
}
