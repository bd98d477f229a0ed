import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type {
  CheckedPage,
  InvariantPageRange,
  InvariantReader,
} from '../../../application/store/invariant-reader.ts';
import { type Finding, MOST_FINDINGS, WRONG_CLOCK } from '../../../domain/integrity/invariant.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import type { Database } from '../mapping/database.ts';
import { PERSON_TABLES, personTablesWith } from '../people/person-tables.ts';
import type { PersonTable } from '../people/person-treatments.ts';
import { type Condition, is } from './badge-conditions.ts';
import type { InvariantCheck } from './check.ts';
import { countLeftovers } from './clock-leftovers.ts';
import { INVARIANT_CHECKS } from './queries.ts';
import { makeInvariantRows } from './rows.ts';

export function makeInvariantReader(database: Database): InvariantReader {
  return {
    ...makeInvariantRows(database),
    countClockLeftovers: countLeftovers(database),
    readContradictions: (invariant, part) => {
      if (invariant === 'log-gapless') return findGaps(database);
      if (invariant === 'erased-gone') return findErased(database, part);
      return checkPage(database, INVARIANT_CHECKS[invariant] ?? [], part);
    },
  };
}

type DatedPageRange = InvariantPageRange & { readonly now: Instant };

/** Where a page begins: the number of the look, then the last key of the page before. */
function placeOf(after = '0 '): { readonly number: number; readonly key: string } {
  const space = after.indexOf(' ');
  return { number: Number(after.slice(0, space)), key: after.slice(space + 1) };
}

async function checkPage(
  database: Database,
  looks: readonly InvariantCheck[],
  part: DatedPageRange,
): Promise<CheckedPage> {
  const { number, key } = placeOf(part.after);
  const look = looks[number];
  if (!look) return { looked: 0, count: 0, found: [] };
  const { range, last } = await readRange(database, look, { key, limit: part.limit });
  const wrong = typeof look.wrong === 'function' ? look.wrong(part.now) : look.wrong;
  const rows = sql`from ${sql.table(look.from)} as it where ${range} and ${look.only ?? is('1 = 1')}`;
  const { rows: counted } = await sql<Counted>`
    select count(*) as looked, coalesce(sum(case when ${wrong} then 1 else 0 end), 0) as count ${rows}`.execute(
    database.db,
  );
  const [looked, count] = [Number(counted[0]?.looked ?? 0), Number(counted[0]?.count ?? 0)];
  const next = last !== undefined ? `${number} ${last}` : number + 1 < looks.length && `${number + 1} `;
  const found = count > 0 ? await readFound(database, look, sql`${rows} and (${wrong})`) : [];
  return { looked, count, found, ...(next && { next }) };
}

interface Counted {
  readonly looked: number | string;
  readonly count: number | string;
}

/** The rows after a key, up to the key of the last one of the page; undefined if the table ends. */
async function readRange(
  { db }: Database,
  { from, key: name }: InvariantCheck,
  { key, limit }: { readonly key: string; readonly limit: number },
): Promise<{ readonly range: Condition; readonly last: string | undefined }> {
  const column = sql.ref(`it.${name}`);
  const after = key === '' ? is('1 = 1') : sql<SqlBool>`${column} > ${key}`;
  const { rows } = await sql<{ last: string | number }>`
    select ${column} as last from ${sql.table(from)} as it
    where ${after} order by ${column} limit 1 offset ${limit - 1}`.execute(db);
  const last = rows[0]?.last;
  if (last === undefined) return { range: after, last };
  return { range: sql<SqlBool>`${after} and ${column} <= ${last}`, last: String(last) };
}

async function readFound(
  { db }: Database,
  { from, key, says, isLeftover = false }: InvariantCheck,
  rows: RawBuilder<unknown>,
): Promise<readonly Finding[]> {
  const stated = says === undefined ? sql`null` : sql.ref(`it.${says}`);
  const found = await sql<{ subject: string | number; said: string | null }>`
    select ${sql.ref(`it.${key}`)} as subject, ${stated} as said ${rows}
    order by subject, said limit ${MOST_FINDINGS}`.execute(db);
  return found.rows.map(({ subject, said: more }) => ({
    subject: `${from} ${subject}`,
    ...(says !== undefined && more !== null && { detail: { [says]: more } }),
    ...(isLeftover && { detail: { fault: WRONG_CLOCK } }),
  }));
}

/** Whether the places of the log follow one another from 0. */
async function findGaps({ db }: Database): Promise<CheckedPage> {
  const { rows } = await sql<{ looked: number | string; last: number | string | null }>`
    select count(*) as looked, max(position) as last from log_entry`.execute(db);
  const looked = Number(rows[0]?.looked ?? 0);
  const missing = Number(rows[0]?.last ?? -1) + 1 - looked;
  if (missing === 0) return { looked, count: 0, found: [] };
  const first = await sql<{ after: number }>`
    select it.position as after from log_entry as it
    where not exists (select 1 from log_entry as following where following.position = it.position + 1)
    order by it.position limit 1`.execute(db);
  return { looked, count: missing, found: [{ subject: `log_entry ${first.rows[0]?.after ?? -1}` }] };
}

/** The rows of erased people, in every table whose rows an erasure deletes, and what was typed about them in
 *  lines of the audit. */
async function findErased(database: Database, part: DatedPageRange): Promise<CheckedPage> {
  const { db, capabilities } = database;
  const look: InvariantCheck = { from: 'audit', key: 'subject', wrong: is('1 = 1') };
  const { range, last } = await readRange(database, look, { key: part.after ?? '', limit: part.limit });
  const { rows } = await sql<{ subject: string }>`
    select distinct it.subject from audit as it where ${range} and it.action = 'person-erased'`.execute(db);
  const erased = rows.map(({ subject }) => subject);
  const found: Finding[] = [];
  for (const table of erased.length > 0 ? personTablesWith('erase', 'deleted') : []) {
    const left = await readLeft(database, table, capabilities.listOf(erased));
    found.push(...left.map((subject) => ({ subject: `person ${subject}`, detail: { table } })));
  }
  const next = last === undefined ? {} : { next: last };
  return { looked: erased.length, count: found.length, found: found.slice(0, MOST_FINDINGS), ...next };
}

async function readLeft({ db }: Database, table: PersonTable, erased: RawBuilder<string>) {
  const { by } = PERSON_TABLES[table];
  // These rows hang on other rows of the person, which are looked for themselves.
  if (by === 'email' || by === 'engagement_reference' || by === 'upload_id' || by === 'award_id') return [];
  const column = sql.ref(by);
  const { rows } = await sql<{ subject: string }>`
    select distinct ${column} as subject from ${sql.table(table)} where ${column} in ${erased}
    order by subject limit ${MOST_FINDINGS}`.execute(db);
  return rows.map(({ subject }) => subject);
}
