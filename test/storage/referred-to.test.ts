import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IMPORTED, REFERENCES } from '../../src/adapters/storage/people/referred-to.ts';
import { openFolder } from './sqlite-folder.ts';

/** Rows that are deleted with their record when its import is undone. */
const GO_WITH_IT: Readonly<Record<string, readonly string[]>> = {
  person: ['person_email', 'person_profile'],
  establishment: ['establishment_coverage', 'coverage_on_day'],
  engagement: ['confirmation_request', 'contest'],
};
/** Records with such rows are checked in other ways: a person who has signed in, an engagement that stays with
 *  its contest, a sheet found by its whole key. */
const SEEN_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  person: ['identity', 'contest', 'engagement_request', 'declared_engagement'],
};

const folder = openFolder();
let referring: (table: string) => readonly string[];

beforeAll(async () => {
  await (await folder.open()).close();
  const connection = new Sqlite(folder.file, { readonly: true });
  const references = connection
    .prepare(
      `select reference."table" as target, owner.name || '.' || reference."from" as source
       from sqlite_master as owner, pragma_foreign_key_list(owner.name) as reference where owner.type = 'table'`,
    )
    .all() as readonly { readonly target: string; readonly source: string }[];
  connection.close();
  referring = (table) => references.flatMap(({ target, source }) => (target === table ? [source] : []));
});
afterAll(() => folder.remove());

it.each(['person', 'establishment', 'event', 'engagement'] as const)(
  'finds every row that refers to a record of the kind %s before an import is undone',
  (kind) => {
    const looked = [
      ...REFERENCES[kind],
      ...(kind === 'engagement' ? [] : IMPORTED[kind].map(([table, column]) => [table, column] as const)),
    ].map(([table, column]) => `${table}.${column}`);
    const leftOut = [...(GO_WITH_IT[kind] ?? []), ...(SEEN_OTHERWISE[kind] ?? [])];
    const referrers = referring(kind).filter((source) => !leftOut.includes(source.split('.')[0] ?? ''));
    expect(referrers.length).toBeGreaterThan(2);
    expect(referrers.filter((source) => !looked.includes(source))).toEqual([]);
  },
);

it('knows all tables that refer to the other kinds', () => {
  const sources = ['authorisation', 'attendance', 'progress_review', 'contribution'].flatMap(referring);
  expect([...new Set(sources.map((source) => source.split('.')[0]))]).toEqual(['procedure_sheet']);
});
