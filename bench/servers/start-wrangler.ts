import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../test/support/command-line.ts';
import { LOCAL_WRANGLER } from '../../test/support/local-wrangler.ts';
import { findFreePort } from '../../test/support/servers/free-port.ts';
import { cpuOf } from '../measuring/process-use.ts';
import { untilAnswering } from './shape.ts';

export const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');

/** The environment that makes wrangler write its logs and its registry into this folder. */
export function wranglerEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...LOCAL_WRANGLER,
    WRANGLER_LOG_PATH: join(folder, 'logs'),
    WRANGLER_REGISTRY_PATH: join(folder, 'registry'),
  };
}

/** Starts `wrangler dev` with these arguments, and waits for an answer at `readyPath`. Its processor time
 *  includes workerd. `folder` is removed at the end. */
export async function startWrangler({
  words,
  folder,
  readyPath,
}: {
  readonly words: readonly string[];
  readonly folder: string;
  readonly readyPath: string;
}) {
  const port = await findFreePort();
  const place = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
  const child = spawn(
    process.execPath,
    [WRANGLER, 'dev', ...place, '--show-interactive-dev-session=false', ...words],
    { cwd: ROOT, env: wranglerEnvironment(folder), stdio: 'ignore', detached: true },
  );
  const pid = child.pid ?? 0;
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilAnswering(`${url}${readyPath}`, () => child.exitCode !== null);
  } catch (error) {
    if (child.exitCode === null) await stopGroup(child, folder);
    throw error;
  }
  return { url, pid, cpuMs: () => cpuOf([pid]), stop: () => stopGroup(child, folder) };
}

/** Stops the whole process group, because wrangler starts workerd as another process. */
async function stopGroup(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
