import type { EventSheet } from '../../domain/engagement/event-sheet.ts';
import type { AwardId, PersonId } from '../../domain/ids.ts';
import type { Attendance, Event, EventKind } from '../../domain/records.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Upload, UploadPart } from '../../domain/upload.ts';
import type { AwardWithCredential } from './badge-readers.ts';
import type { Page } from './record-readers.ts';

export interface EventSearch {
  /** Part of a code or title. */
  readonly text?: string;
  readonly kind?: EventKind;
  readonly after?: { readonly startsOn: LocalDate; readonly code: string };
  readonly limit: number;
}

/** The DANE's own data keeping: uploads, events with who was there, sign-in sheets, settings, the register of awards. */
export interface DaneDataReader {
  /** Undefined where there is none, or none any more at that instant. */
  readUpload(id: string, at: Instant): Promise<Upload | undefined>;
  readUploadPart(id: string, part: Omit<UploadPart, 'content'>): Promise<string | undefined>;
  /** The latest first. */
  searchEvents(search: EventSearch): Promise<readonly Event[]>;
  /** By person. */
  readEventAttendances(eventCode: string, page: Page<PersonId>): Promise<readonly Attendance[]>;
  countEventAttendances(eventCode: string): Promise<number>;
  readEventSheet(secret: string): Promise<EventSheet | undefined>;
  /** The last one that was opened. */
  readLatestEventSheet(eventCode: string): Promise<EventSheet | undefined>;
  /** Values as JSON, by name. */
  readSettings(): Promise<ReadonlyMap<string, string>>;
  /** Every award, with what became of it. */
  readAwardPage(page: Page<AwardId>): Promise<readonly AwardWithCredential[]>;
}
