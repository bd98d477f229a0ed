import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './command-line.ts';

/** How long the service took to say that it lives; `starvedMs` of it neither it nor the probe was given a processor. */
export interface Wait {
  readonly waitedMs: number;
  readonly starvedMs: number;
}

/** Watches, from a process of its own, how long the service takes to say that it lives. `read` answers what was seen
 *  since the last time. */
export async function watchHealth(
  url: string,
  pid: number,
): Promise<{ read(): Promise<readonly Wait[]>; stop(): void }> {
  const probe = fork(`${ROOT}test/limits/health-probe.child.ts`, [`${url}/health/live`, String(pid)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    async read() {
      probe.send('read');
      const [{ taken }] = (await once(probe, 'message')) as [{ taken: readonly Wait[] }];
      return taken;
    },
    stop: () => void probe.kill(),
  };
}

export function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
