import type {
  ConfirmationRequest,
  ConfirmationRequestState,
  ReminderTurn,
} from '../../domain/confirmation/request.ts';
import type { Engagement } from '../../domain/records.ts';
import type { SchoolScope } from '../../domain/school-search.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Campaign, CampaignFigures } from './feature.ts';

/** A request without an answer, with its engagement. */
export interface SilentRequest {
  readonly request: ConfirmationRequest;
  readonly engagement: Engagement;
}

/** An engagement that the DANE confirmed, with the documents that prove it. */
export interface DocumentaryConfirmation {
  readonly engagement: Engagement;
  readonly documents: string;
  readonly at: Instant;
}

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

/** The engagements that wait in a school year, at the schools that are counted: those that are requested, and those
 *  that are to be renewed in the year that begins on `from`. */
export interface WaitingScope {
  readonly scope: SchoolScope;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The requests that a campaign would make, school by school. Engagements for which a campaign open on `openOn`
 *  has already made a request are counted separately. */
export interface CampaignSchoolQuery extends WaitingScope, Slice<Uai> {
  readonly openOn: LocalDate;
  readonly text?: string;
  readonly withoutHead?: boolean;
  /** True to keep only schools whose principal would get a mail. */
  readonly isMailed?: boolean;
}

/** A school with engagements about which its principal would be asked. */
export interface CampaignTarget {
  readonly uai: Uai;
  /** Number of engagements that the request would be about. */
  readonly segments: number;
  readonly askedBefore: number;
  /** Number of known principals. */
  readonly heads: number;
}

/** The total of a campaign's requests. */
export interface CampaignRequestCounts {
  readonly segments: number;
  /** Schools with an engagement to confirm, and how many of them have no known principal. */
  readonly schools: number;
  readonly withoutHead: number;
  readonly askedBefore: number;
}

/** A request of a campaign, with its engagement and its state. */
export interface CampaignRequest extends SilentRequest {
  readonly state: ConfirmationRequestState;
}

/** The requests of a campaign, one slice at a time. */
export interface ConfirmationRequestSearch extends Slice<string> {
  readonly campaignId: string;
  /** Requests made at this instant or earlier count as silent if they have no answer. */
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

/** Reads campaigns, their requests and the answers. */
export interface CampaignReader {
  /** Campaigns after `after`, the newest first. */
  readCampaigns(slice: Slice<string>): Promise<readonly Campaign[]>;
  readCampaign(id: string): Promise<Campaign | undefined>;
  /** The campaign with this name, whatever its capitals and accents. */
  readCampaignNamed(name: string): Promise<Campaign | undefined>;
  countCampaignRequests(id: string, requestedUntil: Instant): Promise<CampaignFigures>;
  /** Sorted by reference of the engagement. */
  readCampaignRequests(search: ConfirmationRequestSearch): Promise<readonly CampaignRequest[]>;
  /** Schools with an unanswered request of the campaign, sorted by UAI. */
  readUnansweredSchools(
    search: Slice<Uai> & { readonly campaignId: string },
  ): Promise<readonly CampaignSchool[]>;
  countAskedSchools(
    requested: WaitingScope & Pick<CampaignSchoolQuery, 'openOn'>,
  ): Promise<CampaignRequestCounts>;
  /** Sorted by UAI. */
  readAskedSchools(search: CampaignSchoolQuery): Promise<readonly CampaignTarget[]>;
  countWaitingSegments(waiting: WaitingScope): Promise<number>;
  /** Schools with a waiting engagement, sorted by UAI. */
  readWaitingSchools(slice: Slice<Uai> & WaitingScope): Promise<readonly Uai[]>;
  readWaitingSegments(uais: readonly Uai[], waiting: WaitingScope): Promise<readonly Engagement[]>;
}
