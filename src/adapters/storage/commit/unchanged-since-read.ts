import { type CompiledQuery, sql } from 'kysely';
import type { ImportedKind, ImportedRecord, ImportedRecords } from '../../../domain/upload/import-log.ts';
import { contributionTable } from '../activities/contributions.ts';
import { attendanceTable, eventTable } from '../activities/events.ts';
import { reviewTable } from '../activities/reviews.ts';
import { authorisationTable } from '../engagements/authorisations.ts';
import { toEngagementRow } from '../engagements/rows.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';
import { personTable } from '../people/store.ts';
import { schoolTable } from '../schools/store.ts';
import type { Queries } from './change-writer.ts';
import { preconditionOfNone } from './precondition.ts';

interface Rows {
  readonly table: keyof Tables & string;
  /** The columns that find a row. */
  readonly key: readonly string[];
  readonly rows: readonly object[];
}

/** Columns that hold numbers; all others hold texts. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...['agricultural', 'hours', 'position', 'printed_sheet', 'proof', 'validated'],
]);
/** Columns that follow from the others. */
const DERIVED: ReadonlySet<string> = new Set(['folded_name', 'holds_single_role']);

/** Fails the whole commit where one of these records, all of one kind, is not as it was read, or is gone. The
 *  commit writes each of them, so that a concurrent one waits for it or is seen by it (docs/adr/0006). */
export function stillAsRead<Kind extends ImportedKind>(
  database: Database,
  of: Kind,
  records: readonly ImportedRecords[Kind][],
): Queries {
  const asRead = records.map((record) => ({ kind: of, record }) as ImportedRecord);
  const found = asRead.map(rowOf);
  const [first] = found;
  if (!first) return [];
  const rows = found.map(({ row }) => row);
  const people = asRead.flatMap((one) => (one.kind === 'person' ? [one.record] : []));
  return [
    ...lockRows(database, { ...first, rows }),
    noneMissing(database, { ...first, rows }),
    ...(people.length > 0 ? stillTheirs(database, people) : []),
  ];
}

function rowOf(one: ImportedRecord): {
  readonly table: keyof Tables & string;
  readonly key: readonly string[];
  readonly row: object;
} {
  switch (one.kind) {
    case 'establishment':
      return { table: 'establishment', key: ['uai'], row: schoolTable.toRow(one.record) };
    case 'person':
      return { table: 'person', key: ['id'], row: personTable.toRow(one.record) };
    case 'event':
      return { table: 'event', key: ['code'], row: eventTable.toRow(one.record) };
    case 'authorisation': {
      const key = ['uai', 'mission', 'local_authority', 'starts_on'];
      return { table: 'authorisation', key, row: authorisationTable.toRow(one.record) };
    }
    case 'engagement':
      return { table: 'engagement', key: ['reference'], row: toEngagementRow(one.record) };
    case 'attendance':
      return {
        table: 'attendance',
        key: ['person_id', 'event_code'],
        row: attendanceTable.toRow(one.record),
      };
    case 'review': {
      const key = ['person_id', 'uai', 'held_on', 'kind'];
      return { table: 'progress_review', key, row: reviewTable.toRow(one.record) };
    }
    case 'contribution':
      return { table: 'contribution', key: ['reference'], row: contributionTable.toRow(one.record) };
  }
}

/** Addresses and profiles are rows of their own. The precondition fails unless the person has exactly those that
 *  were read. */
function stillTheirs(database: Database, people: readonly ImportedRecords['person'][]): Queries {
  const { db, capabilities } = database;
  const ids = capabilities.listOf(people.map(({ id }) => id));
  const emails = people.flatMap(({ id, emails }) =>
    emails.map((address, position) => ({ address, person_id: id, position })),
  );
  const profiles = people.flatMap(({ id, profiles }) =>
    profiles.map((profile) => ({ person_id: id, profile })),
  );
  const otherEmails = db
    .selectFrom('person_email')
    .select('address')
    .where('person_id', 'in', ids)
    .where('address', 'not in', capabilities.listOf(emails.map(({ address }) => address)));
  const otherProfiles = db
    .selectFrom('person_profile')
    .select('profile')
    .where('person_id', 'in', ids)
    .where(
      sql<string>`person_id || ' ' || profile`,
      'not in',
      capabilities.listOf(profiles.map(({ person_id, profile }) => `${person_id} ${profile}`)),
    );
  return [
    ...(emails.length > 0
      ? [noneMissing(database, { table: 'person_email', key: ['address'], rows: emails })]
      : []),
    preconditionOfNone(database, 'choice-as-read', otherEmails),
    ...(profiles.length > 0
      ? [noneMissing(database, { table: 'person_profile', key: ['person_id', 'profile'], rows: profiles })]
      : []),
    preconditionOfNone(database, 'choice-as-read', otherProfiles),
  ];
}

/** Locks the rows until the commit ends, where several transactions write at once, and refuses it where one of them
 *  was changed or removed since it began: the commit would put a removed row back, because it writes rows that may be
 *  new (docs/adr/0006). */
function lockRows({ db, capabilities }: Database, { table, key, rows }: Rows): Queries {
  if (!capabilities.locksReadRows) return [];
  const same = key.map(
    (column) => sql<boolean>`${sql.ref(`${table}.${column}`)} = line.value ->> ${sql.lit(column)}`,
  );
  const lines = capabilities.objectsOf(rows);
  return [
    sql`select 1 from ${sql.table(table)} join ${lines} as line on ${sql.join(same, sql` and `)} for no key update of ${sql.table(table)}`.compile(
      db,
    ),
  ];
}

/** Fails the whole commit where the table lacks one of these rows. */
function noneMissing(database: Database, { table, key, rows }: Rows): CompiledQuery {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !DERIVED.has(column));
  const same = columns.map((column) => {
    const text = sql`line.value ->> ${sql.lit(column)}`;
    const value = NUMBERS.has(column) ? sql`cast(${text} as double precision)` : text;
    const stored = sql.ref(`${table}.${column}`);
    // Only `=` finds a row by an index on every engine.
    return key.includes(column) ? sql`${stored} = ${value}` : sql`${stored} is not distinct from ${value}`;
  });
  const stored = sql`select 1 from ${sql.table(table)} where ${sql.join(same, sql` and `)}`;
  const missing = database.db
    .selectFrom(database.capabilities.objectsOf(rows).as('line'))
    .select(sql<number>`1`.as('missing'))
    .where(sql<boolean>`not exists (${stored})`);
  return preconditionOfNone(database, 'choice-as-read', missing);
}
