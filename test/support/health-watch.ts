import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './command-line.ts';

const PROBE = `${ROOT}test/limits/health-probe.child.ts`;

/** How long the service took to say that it lives, and a bare server beside it, since the last time; milliseconds. */
export interface Waits {
  readonly service: readonly number[];
  readonly bare: readonly number[];
}

/** Watches, from processes of their own, how long the service takes to say that it lives. */
export async function watchHealth(url: string): Promise<{ read(): Promise<Waits>; stop(): void }> {
  const bare = start('bare');
  const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
  const ofService = start(`${url}/health/live`);
  const ofBare = start(`http://127.0.0.1:${port}/`);
  return {
    async read() {
      const [service, control] = await Promise.all([ofService, ofBare].map(readTaken));
      return { service: service ?? [], bare: control ?? [] };
    },
    stop() {
      for (const child of [bare, ofService, ofBare]) child.kill();
    },
  };
}

function start(argument: string): ChildProcess {
  return fork(PROBE, [argument], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

async function readTaken(child: ChildProcess): Promise<readonly number[]> {
  child.send('read');
  const [{ taken }] = (await once(child, 'message')) as [{ taken: readonly number[] }];
  return taken;
}

export function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
