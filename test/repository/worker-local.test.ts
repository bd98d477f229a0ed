import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';
import { LEGACY_MIGRATIONS } from '../support/legacy/database.ts';
import { LOCAL_WRANGLER } from '../support/local-wrangler.ts';
import { MIGRATIONS } from '../support/migrations.ts';

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

function execute(sql: string): readonly Record<string, unknown>[] {
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const texts = ['d1', 'execute', 'DB', '--local', '--json', '--command', sql];
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...LOCAL_WRANGLER } } as const;
  const { stdout } = spawnSync(process.execPath, [wrangler, ...texts], options);
  return JSON.parse(stdout)[0].results;
}

it('the local Worker’s database gets the migrations of a newer version at the next start', {
  timeout: 120_000,
}, () => {
  expect(start()).toBe(true);
  expect(start()).toBe(false);
  // One of before the migrations were joined has more names, which wrangler passes over.
  const rows = LEGACY_MIGRATIONS.map((name) => `('${name}')`);
  execute(`insert into d1_migrations (name) values ${rows.join(', ')}`);
  writeFileSync(join(folder, 'migrations/9999_next.sql'), 'CREATE TABLE next (id TEXT PRIMARY KEY);\n');
  expect(start()).toBe(true);
  const names = execute('select name from d1_migrations order by name').map(({ name }) => name);
  expect(names).toEqual([...readdirSync(MIGRATIONS), ...LEGACY_MIGRATIONS, '9999_next.sql'].sort());
});

it('a local Worker’s database that stopped before the migrations were joined is refused in words', {
  timeout: 60_000,
}, () => {
  execute('create table establishment (uai text)');
  const { status, stdout, stderr } = migrateLocal();
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('no version of Jalon takes it up');
});
