import { type CompiledQuery, sql } from 'kysely';
import type { BadgeLogChange, LogEntry, SignedDigests } from '../../../domain/badge-log/badge-log.ts';
import type { Database } from '../database.ts';
import { excluded } from './excluded.ts';
import { asStored, newKey } from './guard.ts';
import type { Writers } from './writer.ts';

export const badgeLog = {
  /** The number of statements does not grow with the number of entries, because D1 limits it. */
  'badge-log-extended': newKey((database, { entries, tiles }) => [
    insertEntries(database, entries),
    ...tiles.map((tile) =>
      database.db
        .insertInto('log_tile')
        .values(tile)
        .onConflict((conflict) =>
          conflict
            .columns(['level', 'number'])
            .doUpdateSet(excluded({ width: tile.width, hashes: tile.hashes }))
            .where(sql.ref('log_tile.width'), '<', sql.ref('excluded.width')),
        )
        .compile(),
    ),
    deleteWaiting(database, entries),
  ]),
  'badge-log-read': asStored((database, { read }) => {
    const { db, capabilities } = database;
    const ids = capabilities.listOf(read.map(({ id }) => id));
    const digests = read.flatMap((one) => one.digests ?? []);
    return [
      ...(digests.length > 0 ? [enterInLog(database, digests)] : []),
      db.deleteFrom('log_unread').where('id', 'in', ids).compile(),
    ];
  }),
  'checkpoint-signed': asStored(({ db }, { checkpoint: { day, size, note, signedAt } }) => [
    db
      .insertInto('log_checkpoint')
      .values({ day, size, note, signed_at: signedAt })
      .onConflict((conflict) =>
        conflict
          .column('day')
          .doUpdateSet(excluded({ size, note, signed_at: signedAt }))
          .where(sql.ref('log_checkpoint.size'), '<=', sql.ref('excluded.size')),
      )
      .compile(),
  ]),
} satisfies Writers<BadgeLogChange>;

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
