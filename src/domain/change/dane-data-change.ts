import type { EventSheet } from '../engagement/event-sheet.ts';
import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';
import type { Upload, UploadLine, UploadPart, UploadReport } from '../work/upload.ts';

/** What the DANE's own data keeping writes: uploads, attendance, sign-in sheets, settings. */
export type DaneDataChange =
  | { readonly kind: 'upload-added'; readonly upload: Upload; readonly parts: readonly UploadPart[] }
  | {
      readonly kind: 'upload-imported';
      readonly id: string;
      readonly report: UploadReport;
      readonly at: Instant;
    }
  /** What an import does with lines of an upload; forgotten at the same instant as the upload. */
  | {
      readonly kind: 'upload-lines-added';
      readonly uploadId: string;
      readonly expiresAt: Instant;
      readonly lines: readonly UploadLine[];
    }
  | { readonly kind: 'upload-lines-forgotten'; readonly uploadId: string }
  /** Uploads whose end has come, with their bytes. */
  | { readonly kind: 'uploads-forgotten'; readonly at: Instant }
  | { readonly kind: 'attendance-removed'; readonly personId: PersonId; readonly eventCode: string }
  /** Proof 1; a better proof stands, and the hours stay. */
  | { readonly kind: 'attendance-signed'; readonly personId: PersonId; readonly eventCode: string }
  | { readonly kind: 'event-sheet-opened'; readonly sheet: EventSheet }
  /** Nothing where it closed earlier. */
  | { readonly kind: 'event-sheet-closed'; readonly secret: string; readonly at: Instant }
  | {
      readonly kind: 'setting-changed';
      readonly name: string;
      /** JSON. */
      readonly value: string;
      readonly at: Instant;
      readonly by: PersonId;
    };

const KINDS: Readonly<Record<DaneDataChange['kind'], true>> = {
  'upload-added': true,
  'upload-imported': true,
  'upload-lines-added': true,
  'upload-lines-forgotten': true,
  'uploads-forgotten': true,
  'attendance-removed': true,
  'attendance-signed': true,
  'event-sheet-opened': true,
  'event-sheet-closed': true,
  'setting-changed': true,
};

export function isDaneDataChange(change: { readonly kind: string }): change is DaneDataChange {
  return change.kind in KINDS;
}
