import type { BadgeRecord } from '../../domain/holder/badge-record.ts';
import type { PersonId, RecordId } from '../../domain/ids.ts';
import type { Slice } from './slice.ts';

export interface BadgeRecordReader {
  /** `withdrawn` where there was a record with this id. */
  readBadgeRecord(id: RecordId): Promise<BadgeRecord | 'withdrawn' | undefined>;
  readBadgeRecordOf(personId: PersonId): Promise<BadgeRecord | undefined>;
  /** The ids of all records that stand, in their order. */
  readBadgeRecordIds(slice: Slice<RecordId>): Promise<readonly RecordId[]>;
}
