import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVARIANTS } from '../../src/domain/integrity/invariant.ts';
import { jalon } from '../support/command-line.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { makeUsedServiceFixture, type UsedServiceFixture } from './used-service.ts';

let fixture: UsedServiceFixture;
let server: RunningServer;
let token: string;
beforeAll(async () => {
  fixture = await makeUsedServiceFixture();
  const made = await jalon(['token', 'create', '--role', 'dane', '--name', 'essai', '--json'], fixture);
  token = String(made.lines[0]?.['token']);
  server = await startServer(fixture.environment, TEST_ORIGIN);
}, 2 * MUCH_WORK_MS);
afterAll(async () => {
  await server.stop();
  rmSync(fixture.folder, { recursive: true, force: true });
});

describe('jalon doctor', { timeout: MUCH_WORK_MS }, () => {
  it('says each invariant in a line, next to the running service, and ends with 0', async () => {
    const { code, stdout } = await jalon(['doctor', '--lang', 'en'], fixture);
    expect(stdout.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(INVARIANTS.length);
    expect(stdout).toContain(`Nothing contradicts the ${INVARIANTS.length} invariants.`);
    expect(code).toBe(0);
  });

  it('leaves the signatures out where it should be quick', async () => {
    const { code, lines } = await jalon(['doctor', '--quick', '--json'], fixture);
    const requested = lines.filter(({ kind }) => kind === 'invariant').map(({ invariant }) => invariant);
    expect(requested).not.toContain('badge-proof');
    expect(lines.at(-1)).toEqual({
      kind: 'summary',
      depth: 'quick',
      asked: requested.length,
      broken: 0,
      unread: 0,
    });
    expect(code).toBe(0);
  });

  it('asks a service elsewhere part by part, with a token of the DANE', async () => {
    const environment = { JALON_TOKEN: token };
    const { code, lines } = await jalon(['doctor', '--remote', server.url, '--json'], { environment });
    expect(lines.filter(({ holds }) => holds === true)).toHaveLength(INVARIANTS.length);
    expect(code).toBe(0);
    // A service that refuses to be asked was not looked at.
    const refused = await jalon(['doctor', '--remote', server.url], { environment: { JALON_TOKEN: 'no' } });
    expect(refused.code).toBe(3);
  });

  it('names what it finds, says what to do, and ends with 1', async () => {
    const db = new Sqlite(join(fixture.folder, 'jalon.db'));
    const hidden = db.prepare("delete from audit where action = 'credential-revoked'").run();
    db.close();
    expect(hidden.changes).toBe(1);
    const { code, stdout } = await jalon(['doctor', '--quick', '--lang', 'en'], fixture);
    const at = stdout.split('\n').findIndex((line) => line.startsWith('✗'));
    const [line, finding, todo] = stdout.split('\n').slice(at, at + 3);
    expect(line).toContain('Each act has its line in the audit. 1 contradicts it');
    expect(finding).toMatch(/^ {4}credential \S{22}$/);
    expect(todo).toMatch(/^ {2}→ The database was written without the service/);
    expect(code).toBe(1);
  });

  it('ends with 3 where there is no database, or no database of ours', async () => {
    const nowhere = { ...fixture.environment, DATABASE_URL: `sqlite:${join(fixture.folder, 'nowhere.db')}` };
    expect((await jalon(['doctor'], { environment: nowhere })).code).toBe(3);
    const other = new Sqlite(join(fixture.folder, 'other.db'));
    other.exec('create table theirs (id text)');
    other.close();
    const theirs = { ...fixture.environment, DATABASE_URL: `sqlite:${join(fixture.folder, 'other.db')}` };
    expect((await jalon(['doctor'], { environment: theirs })).code).toBe(3);
  });
});
