import type { BadgeLogReader } from '../../../application/store/badge-log-reader.ts';
import type { Database } from '../database.ts';
import {
  fromDigestsRow,
  fromLogCheckpointRow,
  fromLogEntryRow,
  fromLogTileRow,
} from '../tables/badge-log.ts';

/** Reads the log of signed badges. */
export function makeBadgeLogReader({ db }: Database): BadgeLogReader {
  return {
    readLogSize: async () => {
      const last = db.selectFrom('log_entry').select('position').orderBy('position', 'desc').limit(1);
      const row = await last.executeTakeFirst();
      return row === undefined ? 0 : row.position + 1;
    },
    readWaitingDigests: async (limit) => {
      const waiting = db.selectFrom('log_waiting').selectAll().orderBy('document').limit(limit);
      return (await waiting.execute()).map(fromDigestsRow);
    },
    readUnreadForms: async (limit) => {
      const rows = await db
        .selectFrom('log_unread')
        .leftJoin('credential', (join) =>
          join.onRef('credential.id', '=', 'log_unread.id').on('credential.erased_at', 'is', null),
        )
        .leftJoin('badge_record', 'badge_record.id', 'log_unread.id')
        .select(['log_unread.id'])
        .select((eb) => [
          eb.fn.coalesce('credential.document', 'badge_record.document').as('document'),
          eb.fn.coalesce('credential.jws', 'badge_record.jws').as('jws'),
        ])
        .orderBy('log_unread.id')
        .limit(limit)
        .execute();
      return rows.map(({ id, document, jws }) => ({
        id,
        ...(document !== null && jws !== null && { signed: { document, jws } }),
      }));
    },
    readLogTile: async (level, number) => {
      const found = db.selectFrom('log_tile').selectAll().where('level', '=', level);
      const row = await found.where('number', '=', number).executeTakeFirst();
      return row && fromLogTileRow(row);
    },
    readLogEntries: async (from, limit) => {
      const rows = db.selectFrom('log_entry').selectAll().where('position', '>=', from);
      return (await rows.orderBy('position').limit(limit).execute()).map(fromLogEntryRow);
    },
    readLogEntryOf: async (digest) => {
      const found = db
        .selectFrom('log_entry')
        .selectAll()
        .where((eb) => eb.or([eb('document', '=', digest), eb('jws', '=', digest)]));
      const row = await found.orderBy('position').limit(1).executeTakeFirst();
      return row && fromLogEntryRow(row);
    },
    readLogCheckpoints: async (limit, before) => {
      const rows = db
        .selectFrom('log_checkpoint')
        .selectAll()
        .orderBy('day', 'desc')
        .limit(limit)
        .where('day', '<', before);
      return (await rows.execute()).map(fromLogCheckpointRow);
    },
  };
}
