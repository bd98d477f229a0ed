import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';
import { LOCAL_WRANGLER } from '../support/local-wrangler.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-local-'));
  for (const name of ['wrangler.toml', 'migrations']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a start; returns whether wrangler wrote anything. */
function start(): boolean {
  const { status, stdout, stderr } = migrateLocal();
  expect([status, stderr]).toEqual([0, '']);
  return stdout !== '';
}

function migrateLocal() {
  const script = `import(${JSON.stringify(`${ROOT}tools/worker-local.mjs`)}).then((it) => it.migrateLocal(process.cwd()))`;
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...LOCAL_WRANGLER } } as const;
  return spawnSync(process.execPath, ['-e', script], options);
}

function migrationsThere(): readonly string[] {
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const sql = 'select name from d1_migrations order by name';
  const words = ['d1', 'execute', 'DB', '--local', '--json', '--command', sql];
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...LOCAL_WRANGLER } } as const;
  const { stdout } = spawnSync(process.execPath, [wrangler, ...words], options);
  const [{ results }] = JSON.parse(stdout) as [{ results: readonly { name: string }[] }];
  return results.map(({ name }) => name);
}

it('the local Worker’s database gets the migrations of a newer version at the next start', {
  timeout: 60_000,
}, () => {
  expect(start()).toBe(true);
  expect(start()).toBe(false);
  writeFileSync(join(folder, 'migrations/9999_next.sql'), 'CREATE TABLE next (id TEXT PRIMARY KEY);\n');
  expect(start()).toBe(true);
  expect(migrationsThere()).toEqual(readdirSync(join(folder, 'migrations')).sort());
});

it('a local Worker’s database of before the first release is refused, with a remedy', () => {
  mkdirSync(join(folder, '.wrangler/state'), { recursive: true });
  const ofDevelopment = '0001_initial.sql\n0002_claims_and_outbox.sql';
  writeFileSync(join(folder, '.wrangler/state/jalon-migrations'), ofDevelopment);
  const { status, stderr } = migrateLocal();
  expect(status).toBe(1);
  expect(stderr).toContain('delete .wrangler/state and start again');
});
