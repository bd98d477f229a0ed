import type { EventDetails } from '../../domain/event/details.ts';
import type { RollCall } from '../../domain/event/roll-call.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Paper, PaperId } from '../../domain/paper/types.ts';
import type { Attendance, Event, EventKind } from '../../domain/records.ts';
import type { PlannedReview, WrittenReview } from '../../domain/review/planned.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads progress reviews, planned and held. */
export interface ReviewReader {
  readPlannedReviews(uai: Uai, schoolYear: SchoolYear): Promise<readonly PlannedReview[]>;
  /** The newest first. */
  readWrittenReviews(uai: Uai): Promise<readonly WrittenReview[]>;
}

/** A search among events. */
export interface EventSearch {
  /** A part of the code or title. */
  readonly text?: string;
  readonly kind?: EventKind;
  readonly after?: { readonly startsOn: LocalDate; readonly code: string };
  readonly limit: number;
}

/** The lists of the people present at an event. `printed`: they signed the printed sheet. `uninvited`: they signed
 *  otherwise (proof 1), and no valid invitation names them. `expected`: all others. */
export const PRESENCE_LISTS = ['expected', 'uninvited', 'printed'] as const;
export type PresenceList = (typeof PRESENCE_LISTS)[number];

/** Reads events, their attendance and their roll calls. */
export interface EventReader {
  /** The latest first. */
  searchEvents(search: EventSearch): Promise<readonly Event[]>;
  /** Sorted by person; those of one list, or all. */
  readEventAttendances(
    eventCode: string,
    slice: Slice<PersonId> & { readonly list?: PresenceList },
  ): Promise<readonly Attendance[]>;
  countEventAttendances(eventCode: string): Promise<number>;
  readRollCall(secret: string): Promise<RollCall | undefined>;
  /** The roll calls whose secret begins with these hexadecimal digits; nearly always one at most. */
  readRollCallsBySecretStart(start: string): Promise<readonly RollCall[]>;
  /** The roll call that was opened last. */
  readLatestRollCall(eventCode: string): Promise<RollCall | undefined>;
  readEventDetails(eventCodes: readonly string[]): Promise<readonly EventDetails[]>;
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

export interface SchoolReaders extends ReviewReader, EventReader, PaperReader {}
