import type {
  ConfirmationRequest,
  DocumentaryConfirmation,
  ReminderTurn,
  SilentRequest,
} from '../../domain/confirmation/request.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** Requests without an answer, one slice at a time. */
export interface SilentSearch extends Slice<string> {
  /** Absent for all requests. Requests that only the DANE can answer, because the teacher is the only head of
   *  the school, are then included whatever their date. */
  readonly campaignId?: string;
  /** Keeps requests made at this instant or earlier. */
  readonly askedUntil: Instant;
}

/** Reminders that are due. */
export interface DueReminders {
  readonly turn: ReminderTurn;
  /** Requests made (for a first reminder) or reminded once (for a second one) at this instant or earlier. */
  readonly since: Instant;
  /** The current school year. Requests of its campaigns about engagements that are still to be renewed are included. */
  readonly year: SchoolYear;
}

/** Reads requests of confirmation, from campaigns and from declarations. */
export interface ConfirmationRequestReader {
  /** Number of the requests that `readSilentRequests` returns without a campaign. */
  countSilentRequests(requestedUntil: Instant): Promise<number>;
  /** Sorted by reference of the engagement. */
  readSilentRequests(search: SilentSearch): Promise<readonly SilentRequest[]>;
  /** Engagements of the campaign's requests or, without a campaign, of requests outside any campaign; sorted by
   *  reference. */
  readDocumentaryConfirmations(
    search: Slice<string> & { readonly campaignId?: string },
  ): Promise<readonly DocumentaryConfirmation[]>;
  readConfirmationRequests(references: readonly string[]): Promise<readonly ConfirmationRequest[]>;
  /** Schools with a waiting request, but without a known principal who has an address; sorted by UAI. */
  readUnreachableSchools(slice: Slice<Uai>): Promise<readonly Uai[]>;
  /** Schools with a known principal and a due reminder, sorted by UAI. */
  readSchoolsToRemind(slice: Slice<Uai> & DueReminders): Promise<readonly Uai[]>;
  /** References of the engagements at that school whose reminder is due. */
  readDueReminders(uai: Uai, due: DueReminders): Promise<readonly string[]>;
}
