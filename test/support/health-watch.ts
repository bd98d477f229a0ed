import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './command-line.ts';

/** How long the service took to answer its health check. For `starvedMs` of it, neither the service nor the
 *  probe had a processor. */
export interface Wait {
  readonly waitedMs: number;
  readonly starvedMs: number;
}

/** Measures, from a separate process, how long the service takes to answer its health check. `read` returns
 *  the waits since its last call. */
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
