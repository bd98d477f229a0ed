import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWriter } from '../../src/adapters/storage/commit/changes-to-sql.ts';
import { sqliteCapabilities } from '../../src/adapters/storage/engines/capabilities.ts';
import type { Tables } from '../../src/adapters/storage/mapping/tables.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { openFolder } from './sqlite-folder.ts';

/** Columns that make a row personal data. */
const PERSONAL_COLUMNS = ['person_id', 'recipient_id', 'email', 'given_name'];
/** Tables whose rows are about a person through another table, which the export and the erasure follow. */
const THROUGH_ANOTHER = ['credential'];

const folder = openFolder();
let personal: readonly string[];
let exported: readonly string[];
let touched: readonly string[];
let merged: readonly string[];

beforeAll(async () => {
  const store = await folder.open();
  const personId = 'somebody' as PersonId;
  const person = { id: personId, givenName: 'A', familyName: 'B', emails: ['a@b.example'], profiles: [] };
  await store.commit([{ kind: 'person-saved', person }]);
  exported = Object.keys((await store.exportPerson(personId)) ?? {});
  await store.close();

  const connection = new Sqlite(folder.file, { readonly: true });
  const tables = connection
    .prepare("select name from sqlite_master where type = 'table' and name not like '%migration%'")
    .pluck()
    .all() as string[];
  const columnsOf = (table: string) =>
    connection.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
  personal = [
    ...tables.filter((table) => columnsOf(table).some((column) => PERSONAL_COLUMNS.includes(column))),
    ...THROUGH_ANOTHER,
  ];
  connection.close();

  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Sqlite(':memory:') }) });
  const write = makeWriter({ db, capabilities: sqliteCapabilities });
  const tablesOf = (change: Change) =>
    write([change]).map(({ sql }) => /^(?:delete from|update) "?(\w+)"?/.exec(sql)?.[1] ?? '');
  touched = tablesOf({
    kind: 'person-erased',
    personId,
    names: { familyNames: [], emails: [] },
    at: '2026-11-24T00:00:00Z' as Instant,
  });
  merged = tablesOf({ kind: 'people-merged', from: personId, into: 'another' as PersonId });
  await db.destroy();
});
afterAll(() => folder.remove());

describe('every table that is about people', () => {
  it('is in the export of a person’s data', () => {
    expect(personal.filter((table) => !exported.includes(table))).toEqual([]);
    expect(personal.length).toBeGreaterThan(10);
  });

  it('is moved where two records become one', () => {
    // A doubtful sign-in and an invitation to missions have addresses, not people; a credential follows its award.
    const follows = personal.filter(
      (table) => !['sign_in_doubt', 'mission_invitation', 'credential'].includes(table),
    );
    expect(follows.filter((table) => !merged.includes(table))).toEqual([]);
  });

  it('is emptied, or minimised, by an erasure', () => {
    expect(personal.filter((table) => !touched.includes(table))).toEqual([]);
  });
});
