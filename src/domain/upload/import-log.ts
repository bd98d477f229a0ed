import { digestedEngagement } from '../engagement/fields.ts';
import { digestedPerson } from '../person/fields.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Event,
  Person,
  ProgressReview,
  School,
} from '../records.ts';
import type { Instant } from '../time/calendar.ts';

/** The records of each kind that an import writes. */
export interface ImportedRecords {
  readonly establishment: School;
  readonly person: Person;
  readonly event: Event;
  readonly authorisation: Authorisation;
  readonly engagement: Engagement;
  readonly attendance: Attendance;
  readonly review: ProgressReview;
  readonly contribution: Contribution;
}
export type ImportedKind = keyof ImportedRecords;
/** In the order of their files: later records refer to earlier ones. */
export const IMPORTED_KINDS = [
  'establishment',
  'person',
  'event',
  'authorisation',
  'engagement',
  'attendance',
  'review',
  'contribution',
] as const satisfies readonly ImportedKind[];

/** One record that an import wrote. */
export interface ImportEntry<Kind extends ImportedKind = ImportedKind> {
  readonly key: string;
  /** Digest of the record after the import. A record with another digest was changed since. */
  readonly after: string;
  /** The record before the import; absent if the import created it. */
  readonly before?: ImportedRecords[Kind];
}

/** What one commit of an import changed. */
export interface ImportBatch {
  readonly importId: string;
  readonly position: number;
  readonly kind: ImportedKind;
  readonly entries: readonly ImportEntry[];
}

/** An import whose changes are kept so that it can be undone. */
export interface ImportRun {
  readonly id: string;
  readonly actor: string;
  readonly begunAt: Instant;
  readonly undone?: { readonly at: Instant; readonly by: string };
}

/** Why undoing an import leaves a record unchanged. */
export const PRESERVED_REASONS = [
  'changed-since',
  'decided',
  'award',
  'paper',
  'signed-in',
  'in-use',
] as const;
export type PreservedReason = (typeof PRESERVED_REASONS)[number];

/** `undo`: it would be undone. `kept`: it stays. `undone`: it was undone. `gone`: it was already removed, or
 *  is as it was before the import. */
export type UndoVerdict = 'undo' | 'kept' | 'undone' | 'gone';

/** One record of an import, with the verdict on it. */
export interface UndoRecord {
  readonly position: number;
  readonly kind: ImportedKind;
  readonly entry: ImportEntry;
  readonly verdict: UndoVerdict;
  readonly reason?: PreservedReason;
}

/** Days for which an import can be undone. */
export const IMPORT_LOG_DAYS = 30;

export type ImportLogChange =
  | { readonly kind: 'import-begun'; readonly run: ImportRun }
  | { readonly kind: 'import-logged'; readonly batch: ImportBatch }
  /** Deletes the verdicts of an earlier check, except those on records that were undone since. */
  | { readonly kind: 'undo-lines-forgotten'; readonly importId: string }
  /** A record that was undone keeps that verdict when a later check finds something else. */
  | { readonly kind: 'undo-lines-saved'; readonly importId: string; readonly lines: readonly UndoRecord[] }
  /** Writes these records. The whole commit is refused where one of them is no longer as it was read. */
  | { readonly kind: 'records-as-read'; readonly of: ImportedKind; readonly records: readonly object[] }
  /** Removes records that an import created. The whole commit is refused where one of them is no longer as it
   *  was read, or where another record refers to it. */
  | { readonly kind: 'records-unmade'; readonly of: ImportedKind; readonly records: readonly object[] }
  | { readonly kind: 'import-undone'; readonly importId: string; readonly at: Instant; readonly by: string }
  /** Deletes the log of the imports that began before this instant. */
  | { readonly kind: 'imports-forgotten'; readonly before: Instant };

type ChangeWith<Kind extends ImportedKind> = { readonly kind: Kind; readonly record: ImportedRecords[Kind] };
/** A change that saves one imported record, with its kind. */
export type ImportedRecord = { [Kind in ImportedKind]: ChangeWith<Kind> }[ImportedKind];

/** The key of a record, unique within its kind. */
export function keyOfImported({ kind, record }: ImportedRecord): string {
  switch (kind) {
    case 'establishment':
      return record.uai;
    case 'person':
      return record.id;
    case 'event':
      return record.code;
    case 'authorisation':
      return [record.uai, record.mission, record.localAuthority, record.period.from].join('\n');
    case 'engagement':
    case 'contribution':
      return record.reference;
    case 'attendance':
      return `${record.personId}\n${record.eventCode}`;
    case 'review':
      return [record.personId, record.uai, record.on, record.kind].join('\n');
  }
}

/** A short digest of all properties of a record, in any order. It serves to find records that changed since;
 *  it is not a proof against forgery. */
export function digestOfImported({ kind, record }: ImportedRecord): string {
  switch (kind) {
    case 'establishment':
      return digest(
        `${record.type}\n${record.name}\n${record.postalCode}\n${record.commune}\n${record.departmentCode}\n${record.department}\n${record.sector}\n${record.agricultural}${record.closedOn ? `\n${record.closedOn}\n${record.successor ?? ''}` : ''}`,
      );
    case 'person':
      return digest(digestedPerson(record));
    case 'event':
      return digest(
        `${record.kind}\n${record.title}\n${record.startsOn}\n${record.endsOn ?? ''}\n${record.hours ?? ''}\n${record.tags.join('|')}\n${record.uai ?? ''}`,
      );
    case 'authorisation':
      return digest(`${record.period.to ?? ''}\n${record.convention ?? ''}`);
    case 'engagement':
      return digest(digestedEngagement(record));
    case 'attendance':
      return digest(`${record.hours ?? ''}\n${record.proof}`);
    case 'review':
      return '';
    case 'contribution':
      return digest(
        `${record.personId}\n${record.kind}\n${record.on}\n${record.title ?? ''}\n${record.description ?? ''}\n${record.url ?? ''}\n${record.validated}\n${record.judged?.at ?? ''}`,
      );
  }
}

/** 53 bits that depend on the text, by two multiplicative hashes of 32 bits (with primes of Yann Collet's
 *  xxHash). */
function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high ^= high >>> 16;
  low ^= low >>> 15;
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
