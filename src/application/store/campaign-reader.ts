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

/** The requests that a campaign would make, school by school. Segments for which a campaign open on `openOn`
 *  has already made a request are counted separately. */
export interface AskedSearch extends WaitingScope, Slice<Uai> {
  readonly openOn: LocalDate;
  readonly text?: string;
  readonly withoutHead?: boolean;
  /** True to keep only schools whose principal would get a mail. */
  readonly isMailed?: boolean;
}

/** A school with segments about which its principal would be asked. */
export interface AskedSchool {
  readonly uai: Uai;
  /** Number of segments that the request would be about. */
  readonly segments: number;
  readonly askedBefore: number;
  /** Number of known principals. */
  readonly heads: number;
}

/** The total of a campaign's requests. */
export interface AskedCounts {
  readonly segments: number;
  /** Schools with a segment to confirm, and how many of them have no known principal. */
  readonly schools: number;
  readonly withoutHead: number;
  readonly askedBefore: number;
}

/** A request of a campaign, with its segment and its state. */
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
  countCampaignRequests(id: string, askedUntil: Instant): Promise<CampaignFigures>;
  /** Sorted by reference of the segment. */
  readCampaignRequests(search: ConfirmationRequestSearch): Promise<readonly CampaignRequest[]>;
  /** Schools with an unanswered request of the campaign, sorted by UAI. */
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
