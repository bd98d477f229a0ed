import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jalon, ROOT } from '../../test/support/command-line.ts';
import { PRODUCTION_SETTINGS } from '../../test/support/production-settings.ts';
import type { Shape } from './shape.ts';
import { bytesOfSqlite } from './start-node-shape.ts';
import { startWrangler, WRANGLER, wranglerEnvironment } from './start-wrangler.ts';

const ORIGIN = 'https://bench.jalon.example';
const SETTINGS: Readonly<Record<string, string>> = { ...PRODUCTION_SETTINGS, PUBLIC_URL: ORIGIN };

/** Whether the project has a Worker. */
export const workerIsHere = existsSync(join(ROOT, 'src/worker.ts'));

/** A running Worker at its public address. Only its elapsed time can be measured. */
export function remoteWorkerShape(url: string, token: string): Shape {
  const nothing = { cpuMs: () => undefined, storedBytes: async () => undefined, stop: async () => {} };
  return { name: `the Worker at ${url}`, url, origin: url, token, ...nothing };
}

/** The Worker in `wrangler dev`: workerd, and a D1 database in a private folder. */
export async function startWorkerShape(): Promise<Shape> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const environment = wranglerEnvironment(folder);
  const state = ['--persist-to', join(folder, 'state')];
  const { settings, token, sql } = await prepare(folder);
  fillDatabase(sql, state, environment);
  const words = [...state, '--env-file', settings];
  const worker = await startWrangler({ words, folder, readyPath: '/health/ready' });
  return {
    ...worker,
    name: 'workerd and D1, on this machine',
    origin: ORIGIN,
    token,
    storedBytes: async () => bytesOfSqlite(databaseIn(folder)),
  };
}

/** Makes the tables, then adds the token. */
function fillDatabase(sql: string, state: readonly string[], env: NodeJS.ProcessEnv): void {
  for (const texts of [
    ['d1', 'migrations', 'apply', 'DB', '--local', ...state],
    ['d1', 'execute', 'DB', '--local', '--yes', '--file', sql, ...state],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [WRANGLER, ...texts], { cwd: ROOT, env });
    if (status !== 0) throw new Error(`wrangler ${texts.join(' ')}: ${stderr}`);
  }
}

/** Makes keys and a token, as an operator does for a Worker. */
async function prepare(folder: string) {
  const environment = { ...SETTINGS, KEYS_DIR: join(folder, 'keys') };
  await jalon(['keys', 'generate'], { environment });
  const keys = (await jalon(['keys', 'export', '--json'], { environment })).lines[0];
  const texts = ['token', 'create', '--role', 'dane', '--name', 'bench', '--sql', '--json'];
  const made = (await jalon(texts, { environment })).lines[0];
  if (!keys || !made) throw new Error('the keys or the token of the Worker could not be made');
  const settings = join(folder, 'settings.env');
  const lines = Object.entries({ ...SETTINGS, ...keys }).map(([name, value]) => `${name}='${value}'`);
  writeFileSync(settings, lines.join('\n'), { mode: 0o600 });
  const sql = join(folder, 'token.sql');
  writeFileSync(sql, String(made['sql']));
  return { settings, sql, token: String(made['token']) };
}

function databaseIn(folder: string): string {
  const file = globSync(join(folder, 'state/v3/d1/**/*.sqlite')).find((name) => !name.includes('metadata'));
  if (file === undefined) throw new Error('the database of the Worker is not where wrangler keeps it');
  return file;
}
