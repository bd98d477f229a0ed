import type {
  Campaign,
  CampaignFigures,
  ConfirmationRequest,
  ConfirmationRequestState,
  ReminderTurn,
} from '../../domain/campaign/campaign.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from '../store/slice.ts';

/** The segments that wait in a school year, at the schools that are counted. */
export interface WaitingScope {
  readonly scope: SchoolScope;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a campaign would ask, school by school. A segment that a campaign open on `openOn` has asked about is
 *  counted apart. */
export interface AskedSearch extends WaitingScope, Slice<Uai> {
  readonly openOn: LocalDate;
  readonly text?: string;
  readonly withoutHead?: boolean;
  /** Only schools whose principal would get a mail. */
  readonly isMailed?: boolean;
}

export interface AskedSchool {
  readonly uai: Uai;
  /** Segments that would be asked about. */
  readonly segments: number;
  readonly askedBefore: number;
  /** Known principals. */
  readonly heads: number;
}

export interface AskedCounts {
  readonly segments: number;
  /** Schools with a segment to ask about, and those of them without a known principal. */
  readonly schools: number;
  readonly withoutHead: number;
  readonly askedBefore: number;
}

/** A request without an answer, with its segment. */
export interface SilentRequest {
  readonly request: ConfirmationRequest;
  readonly engagement: Engagement;
}

/** A request of a campaign, with its segment and its state. */
export interface CampaignRequest extends SilentRequest {
  readonly state: ConfirmationRequestState;
}

export interface ConfirmationRequestSearch extends Slice<string> {
  readonly campaignId: string;
  /** A request made at this instant or before counts as silent if it has no answer. */
  readonly askedUntil: Instant;
  readonly state?: ConfirmationRequestState;
}

/** A school with an unanswered request of a campaign. */
export interface CampaignSchool {
  readonly uai: Uai;
  readonly asked: number;
  readonly unanswered: number;
  /** The first request and the last reminder. */
  readonly requestedAt: Instant;
  readonly remindedAt?: Instant;
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

/** Reads campaigns of confirmation requests. */
export interface CampaignReader {
  /** The newest first, beginning after `after`. */
  readCampaigns(slice: Slice<string>): Promise<readonly Campaign[]>;
  readCampaign(id: string): Promise<Campaign | undefined>;
  isCampaignNamed(name: string): Promise<boolean>;
  countCampaignRequests(id: string, askedUntil: Instant): Promise<CampaignFigures>;
  /** Number of the requests that `readSilentRequests` returns without a campaign. */
  countSilentRequests(askedUntil: Instant): Promise<number>;
  /** Sorted by reference of the segment. */
  readSilentRequests(search: SilentSearch): Promise<readonly SilentRequest[]>;
  /** Sorted by reference of the segment. */
  readCampaignRequests(search: ConfirmationRequestSearch): Promise<readonly CampaignRequest[]>;
  /** Schools that left a request of the campaign unanswered, sorted by UAI. */
  readUnansweredSchools(
    search: Slice<Uai> & { readonly campaignId: string },
  ): Promise<readonly CampaignSchool[]>;
  /** Of the campaign's requests, or of those outside any campaign; sorted by reference of the segment. */
  readDocumentaryConfirmations(
    search: Slice<string> & { readonly campaignId?: string },
  ): Promise<readonly DocumentaryConfirmation[]>;
  readConfirmationRequests(references: readonly string[]): Promise<readonly ConfirmationRequest[]>;
  countAskedSchools(asked: WaitingScope & Pick<AskedSearch, 'openOn'>): Promise<AskedCounts>;
  /** Sorted by UAI. */
  readAskedSchools(search: AskedSearch): Promise<readonly AskedSchool[]>;
  countWaitingSegments(waiting: WaitingScope): Promise<number>;
  /** Schools with a waiting segment, sorted by UAI. */
  readWaitingSchools(slice: Slice<Uai> & WaitingScope): Promise<readonly Uai[]>;
  readWaitingSegments(uais: readonly Uai[], waiting: WaitingScope): Promise<readonly Engagement[]>;
  /** Schools with a waiting request and no known principal who has an address, sorted by UAI. */
  readUnreachableSchools(slice: Slice<Uai>): Promise<readonly Uai[]>;
  /** Schools with a known principal and a due reminder, sorted by UAI. */
  readSchoolsToRemind(slice: Slice<Uai> & DueReminders): Promise<readonly Uai[]>;
  /** References of the segments at that school whose reminder is due. */
  readDueReminders(uai: Uai, due: DueReminders): Promise<readonly string[]>;
}
