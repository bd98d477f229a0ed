import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { clock } from '../../src/assembly/system-ports.ts';
import { medianOf, watchHealth } from '../support/health-watch.ts';
import { makeStrangeRequest, sendStrange } from '../support/load/strange-requests.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';

/** `JALON_REQUESTS=5000 JALON_SEED=7` sends others, and more of them. */
const REQUESTS = Number(process.env['JALON_REQUESTS'] ?? 500);
const FIRST_SEED = Number(process.env['JALON_SEED'] ?? 1);
/** The longest time that one request may hold the loop, and so delay the answer to another caller. */
const MOST_MS = 200;
/** Between linear (1) and square (2), with room for what a machine adds by chance. */
const MOST_GROWTH = 1.8;
/** From here on the growth of a cost is measured: what is cheaper at its largest delays no one. */
const COSTLY_MS = 60;

let folder: string;
let server: RunningServer;
let health: Awaited<ReturnType<typeof watchHealth>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-requests-'));
  const KEYS_DIR = join(folder, 'keys');
  await generateKeys({ folder: KEYS_DIR, at: clock.now() });
  // Each request is judged as if it came from an address of its own.
  const unlimited = ['REQUESTS', 'VERIFICATIONS', 'SIGN_INS', 'FORMS', 'FILES', 'API_WRITES'];
  const limits = Object.fromEntries(unlimited.map((kind) => [`LIMIT_${kind}`, '0']));
  const DATABASE_URL = `sqlite:${join(folder, 'jalon.db')}`;
  const NODE_OPTIONS = '--max-old-space-size=512';
  server = await startServer({ KEYS_DIR, DATABASE_URL, NODE_OPTIONS, ...limits });
  health = await watchHealth(server.url, server.pid);
  for (const path of ['/', '/badges', '/verify', '/sign-in']) await fetch(server.url + path);
  // What is compiled and read once must not count as the cost of the first requests.
  for (let seed = 1; seed <= 40; seed += 1) await send(seed, { scale: 0.02 });
});
afterAll(async () => {
  health?.stop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const portOf = () => Number(new URL(server.url).port);

async function send(seed: number, variant: Parameters<typeof makeStrangeRequest>[2] = {}) {
  const request = makeStrangeRequest(seed, new URL(server.url).host, variant);
  const before = await mainThreadMs();
  const status = await sendStrange(portOf(), request);
  return { ...request, status, costMs: (await mainThreadMs()) - before };
}

/** The processor time of the main thread of the service (proc(5), `schedstat`: its first figure). A busy
 *  machine makes it no longer. */
async function mainThreadMs(): Promise<number> {
  const { pid } = server;
  const [ran = ''] = (await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8')).split(' ');
  return Number(ran) / 1e6;
}

/** The longest work of the loop without a pause since the last look. */
async function longestWorkMs(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^jalon_event_loop_work_max_seconds (\S+)$/m.exec(text)?.[1] ?? Number.NaN) * 1000;
}

/** The least of several, because collections only add to a cost. Each has words of its own: what the service
 *  remembers would cost nothing. */
async function leastCostOf(seed: number, scale: number): Promise<number> {
  const costs: number[] = [];
  for (let turn = 1; turn <= 4; turn += 1) costs.push((await send(seed, { scale, turn })).costMs);
  return Math.min(...costs);
}

it(`${REQUESTS} generated requests hold nobody up, grow in cost as in size, and leave the service alive`, {
  timeout: 1_500_000,
}, async () => {
  await health.read();
  await longestWorkMs();
  const faults: string[] = [];
  const costly: { readonly seed: number; readonly about: string; readonly costMs: number }[] = [];
  const statuses: Record<string, number> = {};
  for (let seed = FIRST_SEED; seed < FIRST_SEED + REQUESTS; seed += 1) {
    const { about, status, costMs } = await send(seed);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status >= 500 && status !== 503) faults.push(`seed ${seed} was answered ${status}: ${about}`);
    if (costMs < COSTLY_MS) continue;
    const workMs = await longestWorkMs();
    costly.push({ seed, about, costMs });
    if (workMs > MOST_MS) faults.push(`seed ${seed} held the loop for ${Math.round(workMs)} ms: ${about}`);
    if (faults.length > 5) break;
  }
  for (const { seed, about } of costly.toSorted((one, other) => other.costMs - one.costMs).slice(0, 8)) {
    const [quarter, whole] = [await leastCostOf(seed, 0.25), await leastCostOf(seed, 1)];
    const exponent = Math.log(whole / Math.max(quarter, 1)) / Math.log(4);
    if (whole > COSTLY_MS && exponent > MOST_GROWTH)
      faults.push(`seed ${seed} grows by ${exponent.toFixed(2)}: ${about}`);
  }
  await wait(500);
  const waits = (await health.read()).map(({ waitedMs, starvedMs }) => waitedMs - starvedMs);
  const report = process.env['JALON_FLOODS_REPORT'];
  if (report)
    await writeFile(report, JSON.stringify({ statuses, costly, faults, longest: Math.max(...waits) }));
  expect(faults).toEqual([]);
  expect(Math.max(...waits)).toBeLessThan(medianOf(waits) + MOST_MS);
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
});
