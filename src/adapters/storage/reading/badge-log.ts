import type { BadgeLogReader } from '../../../application/store/badge-log-reader.ts';
import type { Database } from '../database.ts';
import { fromLogCheckpointRow, fromLogEntryRow, fromLogTileRow } from '../tables/badge-log.ts';

/** Reads the log of signed badges. */
export function makeBadgeLogReader({ db }: Database): BadgeLogReader {
  return {
    readLogSize: async () => {
      const last = db.selectFrom('log_entry').select('position').orderBy('position', 'desc').limit(1);
      const row = await last.executeTakeFirst();
      return row === undefined ? 0 : row.position + 1;
    },
    readPendingBadges: async (limit) => {
      const rows = await db
        .selectFrom('log_pending')
        .leftJoin('credential', (join) =>
          join
            .onRef('credential.id', '=', 'log_pending.credential_id')
            .onRef('credential.revision', '=', 'log_pending.revision')
            .on('credential.erased_at', 'is', null),
        )
        .select(['log_pending.credential_id', 'log_pending.revision', 'document', 'jws'])
        .orderBy('log_pending.credential_id')
        .orderBy('log_pending.revision')
        .limit(limit)
        .execute();
      return rows.map(({ credential_id: credentialId, revision, document, jws }) => ({
        credentialId,
        revision,
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
    readLogEntryOf: async (id, revision) => {
      const found = db.selectFrom('log_entry').selectAll().where('credential_id', '=', id);
      const row = await found.where('revision', '=', revision).executeTakeFirst();
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
