import type { BadgeRecordReader } from '../../../application/store/badge-record-reader.ts';
import type { Database } from '../database.ts';
import { fromBadgeRecordRow } from '../tables/badge-records.ts';

export function makeBadgeRecordReader({ db }: Database): BadgeRecordReader {
  const withEntry = () =>
    db
      .selectFrom('badge_record')
      .innerJoin('badge_record_entry', 'badge_record_entry.record_id', 'badge_record.id')
      .selectAll('badge_record')
      .select(['status_list_id', 'status_index']);
  return {
    readBadgeRecord: async (id) => {
      const row = await withEntry().where('badge_record.id', '=', id).executeTakeFirst();
      if (row) return fromBadgeRecordRow(row);
      const entries = db.selectFrom('badge_record_entry').select('record_id').where('record_id', '=', id);
      return (await entries.executeTakeFirst()) && 'withdrawn';
    },
    readBadgeRecordOf: async (personId) => {
      const row = await withEntry().where('person_id', '=', personId).executeTakeFirst();
      return row && fromBadgeRecordRow(row);
    },
    readBadgeRecordIds: async ({ after, limit }) => {
      const all = db.selectFrom('badge_record').select('id').orderBy('id').limit(limit);
      const rows = await (after === undefined ? all : all.where('id', '>', after)).execute();
      return rows.map(({ id }) => id);
    },
  };
}
