import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ORDERED_PERSON_TABLES,
  PERSON_TABLES,
  personTablesWith,
  referencesOf,
} from '../../src/adapters/storage/people/person-tables.ts';
import { inReferenceOrder, inStatedOrder } from '../../src/adapters/storage/people/references.ts';
import { EXPIRING_TABLES, endOf, factTableOf } from '../../src/adapters/storage/people/retention-tables.ts';
import type { Change, ChangeOf } from '../../src/domain/change/union.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { FACT_KINDS } from '../../src/domain/retention.ts';
import type { Instant, LocalDate } from '../../src/domain/time/calendar.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

type PersonTable = keyof typeof PERSON_TABLES;
type KindOfTerm = {
  [T in PersonTable]: (typeof PERSON_TABLES)[T] extends { readonly ends: { readonly after: infer Kind } }
    ? Kind & Change['kind']
    : never;
}[PersonTable];

/** Every text of the rows is this day, so that all rows are old and refer to one another. */
const OLD = '2000-01-01';
const OLD_YEAR = 2000;
const AT = '2026-12-01T00:00:00Z' as Instant;
const day = (text: string) => text as LocalDate;

/** One change of each kind that ends rows at the end of a term. */
const TERMS: { readonly [Kind in KindOfTerm]: ChangeOf<Kind> } = {
  'sessions-forgotten': { kind: 'sessions-forgotten', at: AT },
  'newcomers-forgotten': { kind: 'newcomers-forgotten', before: AT },
  'review-notes-forgotten': { kind: 'review-notes-forgotten', writtenBefore: AT },
  'retention-notices-dropped': { kind: 'retention-notices-dropped', before: day(OLD) },
  'host-forgotten': { kind: 'host-forgotten', at: AT, unusedSince: AT, idleSince: AT },
  'wallets-forgotten': { kind: 'wallets-forgotten', at: AT },
  'uploads-forgotten': { kind: 'uploads-forgotten', at: AT },
  'audit-let-go': { kind: 'audit-let-go', before: OLD_YEAR + 1 },
  'proposals-replaced': {
    kind: 'proposals-replaced',
    recipients: [{ kind: 'person', personId: OLD as PersonId }],
    proposals: [],
    awards: [],
  },
};

let folder: Folder;
let file: string;
beforeAll(async () => {
  folder = openFolder();
  ({ file } = folder);
  await (await folder.open()).close();
});
afterAll(() => folder.remove());

function query<Row>(sql: string, ...values: readonly unknown[]): readonly Row[] {
  const connection = new Sqlite(file, { readonly: true });
  const rows = connection.prepare(sql).all(...values) as Row[];
  connection.close();
  return rows;
}

/** The tables about people that the foreign keys of a table refer to, in the migrated database. */
function foreignKeysOf(table: string): readonly string[] {
  const keys = query<{ parent: string }>(
    'select distinct "table" as parent from pragma_foreign_key_list(?)',
    table,
  );
  return keys.map(({ parent }) => parent).filter((parent) => parent in PERSON_TABLES && parent !== table);
}

function refersToOf(table: PersonTable): readonly string[] {
  const treatment = PERSON_TABLES[table];
  return 'refersTo' in treatment ? treatment.refersTo : [];
}

const allTables = () =>
  query<{ name: string }>("select name from sqlite_master where type = 'table'").map(({ name }) => name);

describe('the order of the tables about people', () => {
  it('is stated in `refersTo` for every foreign key', () => {
    const missing = ORDERED_PERSON_TABLES.flatMap((table) =>
      foreignKeysOf(table)
        .filter((parent) => !referencesOf(table).some((stated) => stated === parent))
        .map((parent) => `State in refersTo of ${table} that its rows refer to ${parent}.`),
    );
    expect(missing).toEqual([]);
  });

  it('states in `refersTo` nothing that the database has not', () => {
    const wrong = ORDERED_PERSON_TABLES.flatMap((table) =>
      refersToOf(table)
        .filter((parent) => !foreignKeysOf(table).includes(parent))
        .map((parent) => `${table} has no foreign key to ${parent}.`),
    );
    expect(wrong).toEqual([]);
  });

  it('puts a table after those that it refers to', () => {
    const place = (table: PersonTable) => ORDERED_PERSON_TABLES.indexOf(table);
    const early = ORDERED_PERSON_TABLES.flatMap((table) =>
      referencesOf(table)
        .filter((parent) => parent !== table && place(parent) > place(table))
        .map((parent) => `${table} and ${parent} refer to each other: an erasure has no order for them.`),
    );
    expect(early).toEqual([]);
  });

  it('does not depend on the order in which the tables are declared', () => {
    const reversed = inReferenceOrder(ORDERED_PERSON_TABLES.toReversed(), referencesOf);
    expect(reversed.toSorted()).toEqual(ORDERED_PERSON_TABLES.toSorted());
    for (const [at, table] of reversed.entries()) {
      const before = [table, ...reversed.slice(0, at)];
      expect(before, table).toEqual(expect.arrayContaining([...referencesOf(table)]));
    }
  });

  it('exports who a person is first, and a table of a feature behind the one that it states', () => {
    const whole: readonly PersonTable[] = personTablesWith('export', 'whole');
    expect(whole.slice(0, 3)).toEqual(['person', 'person_email', 'person_profile']);
    const misplaced = whole.filter((table) => {
      const { exportedAfter }: { readonly by: string; readonly exportedAfter?: string } =
        PERSON_TABLES[table];
      const places = ORDERED_PERSON_TABLES as readonly string[];
      return exportedAfter !== undefined && places[places.indexOf(table) - 1] !== exportedAfter;
    });
    expect(misplaced).toEqual([]);
  });

  it('loses no table if two state each other', () => {
    const names = ['a', 'b', 'c', 'd'] as const;
    const stated: Partial<Record<string, (typeof names)[number]>> = { b: 'c', c: 'b', d: 'a' };
    expect(inStatedOrder(names, (name) => stated[name])).toEqual(['a', 'd', 'b', 'c']);
  });

  it('holds every table with a foreign key to one of them', () => {
    const outside = allTables()
      .filter((table) => !(table in PERSON_TABLES) && foreignKeysOf(table).length > 0)
      .map((table) => `${table} refers to ${foreignKeysOf(table)} and is not in PERSON_TABLES.`);
    expect(outside).toEqual([]);
  });
});

/** The tables that date rows of others. */
const DATING = ['event', 'class_project'];

function write(work: (connection: Sqlite.Database) => void): void {
  const connection = new Sqlite(file);
  connection.pragma('foreign_keys = off');
  connection.pragma('ignore_check_constraints = on');
  work(connection);
  connection.close();
}

/** Replaces all rows about people by one in each table, about one person and as old as each other. */
function fill(): void {
  write((connection) => {
    for (const table of [...ORDERED_PERSON_TABLES, ...DATING]) {
      const columns = connection
        .prepare('select name, type from pragma_table_info(?)')
        .all(table) as Column[];
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      const places = columns.map(() => '?').join(', ');
      connection.exec(`delete from "${table}"`);
      connection
        .prepare(`insert into "${table}" (${names}) values (${places})`)
        .run(...columns.map((column) => cellOf(table, column)));
    }
  });
}

interface Column {
  readonly name: string;
  readonly type: string;
}

function cellOf(table: string, { name, type }: Column): string | number | null {
  // A wallet offer that was taken stays.
  if (name === 'taken_at') return null;
  if (name === 'recipient_kind') return 'person';
  if (table === 'retention_notice' && FACT_KINDS.some((kind) => kind === name)) return 1;
  return type === 'INTEGER' ? OLD_YEAR : OLD;
}

/** The tables about people that a change empties. */
async function emptiedBy(change: Change): Promise<readonly PersonTable[]> {
  const store = await folder.open();
  await store.commit([change]);
  await store.close();
  return ORDERED_PERSON_TABLES.filter((table) => query(`select 1 from "${table}" limit 1`).length === 0);
}

describe('the end of rows about people', () => {
  beforeEach(fill);

  it('is with the facts for exactly the tables that the expiry empties', async () => {
    const [before, announcedBefore, today] = [day('2001-09-01'), day('2007-09-08'), day('2007-09-09')];
    write((connection) => {
      connection.prepare('update retention_notice set before = ?').run(before);
      connection.prepare('insert into lived_day values (?)').run(announcedBefore);
    });
    const stated = ORDERED_PERSON_TABLES.filter((table) =>
      ['facts', ...EXPIRING_TABLES].some((end) => end === endOf(table).with),
    );
    const personIds = [OLD as PersonId];
    expect(await emptiedBy({ kind: 'facts-expired', personIds, before, announcedBefore, today })).toEqual(
      stated,
    );
  });

  it('is with the facts for what rules.md names', () => {
    const named = [
      ...(['engagement', 'attendance', 'progress_review', 'contribution', 'class_participation'] as const),
      ...(['planned_review', 'review_notes', 'yearly_report', 'means'] as const),
      ...(['retention_notice', 'directory_consent', 'message_recipient'] as const),
    ];
    expect(EXPIRING_TABLES).toEqual(expect.arrayContaining(named));
  });

  it('is in an erasure at the latest, each row before those that it refers to', async () => {
    const names = { familyNames: [], emails: [] };
    const deleted = personTablesWith('erase', 'deleted');
    expect(await emptiedBy({ kind: 'person-erased', personId: OLD as PersonId, names, at: AT })).toEqual(
      deleted,
    );
  });

  it('is one table for each kind of facts', () => {
    const tables = FACT_KINDS.map(factTableOf);
    expect(new Set(tables).size).toBe(FACT_KINDS.length);
    const stated = EXPIRING_TABLES.filter((table) => endOf(table).fact !== undefined);
    expect(tables.toSorted()).toEqual(stated.toSorted());
  });

  it.each(Object.values<Change>(TERMS))('comes by $kind where `after` states it', async (change) => {
    const stated = ORDERED_PERSON_TABLES.filter((table) => endOf(table).after === change.kind);
    expect(stated).not.toEqual([]);
    expect(await emptiedBy(change)).toEqual(stated);
  });
});
