import type { EventDetails } from '../../domain/event/details.ts';
import type { RollCall } from '../../domain/event/roll-call.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Paper, PaperId } from '../../domain/paper/types.ts';
import type { Attendance, Event, EventKind } from '../../domain/records.ts';
import type { PlannedReview, WrittenReview } from '../../domain/review/planned.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { ClassParticipation, ClassProject } from '../../features/class-projects/feature.ts';
import type { Invitation, InvitationAnswer } from '../../features/invitations/feature.ts';
import type { Means } from '../../features/means/feature.ts';
import type { MeetingState, SchoolMeeting } from '../../features/meetings/feature.ts';
import type { ProcedureSheet } from '../../features/procedure-sheets/feature.ts';
import type { SchoolProject } from '../../features/school-projects/feature.ts';
import type { SupportKind, SupportRequest, SupportState } from '../../features/support/feature.ts';
import type { TrainingWish } from '../../features/training-wishes/feature.ts';
import type { PlannedWish } from '../../features/wished-trainings/feature.ts';
import type { YearlyReport } from '../../features/yearly-reports/feature.ts';

/** Reads progress reviews, planned and held. */
export interface ReviewReader {
  readPlannedReviews(uai: Uai, schoolYear: SchoolYear): Promise<readonly PlannedReview[]>;
  /** The newest first. */
  readWrittenReviews(uai: Uai): Promise<readonly WrittenReview[]>;
}

/** The key of the notes of a review. */
export type ReviewKey = Pick<WrittenReview, 'on' | 'personId' | 'uai'>;

/** Reads the trainings wished in progress reviews. */
export interface WishedTrainingReader {
  /** The notes of the reviews held in a school year, by day, person and school. */
  readReviewsOfYear(
    year: SchoolYear,
    slice: Slice<ReviewKey>,
  ): Promise<readonly Pick<WrittenReview, 'on' | 'personId' | 'uai' | 'notes'>[]>;
  readPlannedWishes(year: SchoolYear): Promise<readonly PlannedWish[]>;
}

/** The key of a yearly report. */
export type ReportKey = Pick<YearlyReport, 'personId' | 'uai' | 'schoolYear'>;

/** A search among the yearly reports that were handed in. */
export interface ReportSearch {
  readonly year: SchoolYear;
  readonly departmentCode?: string | undefined;
}

/** Reads yearly reports. Drafts are read by their author only. */
export interface YearlyReportReader {
  readYearlyReport(key: ReportKey): Promise<YearlyReport | undefined>;
  /** Drafts too, the latest year first. */
  readYearlyReportsOf(personId: PersonId): Promise<readonly YearlyReport[]>;
  /** Those that were handed in, sorted by person. */
  readYearlyReportsAt(uai: Uai, year: SchoolYear): Promise<readonly YearlyReport[]>;
  /** Sorted by person, then school. */
  readYearlyReports(
    search: ReportSearch,
    slice: Slice<Pick<YearlyReport, 'personId' | 'uai'>>,
  ): Promise<readonly YearlyReport[]>;
}

export interface MeansReader {
  readMeans(uai: Uai): Promise<readonly Means[]>;
}

/** Reads the procedure sheets of authorised actions. */
export interface ProcedureSheetReader {
  readProcedureSheets(uai: Uai): Promise<readonly ProcedureSheet[]>;
  readProcedureSheet(id: string): Promise<ProcedureSheet | undefined>;
  /** The parts of the sheet's file, in order. */
  readProcedureChunks(id: string): Promise<readonly string[]>;
}

/** Reads the digital-education projects of schools. */
export interface SchoolProjectReader {
  /** The newest first. */
  readSchoolProjects(uai: Uai): Promise<readonly SchoolProject[]>;
  /** The projects with which the person is associated, the newest first. */
  readSchoolProjectsOf(personId: PersonId): Promise<readonly SchoolProject[]>;
}

/** Reads the DANE's projects for classes. */
export interface ClassProjectReader {
  readClassProject(id: string): Promise<ClassProject | undefined>;
  /** The newest first, at most 100. */
  readClassProjects(): Promise<readonly ClassProject[]>;
  readParticipationsOf(personId: PersonId): Promise<readonly ClassParticipation[]>;
  /** By school, at most 500. */
  readParticipationsIn(projectId: string): Promise<readonly ClassParticipation[]>;
}

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
  /** All requests about the school that have not ended. */
  readUnendedSupportAt(uai: Uai): Promise<readonly SupportRequest[]>;
  /** Requests that wait for the DANE first, then the others, each the oldest first; `after` is an id. */
  searchSupportRequests(search: SupportSearch): Promise<readonly SupportRequest[]>;
  /** Number of requests that wait for the DANE. */
  countOpenSupportRequests(): Promise<number>;
}

/** A search among events. */
export interface EventSearch {
  /** A part of the code or title. */
  readonly text?: string;
  readonly kind?: EventKind;
  readonly after?: { readonly startsOn: LocalDate; readonly code: string };
  readonly limit: number;
}

/** Reads events, their attendance and their roll calls. */
export interface EventReader {
  /** The latest first. */
  searchEvents(search: EventSearch): Promise<readonly Event[]>;
  /** Sorted by person. */
  readEventAttendances(eventCode: string, slice: Slice<PersonId>): Promise<readonly Attendance[]>;
  countEventAttendances(eventCode: string): Promise<number>;
  readRollCall(secret: string): Promise<RollCall | undefined>;
  /** The roll call that was opened last. */
  readLatestRollCall(eventCode: string): Promise<RollCall | undefined>;
}

/** Reads the trainings to come and the wishes for them, and what people must know to be at an event. */
export interface TrainingWishReader {
  /** Those that begin on the day or later, the next one first. */
  readTrainingsToCome(from: LocalDate, limit: number): Promise<readonly Event[]>;
  readTrainingWishesOf(personId: PersonId): Promise<readonly TrainingWish[]>;
  /** By name. */
  readTrainingWishers(eventCode: string, limit: number): Promise<readonly TrainingWish[]>;
  /** The number of wishes for each event that has any. */
  countTrainingWishes(eventCodes: readonly string[]): Promise<ReadonlyMap<string, number>>;
  readEventDetails(eventCodes: readonly string[]): Promise<readonly EventDetails[]>;
}

/** The people whom the DANE may still invite to an event. They have a running engagement that no one contests
 *  on a day, work in the département if one is named, and have no valid invitation. */
export interface InvitableSearch {
  readonly eventCode: string;
  readonly on: LocalDate;
  readonly departmentCode?: string | undefined;
}

/** The numbers of invited people, by their answers. */
export interface InvitationCounts {
  readonly invited: number;
  readonly answers: Readonly<Record<InvitationAnswer, number>>;
  readonly silent: number;
}

/** Reads invitations to events. Cancelled invitations are left out unless stated otherwise. */
export interface InvitationReader {
  /** The invitation, even if it is cancelled. */
  readInvitation(eventCode: string, personId: PersonId): Promise<Invitation | undefined>;
  /** Invitations of these people to events that end on the day or later, the next event first. */
  readInvitationsOf(personIds: readonly PersonId[], from: LocalDate): Promise<readonly Invitation[]>;
  /** Sorted by name, with one answer, without an answer (`silent`), or all. */
  readEventInvitations(
    eventCode: string,
    slice: Slice<PersonId> & { readonly answer?: InvitationAnswer | 'silent' | undefined },
  ): Promise<readonly Invitation[]>;
  /** Invitations of people without an attendance at the event, sorted by person. People who said that they
   *  come are first. */
  readInvitedWithoutAttendance(eventCode: string, limit: number): Promise<readonly Invitation[]>;
  countInvitations(eventCode: string): Promise<InvitationCounts>;
  /** People with an address, by id. */
  readInvitable(search: InvitableSearch & { readonly limit: number }): Promise<readonly PersonId[]>;
  /** The numbers of people with and without an address. */
  countInvitable(
    search: InvitableSearch,
  ): Promise<{ readonly reachable: number; readonly withoutAddress: number }>;
  /** People with an address who have not answered, and to whom nothing was sent since the instant. */
  readSilentInvited(eventCode: string, since: Instant, limit: number): Promise<readonly PersonId[]>;
}

/** Reads the meetings of the DANE in schools. */
export interface SchoolMeetingReader {
  readSchoolMeeting(id: string): Promise<SchoolMeeting | undefined>;
  /** The newest first. */
  readSchoolMeetingsAt(uai: Uai): Promise<readonly SchoolMeeting[]>;
  /** Meetings in one of the states, the oldest first; `after` is an id. */
  readSchoolMeetings(
    states: readonly MeetingState[],
    slice: Slice<string>,
  ): Promise<readonly SchoolMeeting[]>;
  /** Number of meetings for which the DANE has to set or accept a day. */
  countMeetingsForDane(): Promise<number>;
}

/** A paper without its facts. */
export type MadePaper = Pick<Paper, 'id' | 'kind' | 'personId' | 'factsDigest' | 'madeAt'>;

/** Reads papers. */
export interface PaperReader {
  readPaper(id: PaperId): Promise<Paper | undefined>;
  /** The newest first. */
  readPapers(uai: Uai, limit: number): Promise<readonly Paper[]>;
  /** The papers of a school year without their facts, the newest first. */
  readPapersMade(uai: Uai, schoolYear: SchoolYear): Promise<readonly MadePaper[]>;
  /** The papers with these ids, in no particular order. Unknown ids are left out. */
  readPapersWith(ids: readonly PaperId[]): Promise<readonly Paper[]>;
  /** Papers about one person, the newest first. */
  readPapersAbout(personId: PersonId, limit: number): Promise<readonly Paper[]>;
}

export interface SchoolReaders
  extends ReviewReader,
    WishedTrainingReader,
    YearlyReportReader,
    TrainingWishReader,
    MeansReader,
    ProcedureSheetReader,
    SchoolProjectReader,
    ClassProjectReader,
    SupportReader,
    EventReader,
    InvitationReader,
    SchoolMeetingReader,
    PaperReader {}
