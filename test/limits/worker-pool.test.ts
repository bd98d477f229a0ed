import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../src/adapters/spreadsheets/open.ts';
import { makeWorkbookWriter } from '../../src/adapters/spreadsheets/write-workbook.ts';
import { makeSharedMemory } from '../../src/adapters/worker-threads/memory-budget.ts';
import { makeWorkerPool, type WorkerPool } from '../../src/adapters/worker-threads/worker-pool.node.ts';
import type { ImportSource, Sheet, SheetRow } from '../../src/application/files/import/sheet.ts';
import { makeWorkerPorts, type WorkerPorts } from '../../src/assembly/worker-ports.node.ts';
import {
  type CanonicalForm,
  canonicaliseThirdParty,
} from '../../src/open-badges/canonicalization/canonical-form.ts';
import { isSmallDocument } from '../../src/open-badges/canonicalization/small-document.ts';
import { callerOf } from '../support/callers.ts';
import { ROOT } from '../support/command-line.ts';
import { BADGE } from '../support/load/floods.ts';

/** A thread that does its task: answers, blocks its loop, or fills its memory. */
const ENTRY = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ task, input }) => {
  if (task === 'hold') for (;;);
  if (task === 'fill') { const held = []; for (;;) held.push(new Array(1000).fill(input)); }
  if (task === 'buffers') { const held = []; for (;;) held.push(new Uint8Array(1_000_000).fill(1)); }
  if (task === 'wasm') { const held = new WebAssembly.Memory({ initial: 16 }); for (;;) held.grow(16); }
  if (task === 'keep') globalThis.kept = new Uint8Array(input).fill(1);
  if (task === 'refuse') parentPort.postMessage({ kind: 'refused', code: 'too-large', params: { limit: '1 MB' } });
  else {
    const keptBytes = process.memoryUsage().external;
    const told = task === 'kept' ? globalThis.kept?.length : task;
    const value = [told, input, Object.keys(process.env).length];
    parentPort.postMessage({ kind: 'done', value, keptBytes });
  }
});
`;

let folder: string;
let pool: WorkerPool;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-side-'));
  const entry = join(folder, 'entry.mjs');
  await writeFile(entry, ENTRY);
  pool = makeWorkerPool({
    entry,
    threads: 1,
    deadlineMs: 5000,
    memoryMb: 32,
    outsideMb: 64,
    maxWaiting: 3,
  });
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

describe('work next to the loop', () => {
  it('gives the thread’s answer, and the thread knows none of the settings', async () => {
    expect(await pool.run('say', { a: 1 })).toEqual(['say', { a: 1 }, 0]);
  });

  it('passes a refusal on', async () => {
    await expect(pool.run('refuse', 1)).rejects.toMatchObject({
      code: 'too-large',
      params: { limit: '1 MB' },
    });
  });

  it('is ended when it takes too long, and the next task is still done', async () => {
    const held = pool.run('hold', 1);
    const next = pool.run('say', 2);
    await expect(held).rejects.toMatchObject({ name: 'SideWorkEnded', message: 'longer than 5000 ms' });
    expect(await next).toEqual(['say', 2, 0]);
  });

  it('is ended when it takes too much memory, and the process continues', async () => {
    await expect(pool.run('fill', 1)).rejects.toMatchObject({ name: 'SideWorkEnded' });
    expect(await pool.run('say', 3)).toEqual(['say', 3, 0]);
  });

  it.each(['buffers', 'wasm'])('is ended when its %s take too much, which no heap counts', async (task) => {
    await expect(pool.run(task, 1)).rejects.toMatchObject({
      name: 'SideWorkEnded',
      message: 'more than 64 MiB outside of its heap',
    });
    expect(await pool.run('say', 3)).toEqual(['say', 3, 0]);
  });

  it('is done by another thread after one that kept much outside of its heap', async () => {
    const wide = makeWorkerPool({
      ...{ entry: join(folder, 'entry.mjs'), threads: 1, deadlineMs: 60_000, memoryMb: 32, outsideMb: 512 },
      ...{ maxWaiting: 3 },
    });
    await wide.run('keep', 10_000_000);
    expect(await wide.run('kept', 1)).toEqual([10_000_000, 1, 0]);
    await wide.run('keep', 100_000_000);
    expect(await wide.run('kept', 1)).toEqual([undefined, 1, 0]);
    await wide.close();
  });

  it('is shared out by caller: many tasks of one do not stand before the first of another', async () => {
    let caller = 'flood';
    const shared = makeWorkerPool({
      ...{ entry: join(folder, 'entry.mjs'), threads: 1, deadlineMs: 60_000, memoryMb: 32, outsideMb: 64 },
      ...{ maxWaiting: 5, callerOf: () => callerOf(caller) },
    });
    const order: string[] = [];
    const ask = (name: string) => shared.run('say', name).then(() => void order.push(name));
    const flood = Promise.allSettled(Array.from({ length: 12 }, (_, at) => ask(`flood ${at}`)));
    caller = 'reader';
    await ask('reader');
    expect(order.length).toBeLessThanOrEqual(3);
    const outcomes = await flood;
    // One began at once and five may wait, of whom the reader displaced the last.
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    await shared.close();
  });

  it('waits until the memory that pools share is left', async () => {
    const memory = makeSharedMemory(100);
    const options = {
      entry: join(folder, 'entry.mjs'),
      threads: 1,
      deadlineMs: 2000,
      memoryMb: 32,
      outsideMb: 64,
    };
    let callers = 0;
    const bounds = { memory, callerOf: () => callerOf(`${callers++}`), maxWaiting: 9 };
    const pools = [1, 2].map(() => makeWorkerPool({ ...options, ...bounds }));
    const order: string[] = [];
    const ask = (pool: number, task: string, bytes: number) =>
      pools[pool]
        ?.run(task, task, bytes)
        .catch(() => {})
        .then(() => void order.push(`${task} ${bytes}`));
    // The second large task may only begin once the first was ended; a small one fits in next to it.
    await Promise.all([ask(0, 'hold', 80), ask(1, 'say', 70), ask(1, 'say', 20)]);
    expect(order).toEqual(['say 20', 'hold 80', 'say 70']);
    expect(await pools[0]?.run('say', 1, 500)).toEqual(['say', 1, 0]);
    await Promise.all(pools.map((pool) => pool.close()));
  });

  it('is refused when too many tasks wait', async () => {
    const first = pool.run('hold', 1);
    const waiting = [1, 2, 3].map((input) => pool.run('say', input));
    await expect(pool.run('say', 4)).rejects.toMatchObject({ code: 'overloaded' });
    await expect(first).rejects.toMatchObject({ name: 'SideWorkEnded' });
    expect(await Promise.all(waiting)).toHaveLength(3);
  });
});

describe('the ports next to the server', () => {
  let ports: WorkerPorts;
  beforeAll(() => {
    ports = makeWorkerPorts(`${ROOT}dist/worker-thread.js`);
  });
  afterAll(() => ports.close());

  it('read a document like this thread, large or small', async () => {
    for (const count of [1, 150]) {
      const evidence = Array.from({ length: count }, (_, at) => ({ type: ['Evidence'], name: `e${at}` }));
      const { proof: _, ...document } = { ...BADGE, evidence };
      expect(isSmallDocument(document)).toBe(count === 1);
      const here = quadsOf(await canonicaliseThirdParty(document));
      expect(here).toContain('<https://');
      expect(quadsOf(await ports.canonicalise(document))).toBe(here);
      expect(quadsOf(await ports.canonicaliseBeside(document))).toBe(here);
    }
  });

  it('open a workbook and a CSV file like this thread', async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => [`P${at}`, 'é;"', String(at)]);
    const columns = ['a', 'b', 'c'].map((title) => ({ key: title, title, kind: 'text' as const }));
    const xlsx = makeWorkbookWriter()([{ name: 'personnes', columns, rows }]);
    const csv = new TextEncoder().encode('a;b\n1;2\n3\n');
    for (const [name, bytes] of [
      ['p.xlsx', xlsx],
      ['p.csv', csv],
    ] as const) {
      const source = toSource(name, bytes);
      expect(await allOf(await ports.openSheets(source))).toEqual(await allOf(await openSpreadsheet(source)));
    }
  });

  it('refuse a broken workbook like this thread', async () => {
    const source = toSource('p.xlsx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]));
    await expect(ports.openSheets(source)).rejects.toMatchObject({
      code: 'unreadable-file',
      params: { reason: 'broken-workbook' },
    });
  });

  it('draw a picture', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>';
    const png = await ports.rasteriser.toPng(svg, 8);
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });
});

function quadsOf(form: CanonicalForm): string {
  return form.kind === 'canonical' ? form.nquads.join('') : form.kind;
}

function toSource(name: string, bytes: Uint8Array): ImportSource {
  const open = async function* () {
    yield bytes;
  };
  return { name, sizeBytes: bytes.length, open };
}

async function allOf(sheets: readonly Sheet[]) {
  const read: unknown[] = [];
  for (const { rows, ...sheet } of sheets) {
    const all: SheetRow[] = [];
    for await (const row of rows({ line: 0, cells: [] })) all.push(row);
    read.push({ ...sheet, rows: all });
  }
  return read;
}
