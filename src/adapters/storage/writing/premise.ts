import { type CompiledQuery, type Expression, sql } from 'kysely';
import type { Database } from '../database.ts';

/** The names that the migration's constraints refuse. */
export type Premise =
  | 'credential-known'
  | 'credential-revision-follows'
  | 'credential-not-revoked'
  | 'outbox-item-open'
  | 'engagement-as-read'
  | 'single-role-free'
  | 'contest-still-open';

/** A statement that does nothing where the query finds a row, and fails the whole commit where it finds none. */
export function premise({ db }: Database, name: Premise, found: Expression<unknown>): CompiledQuery {
  return db
    .insertInto('premise')
    .columns(['broken'])
    .expression(
      db
        .selectNoFrom(sql<string>`cast(${name} as text)`.as('broken'))
        .where((eb) => eb.not(eb.exists(found))),
    )
    .compile();
}
