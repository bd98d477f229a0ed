import { makeServedBadges } from '../fixtures/make-served-badges.ts';
import type { Contender } from '../measuring/compare.ts';
import { compare, toRatio } from '../measuring/compare.ts';
import type { Finding, RowOptions, Wanted } from '../measuring/row.ts';
import { type LeanClient, type LeanRequest, openLeanClient } from './lean-client.ts';
import type { MeasuredServer, Shape } from './shape.ts';
import { startHello } from './start-hello.ts';
import { startSqliteShape } from './start-node-shape.ts';

/** Number of badges that are requested in turn. */
export const SERVED = 50;
export const AGAINST_HELLO = 'a Hono app that says hello on @hono/node-server, asked by the same client';

export interface HelloComparison {
  readonly ask: LeanClient['ask'];
  readonly against: (
    requests: readonly LeanRequest[],
    status: number,
    figure: { readonly what: string; readonly wanted: Wanted },
  ) => Promise<Finding>;
}

/** Compares the service with a server that says hello. The service runs as with `jalon serve`, in a process
 *  of its own, with a SQLite file or a PostgreSQL server and all its middleware. Only the processor time of the
 *  servers counts, with that of PostgreSQL. */
export async function againstHello(
  options: RowOptions,
  work: (requested: HelloComparison & { readonly badges: readonly string[] }) => Promise<readonly Finding[]>,
  startShape: () => Promise<Shape> = startSqliteShape,
): Promise<readonly Finding[]> {
  // The system measures the time of another process in hundredths of a second only.
  const longer = { ...options, blockMs: 2 * options.blockMs };
  const hello = await startHello();
  const shape = await startShape();
  const clients = { ours: openLeanClient(shape.url), rival: openLeanClient(hello.url) };
  try {
    const badges = await makeServedBadges(shape, SERVED);
    return await work({
      badges,
      ask: clients.ours.ask,
      against: async (requests, status, { what, wanted }) => {
        const ours = toContender(shape, (count) => clients.ours.send(requests, count, status));
        const rival = toContender(hello, (count) => clients.rival.send([{ path: '/' }], count, 200));
        return toRatio(what, await compare({ ours, rival }, longer), wanted);
      },
    });
  } finally {
    for (const client of Object.values(clients)) client.close();
    await hello.stop();
    await shape.stop();
  }
}

function toContender(server: MeasuredServer, run: (count: number) => Promise<void>): Contender {
  return { cpuMs: () => server.cpuMs() ?? Number.NaN, run };
}
