import type { Campaign, CampaignFigures } from '../../domain/campaign/campaign.ts';
import type { ConfirmationRequestState } from '../../domain/confirmation/confirmation-request.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { SilentRequest } from './confirmation-request-reader.ts';
import type { Slice } from './slice.ts';

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

/** Reads campaigns, what they ask and what was answered. */
export interface CampaignReader {
  /** The newest first, beginning after `after`. */
  readCampaigns(slice: Slice<string>): Promise<readonly Campaign[]>;
  readCampaign(id: string): Promise<Campaign | undefined>;
  isCampaignNamed(name: string): Promise<boolean>;
  countCampaignRequests(id: string, askedUntil: Instant): Promise<CampaignFigures>;
  /** Sorted by reference of the segment. */
  readCampaignRequests(search: ConfirmationRequestSearch): Promise<readonly CampaignRequest[]>;
  /** Schools that left a request of the campaign unanswered, sorted by UAI. */
  readUnansweredSchools(
    search: Slice<Uai> & { readonly campaignId: string },
  ): Promise<readonly CampaignSchool[]>;
  countAskedSchools(asked: WaitingScope & Pick<AskedSearch, 'openOn'>): Promise<AskedCounts>;
  /** Sorted by UAI. */
  readAskedSchools(search: AskedSearch): Promise<readonly AskedSchool[]>;
  countWaitingSegments(waiting: WaitingScope): Promise<number>;
  /** Schools with a waiting segment, sorted by UAI. */
  readWaitingSchools(slice: Slice<Uai> & WaitingScope): Promise<readonly Uai[]>;
  readWaitingSegments(uais: readonly Uai[], waiting: WaitingScope): Promise<readonly Engagement[]>;
}
