import type { ImportedRecord } from '../upload/import-log.ts';
import type { Change } from './union.ts';

/** The record that this change of an import saves; undefined for a change that only follows a saved
 *  record. */
export function importedRecord(change: Change): ImportedRecord | undefined {
  switch (change.kind) {
    case 'establishment-saved':
      return { kind: 'establishment', record: change.establishment };
    case 'person-saved':
      return { kind: 'person', record: change.person };
    case 'event-saved':
      return { kind: 'event', record: change.event };
    case 'authorisation-saved':
      return { kind: 'authorisation', record: change.authorisation };
    case 'engagement-imported':
      return { kind: 'engagement', record: change.engagement };
    case 'attendance-saved':
      return { kind: 'attendance', record: change.attendance };
    case 'progress-review-saved':
      return { kind: 'review', record: change.review };
    case 'contribution-saved':
      return { kind: 'contribution', record: change.contribution };
    default:
      return undefined;
  }
}
