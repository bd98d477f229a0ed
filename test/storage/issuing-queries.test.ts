import Sqlite from 'better-sqlite3';
import { type CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAwardReader } from '../../src/adapters/storage/awards/store.ts';
import { makeStatusListReader } from '../../src/adapters/storage/credentials/status-lists.ts';
import { makeCredentialReader } from '../../src/adapters/storage/credentials/store.ts';
import { sqliteCapabilities } from '../../src/adapters/storage/engines/capabilities.ts';
import { makeOneConnectionDialect } from '../../src/adapters/storage/engines/one-connection-dialect.ts';
import { makeLeases } from '../../src/adapters/storage/jobs/leases.ts';
import type { Tables } from '../../src/adapters/storage/mapping/tables.ts';
import { ADA, GUYOT, LIST, toPerson, toSchool } from '../contracts/store-values.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

let folder: Folder;
let file: Sqlite.Database;
const executedQueries: CompiledQuery[] = [];
beforeAll(async () => {
  folder = openFolder();
  await (await folder.openCopy()).close();
  file = new Sqlite(folder.file);
});
afterAll(() => {
  file.close();
  folder.remove();
});

/** Readers whose queries are recorded, and which find only the keys of some badges. */
const database = {
  db: new Kysely<Tables>({
    dialect: makeOneConnectionDialect({
      executeQuery: async <Row>(query: CompiledQuery) => {
        executedQueries.push(query);
        const isAboutKeys = query.sql.includes('recursive');
        return { rows: (isAboutKeys ? [{ key_ids: '["ed-1","rs-1"]' }] : []) as Row[] };
      },
      close: () => {},
    }),
  }),
  capabilities: sqliteCapabilities,
};
const awards = makeAwardReader(database);
const lists = makeStatusListReader(database);
const taking = { by: 'x', ended: [{ by: 'y', count: 1 }], limit: 100 };

/** SQLite's plans for the queries, step by step. */
function plansOf(queries: readonly CompiledQuery[]): readonly string[] {
  return queries.flatMap(({ sql, parameters }) =>
    (file.prepare(`explain query plan ${sql}`).all(...parameters) as { readonly detail: string }[]).map(
      ({ detail }) => detail,
    ),
  );
}

const QUESTIONS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the awards of recipients', () => awards.readAwardsOf([toPerson(ADA), toSchool(GUYOT)])],
  ['the unsigned awards to claim', () => makeLeases(database).leaseUnsignedAwards(taking)],
  ['the claims on unsigned awards', () => makeLeases(database).readClaims('award')],
  ['to raise claims', () => makeLeases(database).renewLeases('award', 'x')],
  ['to give back claims', () => makeLeases(database).releaseLeases('award', 'x')],
  ['the indexes that are taken', () => lists.readTakenIndexes(LIST, [1, 2, 3])],
  ['the open list', () => lists.readOpenStatusList()],
  [
    'the badges signed with a key',
    () => makeCredentialReader(database).readCredentials({ limit: 50, signedWith: 'ed-1' }),
  ],
];

describe('the work of SQLite for issuing does not grow with the stored data', () => {
  it.each(QUESTIONS)('for %s', async (_, ask) => {
    executedQueries.length = 0;
    await ask().catch(() => {});
    const plans = plansOf(executedQueries);
    expect(plans).not.toEqual([]);
    expect(plans.filter(readsWhole)).toEqual([]);
  });
});

/** The index of unsigned awards contains no other awards, and its scan stops as soon as enough were found. */
function readsWhole(step: string): boolean {
  return /^SCAN (award|credential|status_list)\b/.test(step) && !step.includes('award_unsigned');
}
