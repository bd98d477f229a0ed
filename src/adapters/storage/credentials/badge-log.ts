import { type CompiledQuery, sql } from 'kysely';
import { TILE_WIDTH } from '#open-badges/transparency-log';
import type { BadgeLogReader } from '../../../application/store/badge-readers.ts';
import type {
  BadgeLogChange,
  LogCheckpoint,
  LogEntry,
  LogName,
  LogTile,
  SignedDigests,
} from '../../../domain/badge-log/entries.ts';
import { asStored, newKey, type Queries, sweep, type Writers } from '../commit/change-writer.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert, excluded } from '../mapping/insert.ts';
import { readAll, readFirst } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

/** The tables of each log's tree. */
const TREES = {
  badges: makeTree('log_tile', 'log_checkpoint'),
  audit: makeTree('audit_tile', 'audit_checkpoint'),
};

function makeTree(tile: 'log_tile' | 'audit_tile', checkpoint: 'log_checkpoint' | 'audit_checkpoint') {
  return {
    tile,
    checkpoint,
    tiles: recordTable<LogTile>()(tile, ['level', 'number'], {
      columns: ['level', 'number', 'width', 'hashes'],
    }),
    checkpoints: recordTable<LogCheckpoint>()(checkpoint, ['day'], {
      columns: ['day', 'size', 'note', 'signedAt'],
    }),
  };
}

/** The digests of a row of the log, or of what waits for it. */
export function fromDigestsRow({ document, jws }: Tables['log_waiting']): SignedDigests {
  return { document, ...(jws !== null && { jws }) } as SignedDigests;
}

function fromLogEntryRow({ position, ...row }: Tables['log_entry']): LogEntry {
  return { position, digests: fromDigestsRow(row) };
}

export function makeBadgeLogReader({ db }: Database): BadgeLogReader {
  return {
    readLogSize: async () => {
      const last = db.selectFrom('log_entry').select('position').orderBy('position', 'desc').limit(1);
      const row = await last.executeTakeFirst();
      return row === undefined ? 0 : row.position + 1;
    },
    readWaitingDigests: (limit) => {
      const waiting = db.selectFrom('log_waiting').selectAll().orderBy('document').limit(limit);
      return readAll(waiting, fromDigestsRow);
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
    readLogTile: (log, level, number) => TREES[log].tiles.find(db, { level, number }),
    readTreeSize: async (log) => {
      const leaves = db.selectFrom(TREES[log].tile).select(['number', 'width']).where('level', '=', 0);
      const last = await leaves.orderBy('number', 'desc').limit(1).executeTakeFirst();
      return last === undefined ? 0 : last.number * TILE_WIDTH + last.width;
    },
    readLogEntries: (from, limit) => {
      const rows = db.selectFrom('log_entry').selectAll().where('position', '>=', from);
      return readAll(rows.orderBy('position').limit(limit), fromLogEntryRow);
    },
    readLogEntryOf: (digest) => {
      const found = db
        .selectFrom('log_entry')
        .selectAll()
        .where((eb) => eb.or([eb('document', '=', digest), eb('jws', '=', digest)]));
      return readFirst(found.orderBy('position').limit(1), fromLogEntryRow);
    },
    readWrongClockCheckpoints: (log) => {
      const { checkpoints } = TREES[log];
      return checkpoints.all(checkpoints.select(db).where('wrong_clock_at', 'is not', null).orderBy('day'));
    },
    readLogCheckpoints: (log, limit, before) => {
      const { checkpoints } = TREES[log];
      const rows = checkpoints.select(db).orderBy('day', 'desc').limit(limit).where('day', '<', before);
      return checkpoints.all(rows.where('wrong_clock_at', 'is', null));
    },
  };
}

export const badgeLog = {
  /** The number of statements does not grow with the number of entries, because D1 limits it. */
  'badge-log-extended': newKey((database, { entries, tiles }) => [
    insertEntries(database, entries),
    ...saveTiles(database, 'badges', tiles),
    deleteWaiting(database, entries),
  ]),
  'badge-log-read': sweep('badge-log-read', (database, { read }) => {
    const { db, capabilities } = database;
    const ids = capabilities.listOf(read.map(({ id }) => id));
    const digests = read.flatMap((one) => one.digests ?? []);
    return [
      ...(digests.length > 0 ? [enterInLog(database, digests)] : []),
      db.deleteFrom('log_unread').where('id', 'in', ids).compile(),
    ];
  }),
  'checkpoint-signed': asStored(({ db }, { log, checkpoint: { day, size, note, signedAt } }) => [
    compileInsert(
      db
        .insertInto(TREES[log].checkpoint)
        .values({ day, size, note, signed_at: signedAt, wrong_clock_at: null })
        .onConflict((conflict) =>
          conflict
            .column('day')
            .doUpdateSet(excluded({ size, note, signed_at: signedAt, wrong_clock_at: null }))
            .where(sql.ref(`${TREES[log].checkpoint}.size`), '<=', sql.ref('excluded.size')),
        ),
    ),
  ]),
} satisfies Writers<BadgeLogChange>;

/** Saves the tiles of a log's tree. A tile never loses a hash. */
export function saveTiles({ db }: Database, log: LogName, tiles: readonly LogTile[]): Queries {
  const { tile: table } = TREES[log];
  return tiles.map((tile) =>
    db
      .insertInto(table)
      .values(tile)
      .onConflict((conflict) =>
        conflict
          .columns(['level', 'number'])
          .doUpdateSet(excluded({ width: tile.width, hashes: tile.hashes }))
          .where(sql.ref(`${table}.width`), '<', sql.ref('excluded.width')),
      )
      .compile(),
  );
}

/** Puts signed documents on the list of those that wait for their place in the log. The same document signed
 *  twice within a second has the same bytes, and one entry. */
export function enterInLog({ db, capabilities }: Database, entries: readonly SignedDigests[]): CompiledQuery {
  return db
    .insertInto('log_waiting')
    .columns(['document', 'jws'])
    .expression(
      db
        .selectFrom(capabilities.objectsOf(entries).as('signed'))
        .select([
          sql<string>`signed.value ->> 'document'`.as('document'),
          sql<string | null>`signed.value ->> 'jws'`.as('jws'),
        ])
        // SQLite reads `ON CONFLICT` as part of a join where a selection has no condition.
        .where(sql<boolean>`1 = 1`),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile();
}

function insertEntries({ db, capabilities }: Database, entries: readonly LogEntry[]): CompiledQuery {
  const rows = entries.map(({ position, digests }) => ({ position, ...digests }));
  return db
    .insertInto('log_entry')
    .columns(['position', 'document', 'jws'])
    .expression(
      db
        .selectFrom(capabilities.objectsOf(rows).as('added'))
        .select([
          sql<number>`cast(added.value ->> 'position' as integer)`.as('position'),
          sql<string>`added.value ->> 'document'`.as('document'),
          sql<string | null>`added.value ->> 'jws'`.as('jws'),
        ]),
    )
    .compile();
}

function deleteWaiting({ db, capabilities }: Database, entries: readonly LogEntry[]): CompiledQuery {
  const placed = entries.map(({ digests: { document } }) => document);
  return db.deleteFrom('log_waiting').where('document', 'in', capabilities.listOf(placed)).compile();
}
