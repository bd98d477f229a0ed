import type { MeasuredServer } from '../servers/shape.ts';

/** The cost of one operation. */
export interface Cost {
  /** Processor time in ms; undefined if it cannot be read. */
  readonly cpuMs: number | undefined;
  /** Elapsed time in ms. It includes other work of the machine. */
  readonly wallMs: number;
}

/** The server's cost of one operation, as the average of this number. The client's own cost is not
 *  counted. */
export async function measure(
  server: MeasuredServer,
  operations: number,
  work: () => Promise<unknown>,
): Promise<Cost> {
  const before = server.cpuMs();
  const began = performance.now();
  await work();
  const wallMs = (performance.now() - began) / operations;
  const after = server.cpuMs();
  const cpuMs = before === undefined || after === undefined ? undefined : (after - before) / operations;
  return { cpuMs, wallMs };
}

/** Number of simultaneous requests. */
const CONNECTIONS = 8;

/** Requests the addresses like a browser, over and over, until this number was answered. Throws where a
 *  request is refused. */
export async function view(
  urls: readonly string[],
  count: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  let requested = 0;
  const one = async () => {
    while (requested < count) {
      const url = urls[requested % urls.length] ?? '';
      requested += 1;
      const answer = await fetch(url, { headers: { accept: 'text/html', ...headers } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
}
