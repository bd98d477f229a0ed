import type { ConfirmationRequestState, SilentRequest } from '../../domain/confirmation/request.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { SchoolScope } from '../../domain/school-search.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Folded, RowOf } from '../../domain/tables/row-types.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** The DANE asks the principals to confirm the engagements that wait in one school year. */
export interface Campaign {
  /** Ids grow with time. */
  readonly id: string;
  readonly name: string;
  readonly schoolYear: SchoolYear;
  /** The last day on which engagements join the campaign. Reminders continue after it. */
  readonly closesOn: LocalDate;
  readonly openedAt: Instant;
  readonly openedBy: PersonId;
  /** Set when an agent closed it by hand, before its last day or after. */
  readonly closedAt?: Instant;
  /** Set when it was closed and its unanswered requests were taken back: no reminders follow, and a later
   *  campaign may ask again. */
  readonly cancelled?: true;
}

/** Figures of a campaign. Each request is counted once. */
export interface CampaignFigures {
  /** Decided on since the request, by the principal or by the DANE. */
  readonly answered: number;
  /** Asked less than 30 days ago, not reminded yet. */
  readonly waiting: number;
  /** Reminded, and asked less than 30 days ago. */
  readonly reminded: number;
  /** Asked 30 days ago or more, without an answer. */
  readonly silent: number;
}

/** Whether new engagements still join the campaign today. */
export function isOpen({ closesOn, closedAt }: Campaign, today: LocalDate): boolean {
  return closedAt === undefined && today <= closesOn;
}

/** Changes to campaigns. */
export type CampaignChange =
  /** The whole commit is refused where another campaign has the name. */
  | { readonly kind: 'campaign-opened'; readonly campaign: Campaign }
  /** The whole commit is refused where it was closed before, or cancelled where it is cancelled now. If it is
   *  cancelled, its unanswered requests are deleted. */
  | {
      readonly kind: 'campaign-closed';
      readonly id: string;
      readonly at: Instant;
      readonly cancelled: boolean;
    };

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

/** The rows of its tables, exactly as the migrations make them. */
export interface CampaignsTables {
  /** The folded name is unique. */
  campaign: RowOf<Campaign> & Folded;
}

/** What the other layers read of this feature. */
export const feature = declare<CampaignsTables, CampaignChange, CampaignReader>()({
  group: 'engagements',
  audit: ['campaign-opened', 'campaign-closed', 'campaign-cancelled'],
  menu: {
    dane: { campaigns: { under: 'schools', after: 'newYear', path: '/dane/campaigns' } },
  },
});
