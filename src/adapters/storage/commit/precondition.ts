import {
  type CompiledQuery,
  type Expression,
  expressionBuilder,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';

/** The names of preconditions, as the migration's constraints list them. */
export type Precondition =
  | 'credential-known'
  | 'credential-revision-follows'
  | 'credential-not-revoked'
  | 'choice-as-read'
  | 'engagement-as-read'
  | 'single-role-free'
  | 'engagement-still-open'
  | 'contest-still-open'
  | 'reminder-not-written'
  | 'criteria-unused'
  | 'dane-agent-left'
  | 'outbox-item-open'
  | 'signing-key-active'
  | 'job-still-claimed'
  | 'moved-to';

/** A statement that does nothing if the query finds a row, and fails the whole commit where it finds
 *  none. */
export function precondition(
  database: Database,
  name: Precondition,
  found: Expression<unknown>,
): CompiledQuery {
  const { not, exists } = expressionBuilder();
  return refuse(database, name, not(exists(found)));
}

/** The opposite of `premise`: it fails the whole commit where the query finds a row. */
export function preconditionOfNone(
  database: Database,
  name: Precondition,
  found: Expression<unknown>,
): CompiledQuery {
  return refuse(database, name, expressionBuilder().exists(found));
}

/** Fails the whole commit if the query, which selects ids, does not find each of these. */
export function preconditionOfEach(
  database: Database,
  name: Precondition,
  ids: readonly string[],
  found: Expression<unknown>,
): CompiledQuery {
  const missing = database.db
    .selectFrom(database.capabilities.objectsOf(ids.map((id) => ({ id }))).as('line'))
    .select(sql<number>`1`.as('missing'))
    .where(sql<boolean>`line.value ->> 'id' not in ${found}`);
  return preconditionOfNone(database, name, missing);
}

/** The rows that a query finds, to be locked until the commit ends. */
interface Held extends Expression<unknown> {
  forShare(): { compile(): CompiledQuery };
}

/** A precondition on a row that the commit itself does not write. Where several transactions write at once, the row is
 *  locked against change until this one ends, and a row that was changed since it began refuses it (ADR 6). */
export function preconditionHeld(
  database: Database,
  name: Precondition,
  found: Held,
): readonly [...CompiledQuery[], CompiledQuery] {
  const held = database.capabilities.skipsLockedRows ? [found.forShare().compile()] : [];
  return [...held, precondition(database, name, found)];
}

function refuse({ db }: Database, name: Precondition, isBroken: Expression<SqlBool>): CompiledQuery {
  return db
    .insertInto('premise')
    .columns(['broken'])
    .expression(db.selectNoFrom(sql<string>`cast(${name} as text)`.as('broken')).where(isBroken))
    .compile();
}

/** Fails the whole commit if `move` has copied this database elsewhere. */
export function stillHere(database: Database): CompiledQuery {
  return preconditionOfNone(database, 'moved-to', movedAway(database));
}

/** Finds a row if this database was copied elsewhere. */
export function movedAway({ db }: Pick<Database, 'db'>) {
  return db.selectFrom('life').select('moved_to').where('moved_to', 'is not', null);
}

/** Fails the whole commit where a key that made one of its signatures has been retired or declared compromised
 *  in the meantime, by any process. The commit writes no row of a key, so PostgreSQL must lock the rows that are read:
 *  it would else not see what another transaction commits in the meantime. The sum is taken outside of the locked
 *  rows, because a condition would keep all rows but the ended ones from being locked. */
export function keysStillSign({ db, capabilities }: Database, kids: readonly string[]): CompiledQuery {
  const keys = db
    .selectFrom('public_key')
    .select('state')
    .where('kid', 'in', capabilities.listOf([...new Set(kids)]))
    .$if(capabilities.locksReadRows, (query) => query.forShare());
  const count = sql<number>`count(case when state <> 'active' then 1 end)`;
  const ended = db.selectFrom(keys.as('key')).select(count.as('ended')).having(count, '>', 0);
  return preconditionOfNone({ db, capabilities }, 'signing-key-active', ended);
}

/** Fails the whole commit where one of these versions of the criteria was withdrawn in the meantime, by any process. */
export function versionsStand({ db, capabilities }: Database, versions: readonly number[]): CompiledQuery {
  const read = db
    .selectFrom('criteria_version')
    .select('withdrawn_at')
    .where('version', 'in', [...new Set(versions)])
    .$if(capabilities.locksReadRows, (query) => query.forShare());
  const count = sql<number>`count(withdrawn_at)`;
  const withdrawn = db.selectFrom(read.as('read')).select(count.as('withdrawn')).having(count, '>', 0);
  return preconditionOfNone({ db, capabilities }, 'criteria-unused', withdrawn);
}

/** Finds the row of the table whose columns all are as they were read. */
export function rowAsRead(table: keyof Tables & string, row: object): RawBuilder<unknown> {
  const same = Object.entries(row).map(([column, value]) =>
    value === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value}`,
  );
  return sql`(select 1 from ${sql.table(table)} where ${sql.join(same, sql` and `)})`;
}
