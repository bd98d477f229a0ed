import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { jalon, ROOT } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import {
  makeKeys,
  SETTINGS,
  type ServerUnderTest,
  untilServing,
  writeFirstRows,
} from './server-under-test.ts';
import { smokeContract } from './smoke.contract.ts';
import { startTrustedSmtp } from './trusted-smtp.ts';

smokeContract('Node', startNodeServer);

async function startNodeServer(): Promise<ServerUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-node-'));
  const database = join(folder, 'jalon.db');
  const port = await findFreePort();
  const smtp = await startTrustedSmtp(folder);
  const environment = {
    ...SETTINGS,
    ...smtp.settings,
    ...smtp.trust,
    DATABASE_URL: `sqlite:${database}`,
    KEYS_DIR: join(folder, 'keys'),
    PORT: String(port),
  };
  await makeKeys(folder);
  await jalon(['migrate'], { environment });
  const { token, session, file } = await writeFirstRows(folder);
  const sqlite = new Database(database);
  sqlite.exec(readFileSync(file, 'utf8'));
  sqlite.close();
  const log = join(folder, 'log');
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', out, out],
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await stopServer(child, folder);
    await smtp.stop();
  };
  await untilServing(url, { child, log, stop });
  // Its timers run every few seconds.
  return { url, token, session, mails: smtp.mails, followUp: async () => {}, stop };
}

async function stopServer(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }
  rmSync(folder, { recursive: true, force: true });
}
