import type { BadgeRecord } from '../../domain/holder/badge-record.ts';
import type { PersonId, RecordId } from '../../domain/ids.ts';
import type { Slice } from './slice.ts';

/** Reads records of badges. */
export interface BadgeRecordReader {
  /** The record; `withdrawn` where it existed and was withdrawn. */
  readBadgeRecord(id: RecordId): Promise<BadgeRecord | 'withdrawn' | undefined>;
  readBadgeRecordOf(personId: PersonId): Promise<BadgeRecord | undefined>;
  /** The ids of all standing records, in their order. */
  readBadgeRecordIds(slice: Slice<RecordId>): Promise<readonly RecordId[]>;
}
