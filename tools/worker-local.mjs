// Prepares the Worker on this machine, so that `wrangler dev` can answer.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Settings for this machine, which wrangler prefers to those of wrangler.toml. */
const SETTINGS_FILE = join(ROOT, '.dev.vars');
const SETTINGS = { NODE_ENV: 'development', DEMO: '0', PUBLIC_URL: 'http://localhost:8787' };
const KEYS_DIR = join(ROOT, 'var/worker-keys');
/** With these variables wrangler asks no questions, sends no statistics and does not look up its location. */
export const LOCAL = { CI: '1', CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };

/** Makes development keys and settings where they are missing, and a database with every migration. */
export function prepareLocal() {
  migrateLocal();
  if (existsSync(SETTINGS_FILE)) return;
  if (!existsSync(KEYS_DIR)) jalon(['keys', 'generate']);
  const secrets = JSON.parse(jalon(['keys', 'export', '--json']));
  const lines = Object.entries({ ...SETTINGS, ...secrets }).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(SETTINGS_FILE, lines.join(''), { mode: 0o600 });
}

/** Applies the missing migrations to the local database. The list of applied migrations is next to the
 *  database and is deleted with it. */
export function migrateLocal(root = ROOT) {
  const stamp = join(root, '.wrangler/state/jalon-migrations');
  const wanted = readdirSync(join(root, 'migrations')).sort().join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (existsSync(join(root, '.wrangler/state/v3/d1'))) refuseUnfinished('--local', LOCAL, root);
  wrangler(['d1', 'migrations', 'apply', 'DB', '--local'], LOCAL, root);
  writeFileSync(stamp, wanted);
}

/** Throws where the D1 database of this machine (`--local`) or of Cloudflare (`--remote`) is from before the
 *  first release and lacks some of the migrations of that time: wrangler would find nothing to apply, because
 *  it goes by names. `engines/applied-migrations.ts` says why these tables tell it. */
export function refuseUnfinished(place, environment = {}, root = ROOT) {
  const sql = "select name from sqlite_schema where name in ('establishment', 'program_credential')";
  const words = ['d1', 'execute', 'DB', place, '--json', '--command', sql];
  const [{ results }] = JSON.parse(runWrangler(words, { environment, root, stdout: 'pipe' }));
  if (results.length === 1) throw new Error(UNFINISHED);
}

const UNFINISHED =
  'The D1 database is from the trials before the first release: no version of Jalon takes it up. Keep a copy ' +
  '(`wrangler d1 export`), put .wrangler/state aside or make a new D1 database, then import the files again.';

/** Adds a token of the role dane to the local database. Returns its secret. */
export function makeLocalToken() {
  const words = ['token', 'create', '--role', 'dane', '--name', 'local', '--sql', '--json'];
  const { sql, token } = JSON.parse(jalon(words));
  wrangler(['d1', 'execute', 'DB', '--local', '--yes', '--command', sql], LOCAL);
  return token;
}

/** Runs the pinned wrangler. Throws where it fails. */
export function wrangler(words, environment = {}, root = ROOT) {
  runWrangler(words, { environment, root, stdout: 'inherit' });
}

/** The output of wrangler, where `stdout` is `pipe`. */
function runWrangler(words, { environment, root, stdout }) {
  const env = { ...process.env, ...environment };
  const command = [join(ROOT, 'node_modules/wrangler/bin/wrangler.js'), ...words];
  const stdio = ['inherit', stdout, 'inherit'];
  const run = spawnSync(process.execPath, command, { cwd: root, env, stdio, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${run.stdout ?? ''}wrangler ${words[0]} did not go through.`);
  return run.stdout;
}

/** The output of a verb of the command line. */
function jalon(words) {
  const env = { ...process.env, KEYS_DIR, DEMO: '0' };
  const command = [join(ROOT, 'dist/cli.js'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
