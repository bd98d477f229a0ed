// `npm run worker:check|dev|deploy`: the service on Cloudflare Workers, by the pinned wrangler.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { continueUnderNode24 } from './node24.mjs';
import { SYSTEM_FAILED, say } from './say.mjs';
import { setUp } from './set-up.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WRANGLER = 'node_modules/wrangler/bin/wrangler.js';
/** What wrangler reads its settings from on this machine, in place of those of wrangler.toml. */
const LOCAL_SETTINGS = join(ROOT, '.dev.vars');
/** No figures sent, no look-up of where it runs. */
const LOCAL = { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };

const ACTIONS = {
  // Bundles, measures, and sends nothing.
  check: () => wrangler(['deploy', '--dry-run', '--outdir', 'dist/worker'], LOCAL),
  dev() {
    prepareLocal();
    wrangler(['dev', '--ip', '127.0.0.1', '--port', '8787'], LOCAL);
  },
  deploy() {
    wrangler(['d1', 'migrations', 'apply', 'DB', '--remote']);
    wrangler(['deploy']);
  },
};

try {
  if (await continueUnderNode24(fileURLToPath(import.meta.url))) {
    await setUp();
    const action = ACTIONS[process.argv[2]];
    if (!action) throw new Error(`Write one of: ${Object.keys(ACTIONS).join(', ')}`);
    action();
  }
} catch (fault) {
  say(fault.message);
  process.exitCode = SYSTEM_FAILED;
}

/** Development keys and a database, where there are none; then a token for the command line, at each start. */
function prepareLocal() {
  const keys = { KEYS_DIR: join(ROOT, 'var/worker-keys'), DEMO: '0' };
  if (!existsSync(LOCAL_SETTINGS)) {
    if (!existsSync(keys.KEYS_DIR)) jalon(['keys', 'generate'], keys);
    const secrets = JSON.parse(jalon(['keys', 'export', '--json'], keys));
    const settings = { NODE_ENV: 'development', DEMO: '0', PUBLIC_URL: 'http://localhost:8787', ...secrets };
    const lines = Object.entries(settings).map(([name, value]) => `${name}='${value}'\n`);
    writeFileSync(LOCAL_SETTINGS, lines.join(''), { mode: 0o600 });
  }
  wrangler(['d1', 'migrations', 'apply', 'DB', '--local'], { ...LOCAL, CI: '1' });
  const words = ['token', 'create', '--role', 'dane', '--name', 'local', '--sql', '--json'];
  const { sql, token } = JSON.parse(jalon(words, keys));
  wrangler(['d1', 'execute', 'DB', '--local', '--yes', '--command', sql], { ...LOCAL, CI: '1' });
  say(`\nJALON_TOKEN=${token} npm run -s jalon -- import FOLDER --remote http://localhost:8787\n`);
}

/** What a verb prints. */
function jalon(words, environment) {
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...words], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function wrangler(words, environment = {}) {
  const env = { ...process.env, ...environment };
  const { status } = spawnSync(process.execPath, [WRANGLER, ...words], { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`wrangler ${words[0]} did not go through.`);
}
