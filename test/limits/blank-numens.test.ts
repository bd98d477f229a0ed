import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../src/adapters/spreadsheets/open.ts';
import { blankNumens } from '../../src/application/files/upload/blank-numens.ts';
import { TABLE_WRITERS } from '../../src/assembly/table-writers.ts';
import { makeWorkerPorts, type WorkerPorts } from '../../src/assembly/worker-ports.node.ts';
import { ROOT } from '../support/command-line.ts';
import { costOf } from '../support/load/growth.ts';

const NUMEN = ['21E', '1234567', 'ABC'].join('');
const BYTES = 1024 * 1024;

const fileOf = (line: string) => ({
  name: 'personnes.csv',
  bytes: new TextEncoder().encode(line.repeat(BYTES / line.length)),
});

let worker: WorkerPorts;
const inline = blankNumens({ openSheets: openSpreadsheet, tableWriters: TABLE_WRITERS });
beforeAll(() => {
  worker = makeWorkerPorts(`${ROOT}dist/worker-thread.js`);
});
afterAll(() => worker.close());

describe('every NUMEN of an uploaded file is replaced in a thread', () => {
  it.each([
    ['a file that has one in each line', `claire;dupont;${NUMEN}\n`],
    ['a file of digits', '21E1234567AB'],
    ['a file of digits apart', '2 1 E 1 2 3 4 5 6 7 A B '],
    ['a file of the letters of Windows', 'é'],
  ])('%s of 1 MB', async (_, line) => {
    const file = fileOf(line);
    expect(Buffer.compare(await worker.blankNumens(file), await inline(file))).toBe(0);
    const [beside, here] = [
      await costOf(() => worker.blankNumens(file)),
      await costOf(() => inline(file), 3),
    ];
    // The bytes are handed over and back, some milliseconds each.
    expect(beside).toBeLessThan(Math.max(here / 2, 15));
  });
});
