import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { toLegacyDatabase } from '../support/legacy/database.ts';
import { makePostgresDatabase } from '../support/servers/postgres.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { makeUsedServiceFixture, type UsedServiceFixture } from './used-service.ts';

let fixture: UsedServiceFixture;
beforeAll(async () => {
  fixture = await makeUsedServiceFixture();
}, 2 * MUCH_WORK_MS);
afterAll(() => rmSync(fixture.folder, { recursive: true, force: true }));

const run = async (texts: readonly string[], environment = fixture.environment) => {
  const { code, stderr } = await jalon(texts, { environment });
  expect(code, stderr).toBe(0);
};

/** What contradicts the invariants in the database at this address, with the keys of the world. */
async function contradictionsAt(address: string) {
  const context = await openNodeContext({ ...fixture.environment, DATABASE_URL: address });
  try {
    return await contradictionsOf(context);
  } finally {
    await context.close();
  }
}

describe('nothing contradicts a service that lived', { timeout: 2 * MUCH_WORK_MS }, () => {
  it('after it was backed up and restored elsewhere', async () => {
    const [backup, restored] = ['backup.db', 'restored.db'].map((name) => join(fixture.folder, name));
    await run(['backup', backup ?? '']);
    await run(['restore', backup ?? ''], { ...fixture.environment, DATABASE_URL: `sqlite:${restored}` });
    expect(await contradictionsAt(`sqlite:${restored}`)).toEqual([]);
  });

  it('after it was moved to PostgreSQL', async () => {
    const { url, drop } = await makePostgresDatabase();
    await run(['move', '--to', url]);
    expect(await contradictionsAt(url)).toEqual([]);
    await drop();
  });

  it('after its list of migrations was that of before the first release', async () => {
    const file = join(fixture.folder, 'older.db');
    await run(['backup', file]);
    const db = new Sqlite(file);
    db.exec(toLegacyDatabase());
    db.close();
    expect(await contradictionsAt(`sqlite:${file}`)).toEqual([]);
  });
});
