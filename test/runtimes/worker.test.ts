import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseKeyFile } from '../../src/adapters/signing/key-file.ts';
import { changesToSql } from '../../src/adapters/storage/commit/changes-to-sql.ts';
import { ROOT } from '../support/command-line.ts';
import { LOCAL_WRANGLER } from '../support/local-wrangler.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { TRUSTED_CLOCK } from '../support/trusted-clock.ts';
import {
  makeKeys,
  SETTINGS,
  type ServerUnderTest,
  untilServing,
  writeFirstRows,
} from './server-under-test.ts';
import { smokeContract } from './smoke.contract.ts';
import { startTrustedSmtp } from './trusted-smtp.ts';

smokeContract('Workers', () => startWorker());

const WRANGLER = `${ROOT}node_modules/wrangler/bin/wrangler.js`;

describe('a Worker whose secrets lack its keys', () => {
  it('shows all that is public from the halves in D1, and refuses in words what signs', {
    timeout: 110_000,
  }, async () => {
    const worker = await startWorker({ hasKeys: false });
    try {
      const ask = (path: string, init?: RequestInit) => fetch(`${worker.url}${path}`, init);
      const did = await (await ask('/.well-known/did.json')).json();
      expect(did.verificationMethod).toHaveLength(2);
      for (const path of ['/', '/verify', '/.well-known/jwks.json'])
        expect([path, (await ask(path)).status]).toEqual([path, 200]);
      await worker.followUp();
      expect(await (await ask('/health/ready')).json()).toMatchObject({
        status: 'ok',
        warnings: ['signing-unavailable'],
      });
      expect((await ask('/health/ready?for=writing')).status).toBe(503);
      const credential = {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: did.id,
        credentialSubject: { id: 'did:example:holder' },
      };
      const refused = await ask('/vc-api/credentials/issue', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${worker.token}` },
        body: JSON.stringify({ credential }),
      });
      expect([refused.status, (await refused.json()).code]).toEqual([503, 'signing-unavailable']);
    } finally {
      await worker.stop();
    }
  });
});

describe('the bundle of the Worker', () => {
  // https://developers.cloudflare.com/workers/platform/limits/#worker-size: 10 MB after compression on the paid plan,
  // which the service needs for its processor time and its queries. It starts the sooner the smaller it is, so this is
  // the size that it was brought to, with little room: what is left out is said in wrangler.toml and tools/worker-parts.mjs.
  it('is at most a quarter as large as its plan allows', { timeout: 110_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-bundle-'));
    const environment = { ...process.env, ...LOCAL_WRANGLER };
    const stated = runWrangler(['deploy', '--dry-run', '--outdir', folder], environment);
    rmSync(folder, { recursive: true, force: true });
    const [, kibibytes] = /gzip: ([\d.]+) KiB/.exec(stated) ?? [];
    expect(Number(kibibytes)).toBeGreaterThan(500);
    expect(Number(kibibytes)).toBeLessThan(2_500_000 / 1024);
  });
});

/** The Worker as `wrangler dev` runs it: workerd, a D1 database of its own, no network. */
async function startWorker({ hasKeys = true } = {}): Promise<ServerUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-worker-'));
  const smtp = await startTrustedSmtp(folder);
  const environment = {
    ...process.env,
    ...LOCAL_WRANGLER,
    ...smtp.trust,
    WORKER_SETTINGS_GIVEN: '1',
    WRANGLER_LOG_PATH: join(folder, 'logs'),
    WRANGLER_REGISTRY_PATH: join(folder, 'registry'),
  };
  const settings = join(folder, 'settings.env');
  const keys = await makeKeys(folder);
  const lines = Object.entries({
    ...SETTINGS,
    ...TRUSTED_CLOCK,
    ...smtp.settings,
    ...(hasKeys && keys),
  });
  writeFileSync(settings, lines.map(([name, value]) => `${name}='${value}'`).join('\n'), { mode: 0o600 });
  const { token, session, file } = await writeFirstRows(folder);
  const state = ['--persist-to', join(folder, 'state')];
  runWrangler(['d1', 'migrations', 'apply', 'DB', '--local', ...state], environment);
  const run = (sql: string) =>
    runWrangler(['d1', 'execute', 'DB', '--local', '--yes', '--file', sql, ...state], environment);
  run(file);
  if (!hasKeys) run(writePublicHalves(folder, Object.values(keys)));

  const port = await findFreePort();
  const texts = ['dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', ...state];
  texts.push('--env-file', settings, '--show-interactive-dev-session=false', ...movedEntry(folder));
  // The log goes to a file, because a full pipe without a reader would stop the server.
  const log = join(folder, 'log');
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, [WRANGLER, ...texts], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', out, out],
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await stopGroup(child, folder);
    await smtp.stop();
  };
  await untilServing(url, { child, log, stop });
  return { url, token, session, mails: smtp.mails, followUp: () => fireCron(url), stop };
}

/** The SQL by which a database knows these keys, as it does once they have signed. */
function writePublicHalves(folder: string, keys: readonly string[]): string {
  const file = join(folder, 'public-halves.sql');
  const changes = keys.map((text) => {
    const { record } = parseKeyFile(text, 'secret');
    return { kind: 'public-key-kept' as const, key: record };
  });
  writeFileSync(file, changesToSql(changes));
  return file;
}

/** workerd is not Node: where the tests' clock is moved, the Worker gets it before anything else. */
function movedEntry(folder: string): readonly string[] {
  const clock = process.env['JALON_CLOCK'];
  if (!clock) return [];
  const moved = join(folder, 'moved.mjs');
  const entry = join(folder, 'entry.mjs');
  const moveDates = JSON.stringify(join(ROOT, 'tools/move-dates.mjs'));
  const worker = JSON.stringify(join(ROOT, 'src/worker.ts'));
  writeFileSync(moved, `import { moveDates } from ${moveDates};\nmoveDates(${JSON.stringify(clock)});\n`);
  writeFileSync(entry, `import './moved.mjs';\nexport { default } from ${worker};\n`);
  // The settings are named, because wrangler looks for them next to the entry.
  return [entry, '--config', join(ROOT, 'wrangler.toml')];
}

function runWrangler(texts: readonly string[], env: NodeJS.ProcessEnv): string {
  const options = { cwd: ROOT, env, encoding: 'utf8', timeout: 100_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRANGLER, ...texts], options);
  if (status !== 0) throw new Error(`wrangler ${texts.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

async function fireCron(url: string): Promise<void> {
  const answer = await fetch(`${url}/cdn-cgi/handler/scheduled`, { signal: AbortSignal.timeout(30_000) });
  if ((await answer.text()) !== 'ok') throw new Error(`the cron trigger answered ${answer.status}`);
}

/** wrangler starts workerd, so the whole group is stopped, in good order where possible. */
async function stopGroup(child: ChildProcess, folder: string): Promise<void> {
  const { pid } = child;
  if (pid !== undefined && child.exitCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-pid, 'SIGTERM');
    const late = setTimeout(() => process.kill(-pid, 'SIGKILL'), 15_000);
    await ended;
    clearTimeout(late);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
