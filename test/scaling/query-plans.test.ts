import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { startFullFixture } from '../support/fixtures/workspace.ts';
import {
  multiplyRows,
  recordStatements,
  type SentStatement,
  scannedByPostgres,
  scannedBySqlite,
} from '../support/query-plans.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';
import { type Settings, startTestService } from '../support/servers/service.ts';
import { addressIn, WORKSPACE_PAGES } from '../support/workspace-pages.ts';

const ROWS = 5_000;
const LIMIT_MS = 240_000;
/** Tables that do not grow with people, schools or badges. */
const SMALL_TABLES = [
  ...[
    'setting',
    'criteria_version',
    'office_version',
    'public_key',
    'achievement_endorsement',
    'trusted_list',
  ],
  ...['status_list', 'api_token', 'column_match', 'life', 'invariant_answer', 'kysely_migration'],
];
/** A statement that looks up one record, or a list of them. The others read a table as a whole: counts, lists of
 *  everybody, the evaluation, the export, the search for a name before an erasure. */
const LOOK_UP =
  /unnest\(|json_each\(\?|(?<!\w)"?(id|person_id|uai|reference|code|event_code|award_id|campaign_id|recipient_id|secret|email)"? = (\$|\?)/;
/** Look-ups that read a table from end to end rightly, by a part that only they have. */
const SCANS: readonly (readonly [part: string, why: string])[] = [
  ['coalesce(named_person.folded_name', 'a page of all proposals, ordered by names of two tables'],
  ['from "sign_in_doubt" where "email" in', 'few sign-ins are in doubt, and they are read in an erasure'],
  ['select "person_id" from "directory_consent"', 'the directory is a list of everybody who consents'],
  ['event_invitation"."person_id" = "engagement"."person_id"', 'everybody who could still be invited'],
  ['coalesce("reminded_at", "invited_at")', 'everybody who is invited and has an address'],
  [
    'inner join "person" on "person"."id" = "event_invitation"."person_id"',
    'everybody who is invited, by name',
  ],
  ['"given"."documents", "given"."confirmed_at"', 'all requests of a campaign'],
  ['count(*) as "count" from "proposal"', 'counts the proposals of a badge'],
  ['update "establishment" set "uai"', 'a school changes its number; every table that names it is searched'],
  ['update "event" set "code"', 'an event changes its code; every table that names it is searched'],
  [
    'from "engagement" inner join "person" on "person"."id" = "engagement"."person_id"',
    'a list of everybody',
  ],
];

/** The statements of every page, and of everything that the demonstration records. */
async function recordEveryPage(settings: Settings = {}) {
  const recorded = recordStatements();
  const fixture = await startFullFixture(settings);
  for (const page of WORKSPACE_PAGES) {
    const address = addressIn(fixture.values, page);
    if (address === undefined) continue;
    const cookie = page.as === 'anyone' ? '' : fixture.viewers[page.as].cookie;
    const answer = await fixture.service.get(address, { cookie, accept: 'text/html' });
    await answer.arrayBuffer();
  }
  recorded.stop();
  const statements = [...recorded.statements.values()];
  expect(statements.length).toBeGreaterThan(500);
  return { service: fixture.service, statements };
}

const isRight = (sql: string) => SCANS.some(([part]) => sql.includes(part));

/** The look-ups for which the engine would read a growing table from end to end, without those that do so rightly. */
function wrongScans(scans: readonly { readonly sql: string; readonly tables: readonly string[] }[]) {
  return scans
    .map(({ sql, tables }) => ({ sql, tables: tables.filter((table) => !SMALL_TABLES.includes(table)) }))
    .filter(({ sql, tables }) => tables.length > 0 && LOOK_UP.test(sql) && !isRight(sql));
}

it(
  'SQLite looks records up by an index',
  async () => {
    const { service, statements } = await recordEveryPage();
    const database = new Database(join(service.folder, 'jalon.db'));
    const scans = statements.map((one) => ({ sql: one.sql, tables: scannedBySqlite(database, one) }));
    database.close();
    await service.stop();
    expect(scans.filter(({ tables }) => tables.length > 0).length).toBeGreaterThan(20);
    expect(wrongScans(scans)).toEqual([]);
  },
  LIMIT_MS,
);

it('readiness reads no growing table from end to end', async () => {
  const service = await startTestService();
  // A service prepares each statement once, so a new one is asked.
  const recorded = recordStatements();
  expect((await service.get('/health/ready')).status).toBe(200);
  recorded.stop();
  const statements = [...recorded.statements.values()];
  expect(statements.length).toBeGreaterThan(5);
  const database = new Database(join(service.folder, 'jalon.db'));
  const scanned = (sql: string) => scannedBySqlite(database, { sql, parameters: [] }, true);
  const byId = 'select id from credential where valid_from > ? and erased_at is null order by id limit ?';
  expect(scanned(byId)).toEqual(['credential']);
  const wrong = statements
    .map(({ sql }) => ({ sql, tables: scanned(sql).filter((table) => !SMALL_TABLES.includes(table)) }))
    .filter(({ tables }) => tables.length > 0);
  expect(wrong).toEqual([]);
  database.close();
  await service.stop();
});

it(
  'PostgreSQL looks records up by an index in tables of 5,000 rows',
  async () => {
    const database = await makeMigratedDatabase();
    const { service, statements } = await recordEveryPage({ DATABASE_URL: database.url });
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await multiplyRows(client, ROWS, SMALL_TABLES);
    const plan = async (one: SentStatement) => ({
      sql: one.sql,
      tables: await scannedByPostgres(client, one),
    });
    const scans: Awaited<ReturnType<typeof plan>>[] = [];
    for (const one of statements) scans.push(await plan(one));
    // A look-up without an index, and one by a JSON list, are seen.
    const byName = { sql: 'select * from "person" where "given_name" = any($1)', parameters: [['Ada']] };
    const byJson = {
      sql: 'select * from "person" where "id" in (select jsonb_array_elements_text($1::jsonb))',
      parameters: ['["a"]'],
    };
    expect((await plan(byName)).tables).toEqual(['person']);
    expect((await plan(byJson)).tables).toEqual(['person']);
    await client.end();
    await service.stop();
    await database.drop();
    expect(wrongScans(scans)).toEqual([]);
  },
  LIMIT_MS,
);
