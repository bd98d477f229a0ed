import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../test/support/command-line.ts';

/** A server that is measured from outside, as its users see it. */
export interface MeasuredServer {
  readonly name: string;
  readonly url: string;
  /** Processor time used so far by the server and its helpers, in ms; undefined if it cannot be read. */
  cpuMs(): number | undefined;
  stop(): Promise<void>;
}

/** One way of running the service. */
export interface Shape extends MeasuredServer {
  /** A token with the role `dane`. */
  readonly token: string;
  /** The origin in the identifiers of its badges. */
  readonly origin: string;
  /** Size of its database on the disk, in bytes; undefined if it cannot be read. */
  storedBytes(): Promise<number | undefined>;
}

interface Started {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly log?: string;
  /** Words before the program, such as those that start it in a control group. */
  readonly enter?: readonly string[];
}

/** Starts a Node program, and waits until `url` answers. Its output goes to the file `log`, or nowhere. */
export async function startNode(texts: readonly string[], { url, environment, log, enter = [] }: Started) {
  const output = log === undefined ? 'ignore' : openSync(log, 'a');
  const [program = process.execPath, ...rest] = [...enter, process.execPath, ...texts];
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', output, output],
  });
  await untilAnswering(url, () => child.exitCode !== null);
  return {
    pid: child.pid ?? 0,
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Waits until `url` answers with 200, for at most a minute and a half. */
export async function untilAnswering(url: string, hasEnded: () => boolean): Promise<void> {
  const deadline = performance.now() + 90_000;
  while (performance.now() < deadline && !hasEnded()) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`nothing answers at ${url}`);
}
