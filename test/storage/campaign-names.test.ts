import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { foldText } from '../../src/adapters/storage/mapping/text-search.ts';
import { MIGRATIONS } from '../support/migrations.ts';

const MIGRATION = '0028_one_of_each.sql';

it('gives older campaigns of one name a number, whatever their capitals and accents', () => {
  const database = new Sqlite(':memory:');
  const run = (name: string) => database.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
  const files = readdirSync(MIGRATIONS).toSorted();
  for (const name of files.filter((one) => one.endsWith('.sql') && one < MIGRATION)) run(name);
  const names = ['Rentrée', 'rentree', 'RENTRÉE', 'Rentrée (2)', 'Été'];
  const insert = database.prepare(
    "insert into campaign values (?, ?, 2025, '2026-07-01', '2025-09-01', 'a', null, 0)",
  );
  for (const [at, name] of names.entries()) insert.run(`c${at}`, name);
  run(MIGRATION);
  const rows = database.prepare('select name, folded_name as folded from campaign order by id').all() as {
    name: string;
    folded: string;
  }[];
  expect(rows.map(({ name }) => name)).toEqual([
    ...['Rentrée', 'rentree (2)', 'RENTRÉE (3)', 'Rentrée (2) (c3)', 'Été'],
  ]);
  for (const { name, folded } of rows) expect(folded).toBe(foldText(name));
  database.close();
});
