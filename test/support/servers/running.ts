import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import allocator from '../../../src/settings/memory.json' with { type: 'json' };
import { ROOT } from '../command-line.ts';
import type { FetchLike } from '../third-party/verifiers.ts';
import { findFreePort } from './free-port.ts';

export interface RunningServer {
  /** The address that it listens on. */
  readonly url: string;
  readonly pid: number;
  /** Answers for the public origin, as the network of a foreign verifier would. */
  readonly network: FetchLike;
  /** Makes the process free the memory that it no longer needs; only if it was started with `gc`. */
  collectGarbage(): void;
  stop(): Promise<number | null>;
}

/** Makes the process collect its garbage when it gets SIGUSR2. */
const COLLECTS = ['--expose-gc', '--import', "data:text/javascript,process.on('SIGUSR2',()=>gc())"];

export interface StartOptions {
  readonly gc?: boolean;
  /** True for the server that listens and has not caught up yet. */
  readonly whileCatchingUp?: boolean;
}

/** Starts the built service as its operator does, on a free port of the loopback, and waits until it has caught up.
 *  Without a public origin of its own, it uses the address that it listens on. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
  publicOrigin?: string,
  options: StartOptions = {},
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    try {
      return await startAt(port, environment, publicOrigin, options);
    } catch (error) {
      // Another process may take the free port first.
      if (attempt === 3 || !(error instanceof Error) || !error.message.includes(` ${port} `)) throw error;
    }
  }
}

async function startAt(
  port: number,
  environment: Readonly<Record<string, string>>,
  publicOrigin: string | undefined,
  { gc = false, whileCatchingUp = false }: StartOptions,
): Promise<RunningServer> {
  const url = `http://localhost:${port}`;
  const origin = publicOrigin ?? url;
  const child = spawn(process.execPath, [...(gc ? COLLECTS : []), `${ROOT}dist/cli.js`, 'serve'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DEMO: '0',
      ...allocator,
      ...environment,
      PUBLIC_URL: origin,
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (bytes: Buffer) => {
    complaints += bytes.toString();
  });
  await untilReady(child, url, { complaints: () => complaints, whileCatchingUp });
  return {
    url,
    pid: child.pid ?? 0,
    network: async ({ url: requested, headers }) =>
      requested.startsWith(`${origin}/`) ? fetch(requested.replace(origin, url), { headers }) : undefined,
    collectGarbage: () => void child.kill('SIGUSR2'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

/** Whether a server is ready, and has done the work that waited for its start. */
export async function isCaughtUp(answer: Response): Promise<boolean> {
  return answer.ok && !(await answer.text()).includes('"catching-up"');
}

async function untilReady(
  child: ChildProcess,
  url: string,
  { complaints, whileCatchingUp }: { readonly complaints: () => string; readonly whileCatchingUp: boolean },
): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${complaints()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok && (await isCaughtUp(answer)) !== whileCatchingUp) return;
    await wait(50);
  }
  throw new Error(`The server is not ready: ${complaints()}`);
}
