import type { MeasuredServer } from './shape.ts';

/** Of one operation. */
export interface Cost {
  /** Processor time; undefined where it cannot be read. */
  readonly cpuMs: number | undefined;
  /** Time that passed, with everything else this machine did. */
  readonly wallMs: number;
}

/** What the work of so many operations costs the server, each. The one who asks is not counted. */
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

/** How many are asked at once. */
const CONNECTIONS = 8;

/** Asks for the addresses as a browser does, over and over, until so many were answered. Throws where one is refused. */
export async function view(
  urls: readonly string[],
  count: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  let asked = 0;
  const one = async () => {
    while (asked < count) {
      const url = urls[asked % urls.length] ?? '';
      asked += 1;
      const answer = await fetch(url, { headers: { accept: 'text/html', ...headers } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
}
