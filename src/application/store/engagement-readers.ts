import type { Campaign, CampaignFigures } from '../../domain/campaign/campaign.ts';
import type {
  ConfirmationRequest,
  ConfirmationRequestState,
  ReminderTurn,
} from '../../domain/confirmation/confirmation-request.ts';
import type { Contest } from '../../domain/contest/contest.ts';
import type { CoverageState, EstablishmentCoverage } from '../../domain/coverage/measure-coverage.ts';
import type { EngagementProposal } from '../../domain/engagement/engagement-proposal.ts';
import type { FamilyCode } from '../../domain/engagement/mission.ts';
import type { MissionInvitation, MissionProposal } from '../../domain/engagement/mission-proposal.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution, Engagement, Establishment, EstablishmentRecord } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Instant, LocalDate, Period } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { NewYearReader } from './new-year-readers.ts';
import type { Slice } from './slice.ts';

/** Reads schools. */
export interface EstablishmentReader {
  /** Schools with at least one engagement, by UAI. */
  readEngagedUais(slice: Slice<Uai>): Promise<readonly Uai[]>;
  /** These schools, each with the whole records of everyone who has an engagement there (with `engaged`, on a
   *  day of that period). */
  readEstablishmentRecords(uais: readonly Uai[], engaged?: Period): Promise<readonly EstablishmentRecord[]>;
  /** Every département with a school on record, by code. */
  readDepartments(): Promise<readonly { readonly code: string; readonly name: string }[]>;
}

/** Reads how long segments have waited, and which segments a person declared. */
export interface EngagementReader {
  /** For each segment, the instant since which it waits to be confirmed, or the instant of its request where
   *  that is earlier. A segment that has just arrived may be absent. */
  readRequestsSince(
    references: readonly string[],
  ): Promise<readonly { readonly reference: string; readonly since: Instant }[]>;
  /** References of the segments that the person declared in the service. */
  readDeclaredReferences(personId: PersonId): Promise<readonly string[]>;
}

/** Reads proposed and decided changes of segments. */
export interface EngagementProposalReader {
  readEngagementProposal(id: string): Promise<EngagementProposal | undefined>;
  /** The newest first. */
  readEngagementProposalsOf(personId: PersonId): Promise<readonly EngagementProposal[]>;
  /** The newest first. */
  readEngagementProposalsAt(uai: Uai): Promise<readonly EngagementProposal[]>;
  /** Waiting proposals of all schools, the oldest first. */
  readWaitingEngagementProposals(slice: {
    readonly after?: { readonly at: Instant; readonly id: string };
    readonly limit: number;
  }): Promise<readonly EngagementProposal[]>;
  countWaitingEngagementProposals(): Promise<number>;
}

/** Reads missions that principals propose to people. */
export interface MissionProposalReader {
  readMissionProposal(id: string): Promise<MissionProposal | undefined>;
  /** The newest first. */
  readMissionProposalsOf(personId: PersonId): Promise<readonly MissionProposal[]>;
  /** The newest first. */
  readMissionProposalsAt(uai: Uai): Promise<readonly MissionProposal[]>;
  readMissionInvitation(id: string): Promise<MissionInvitation | undefined>;
  /** The newest first. */
  readMissionInvitationsAt(uai: Uai): Promise<readonly MissionInvitation[]>;
  /** Those to any of these addresses, the newest first. */
  readMissionInvitationsTo(emails: readonly string[]): Promise<readonly MissionInvitation[]>;
}

/** A filter of contributions. */
export interface ContributionFilter {
  /** True for contributions that the DANE validated, false for the others. */
  readonly validated: boolean;
  readonly kind?: Contribution['kind'];
  /** A part of the author's name. */
  readonly text?: string;
}

/** Reads the contributions of everyone, for the DANE. */
export interface ContributionReader {
  /** Sorted by day, the oldest first. */
  searchContributions(
    search: ContributionFilter & {
      readonly after?: { readonly on: LocalDate; readonly reference: string };
      readonly limit: number;
    },
  ): Promise<readonly Contribution[]>;
  countContributions(filter: ContributionFilter): Promise<number>;
}

/** Reads contests of segments. */
export interface ContestReader {
  readContest(id: string): Promise<Contest | undefined>;
  /** The newest first. */
  readContestsOfEstablishment(uai: Uai): Promise<readonly Contest[]>;
  /** The newest first. */
  readContestsOfPerson(personId: PersonId): Promise<readonly Contest[]>;
  /** Contests that wait for an answer or a decision (`open`), or those that are over; sorted by id. */
  readContests(slice: Slice<string>, open: boolean): Promise<readonly Contest[]>;
  /** Segments that a file contested and that have no contest yet; sorted by reference. */
  readUnopenedContests(limit: number): Promise<readonly Engagement[]>;
  /** Ids of open contests whose segment is not contested any more, because of a file or of a merge of
   *  records. */
  readObsoleteContests(limit: number): Promise<readonly string[]>;
}

/** A request without an answer, with its segment. */
export interface SilentRequest {
  readonly request: ConfirmationRequest;
  readonly engagement: Engagement;
}

/** A segment that the DANE confirmed, with the documents that prove it. */
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
  /** The current school year. Requests of its campaigns about segments that are still to be renewed are included. */
  readonly year: SchoolYear;
}

/** Reads requests of confirmation, from campaigns and from declarations. */
export interface ConfirmationRequestReader {
  /** Number of the requests that `readSilentRequests` returns without a campaign. */
  countSilentRequests(askedUntil: Instant): Promise<number>;
  /** Sorted by reference of the segment. */
  readSilentRequests(search: SilentSearch): Promise<readonly SilentRequest[]>;
  /** Segments of the campaign's requests or, without a campaign, of requests outside any campaign; sorted by
   *  reference. */
  readDocumentaryConfirmations(
    search: Slice<string> & { readonly campaignId?: string },
  ): Promise<readonly DocumentaryConfirmation[]>;
  readConfirmationRequests(references: readonly string[]): Promise<readonly ConfirmationRequest[]>;
  /** Schools with a waiting request, but without a known principal who has an address; sorted by UAI. */
  readUnreachableSchools(slice: Slice<Uai>): Promise<readonly Uai[]>;
  /** Schools with a known principal and a due reminder, sorted by UAI. */
  readSchoolsToRemind(slice: Slice<Uai> & DueReminders): Promise<readonly Uai[]>;
  /** References of the segments at that school whose reminder is due. */
  readDueReminders(uai: Uai, due: DueReminders): Promise<readonly string[]>;
}

/** The segments that wait in a school year, at the schools that are counted: those that are requested, and those
 *  that are to be renewed in the year that begins on `from`. */
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

/** The schools that are counted, and the school year. */
export interface CoverageFrame {
  readonly scope: SchoolScope;
  readonly schoolYear: SchoolYear;
  /** A chosen day; absent for the last measure of the school year. */
  readonly on?: LocalDate;
}

/** A school year, or a chosen day of it. */
export type CoveragePeriod = Omit<CoverageFrame, 'scope'>;

/** The schools of a département. The counts include only the schools measured in the school year. */
export interface DepartmentCoverage {
  /** Empty for schools that have no département in the files. */
  readonly code: string;
  readonly name: string;
  readonly schools: number;
  readonly measured: number;
  /** Number of measured schools in each state; their sum is `measured`. */
  readonly states: Readonly<Record<CoverageState, number>>;
  readonly requested: number;
  readonly contested: number;
  readonly clashes: number;
  /** The instant of the latest measure among these schools. */
  readonly measuredAt?: Instant;
  /** Number of schools that cover each family. */
  readonly families: ReadonlyMap<FamilyCode, number>;
}

/** A school with its last measured coverage. */
export interface SchoolCoverage {
  readonly establishment: Establishment;
  /** Absent where the school was not measured in the school year. */
  readonly coverage?: EstablishmentCoverage;
  readonly measuredAt?: Instant;
}

/** A search among the schools of the coverage. */
export interface CoverageSearch extends CoverageFrame {
  readonly departmentCode?: string;
  /** A part of the school's name or commune, or its UAI. */
  readonly text?: string;
  /** Keeps only the schools in one state, or those with a clash. */
  readonly only?: CoverageState | 'clashes';
  readonly after?: { readonly commune: string; readonly uai: Uai };
  readonly limit: number;
}

/** Reads the last measured coverage of schools, and the records from which it is measured. */
export interface CoverageReader {
  /** Segments at these schools on some day of the period. */
  readEngagementsAt(
    uais: readonly Uai[],
    period: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<readonly Engagement[]>;
  /** Sorted by code. */
  readDepartmentCoverage(frame: CoverageFrame): Promise<readonly DepartmentCoverage[]>;
  /** Sorted by commune, then UAI. */
  searchSchoolCoverage(search: CoverageSearch): Promise<readonly SchoolCoverage[]>;
}

export interface EngagementReaders
  extends EstablishmentReader,
    EngagementReader,
    EngagementProposalReader,
    MissionProposalReader,
    ContributionReader,
    ContestReader,
    ConfirmationRequestReader,
    CampaignReader,
    CoverageReader,
    NewYearReader {}
