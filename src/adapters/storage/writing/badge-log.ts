import { type CompiledQuery, sql } from 'kysely';
import type { BadgeLogChange, PendingBadge } from '../../../domain/badge-log/badge-log.ts';
import type { CredentialId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { excluded } from './excluded.ts';
import { asStored, newKey } from './guard.ts';
import type { Writers } from './writer.ts';

export const badgeLog = {
  /** The number of statements does not grow with the number of entries, because D1 limits it. */
  'badge-log-extended': newKey((database, { entries, tiles, dropped }) => [
    ...(entries.length > 0 ? [insertEntries(database, entries)] : []),
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
    deletePending(database, [...entries, ...dropped]),
  ]),
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

/** Puts signed badges on the list of those that wait for their place in the log. */
export function logLater({ db, capabilities }: Database, badges: readonly PendingBadge[]): CompiledQuery {
  const rows = capabilities.objectsOf(badges.map(({ credentialId: id, revision }) => ({ id, revision })));
  return db
    .insertInto('log_pending')
    .columns(['credential_id', 'revision'])
    .expression(
      db
        .selectFrom(rows.as('badge'))
        .select([
          sql<CredentialId>`badge.value ->> 'id'`.as('credential_id'),
          sql<number>`cast(badge.value ->> 'revision' as integer)`.as('revision'),
        ]),
    )
    .compile();
}

function insertEntries(
  { db, capabilities }: Database,
  entries: Extract<BadgeLogChange, { kind: 'badge-log-extended' }>['entries'],
): CompiledQuery {
  return db
    .insertInto('log_entry')
    .columns(['position', 'credential_id', 'revision', 'entry'])
    .expression(
      db
        .selectFrom(capabilities.objectsOf(entries).as('added'))
        .select([
          sql<number>`cast(added.value ->> 'position' as integer)`.as('position'),
          sql<CredentialId>`added.value ->> 'credentialId'`.as('credential_id'),
          sql<number>`cast(added.value ->> 'revision' as integer)`.as('revision'),
          sql<string>`added.value ->> 'text'`.as('entry'),
        ]),
    )
    .compile();
}

function deletePending({ db, capabilities }: Database, badges: readonly PendingBadge[]): CompiledQuery {
  const done = badges.map(({ credentialId, revision }) => `${credentialId} ${revision}`);
  return db
    .deleteFrom('log_pending')
    .where('credential_id', 'in', capabilities.listOf(badges.map(({ credentialId }) => credentialId)))
    .where(sql<string>`credential_id || ' ' || revision`, 'in', capabilities.listOf(done))
    .compile();
}
