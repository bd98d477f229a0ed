import type {
  Campaign,
  CampaignFigures,
  ConfirmationRequest,
  ConfirmationRequestState,
  ReminderTurn,
} from '../../domain/engagement/campaign.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';

/** Those after `after`, at most `limit`. */
interface Slice<Key> {
  readonly after?: Key;
  readonly limit: number;
}

/** Segments that wait in a school year, at the schools that are counted. */
export interface WaitingScope {
  readonly scope: SchoolScope;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A request that nobody answered, with its segment. */
export interface SilentRequest {
  readonly request: ConfirmationRequest;
  readonly engagement: Engagement;
}

/** Any request of a campaign, with its segment and how it stands. */
export interface CampaignRequest extends SilentRequest {
  readonly state: ConfirmationRequestState;
}

export interface ConfirmationRequestSearch extends Slice<string> {
  readonly campaignId: string;
  /** Asked at that instant or before: silent without an answer. */
  readonly askedUntil: Instant;
  readonly state?: ConfirmationRequestState;
}

/** A school that answered some of a campaign's requests, or none. */
export interface CampaignSchool {
  readonly uai: Uai;
  readonly asked: number;
  readonly unanswered: number;
  /** The first request, and the last reminder. */
  readonly requestedAt: Instant;
  readonly remindedAt?: Instant;
}

/** A segment that the DANE confirmed, and the documents it rests on. */
export interface DocumentaryConfirmation {
  readonly engagement: Engagement;
  readonly documents: string;
  readonly at: Instant;
}

export interface SilentSearch extends Slice<string> {
  /** Of all requests where absent, and then also those that nobody but the DANE can answer, whenever they were asked:
   *  whoever heads the school declared them. */
  readonly campaignId?: string;
  /** Asked at that instant or before. */
  readonly askedUntil: Instant;
}

export interface DueReminders {
  readonly turn: ReminderTurn;
  /** Asked (first) or reminded a first time (second) at that instant or before. */
  readonly since: Instant;
}

/** Campaigns of confirmation requests. */
export interface CampaignReader {
  /** The newest first: those before `after`. */
  readCampaigns(page: Slice<string>): Promise<readonly Campaign[]>;
  readCampaign(id: string): Promise<Campaign | undefined>;
  isCampaignNamed(name: string): Promise<boolean>;
  countCampaignRequests(id: string, askedUntil: Instant): Promise<CampaignFigures>;
  /** Requests that wait for the DANE: those that `readSilentRequests` answers without a campaign. */
  countSilentRequests(askedUntil: Instant): Promise<number>;
  /** By reference of the segment. */
  readSilentRequests(search: SilentSearch): Promise<readonly SilentRequest[]>;
  /** By reference of the segment. */
  readCampaignRequests(search: ConfirmationRequestSearch): Promise<readonly CampaignRequest[]>;
  /** Schools that left some request of the campaign unanswered, by UAI. */
  readUnansweredSchools(
    search: Slice<Uai> & { readonly campaignId: string },
  ): Promise<readonly CampaignSchool[]>;
  /** Of the campaign's requests, or of those that belong to none; by reference of the segment. */
  readDocumentaryConfirmations(
    search: Slice<string> & { readonly campaignId?: string },
  ): Promise<readonly DocumentaryConfirmation[]>;
  readConfirmationRequests(references: readonly string[]): Promise<readonly ConfirmationRequest[]>;
  countWaitingSegments(waiting: WaitingScope): Promise<number>;
  /** Schools where some segment waits, by UAI. */
  readWaitingSchools(page: Slice<Uai> & WaitingScope): Promise<readonly Uai[]>;
  readWaitingSegments(uais: readonly Uai[], waiting: WaitingScope): Promise<readonly Engagement[]>;
  /** Schools where some request waits and whose principal is not known, or has no address; by UAI. */
  readUnreachableSchools(page: Slice<Uai>): Promise<readonly Uai[]>;
  /** Schools with a principal on record and some reminder due, by UAI. */
  readSchoolsToRemind(page: Slice<Uai> & DueReminders): Promise<readonly Uai[]>;
  /** References of the segments at that school whose reminder is due. */
  readDueReminders(uai: Uai, due: DueReminders): Promise<readonly string[]>;
}
