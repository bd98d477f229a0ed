import { piecesOf } from '../adapters/spreadsheets/csv-encoding.ts';
import { delimiterOf } from '../adapters/spreadsheets/csv-reader.ts';
import type { CutPlace } from '../adapters/spreadsheets/csv-records.ts';
import { readTable, readWorkbook } from '../adapters/spreadsheets/open.ts';
import type { WorkerPool } from '../adapters/worker-threads/worker-pool.node.ts';
import { yieldToEventLoop } from '../application/concurrency/async.ts';
import type { ImportSource, Sheet, SheetLine, SheetRow } from '../application/files/import/sheet.ts';
import type { SentFile } from '../application/files/upload/blank-numens.ts';
import { ofFile, run } from './worker-task.node.ts';

/** The bytes of a CSV file that a thread cuts at once. Its rows are larger than its bytes, up to forty times in a
 *  file of blank lines, and no more of them are in memory. */
const PIECE_BYTES = 262_144;

/** Every table is read in a thread. On the loop, its rows only become values again, some at a time. */
export async function openSheetsInWorker(pool: WorkerPool, source: ImportSource): Promise<readonly Sheet[]> {
  const { name } = source;
  const workbook = await readWorkbook(source, joinShared);
  if (workbook) {
    const sheets = await ofFile(name, run(pool, 'open-workbook', { name, bytes: workbook }));
    return sheets.map(({ rows: packs, ...sheet }) => ({
      ...sheet,
      rows: (header, onBytes) => unpack(packs, { header, onBytes, sizeBytes: workbook.length }),
    }));
  }
  const bytes = await readTable(source, joinShared);
  const { top, encoding } = await ofFile(name, run(pool, 'open-csv', { name, bytes }));
  return [{ top, rows }];

  async function* rows(header: SheetLine, onBytes?: (bytes: number) => void): AsyncGenerator<SheetRow> {
    const file = { name, encoding, delimiter: delimiterOf(top, header), header: plain(header) };
    let from: CutPlace | undefined;
    let left = bytes.length;
    for (const piece of piecesOf(bytes, encoding, PIECE_BYTES)) {
      left -= piece.length;
      const part = { bytes: piece, from, isLast: left === 0 };
      const { packs, place } = await ofFile(name, run(pool, 'cut-csv', { ...file, ...part }));
      yield* unpack(packs, { header, onBytes, sizeBytes: piece.length });
      from = place;
    }
  }
}

/** The file without its NUMEN. */
export async function blankInWorker(pool: WorkerPool, { name, bytes }: SentFile): Promise<Uint8Array> {
  const file = { name, bytes: joinShared([bytes]) };
  return (await ofFile(name, run(pool, 'blank-numens', file))) ?? bytes;
}

/** The bytes in memory that a thread reads without a copy. Any other memory is copied several times on its way. */
function joinShared(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const shared = new Uint8Array(new SharedArrayBuffer(length));
  let at = 0;
  for (const piece of pieces) {
    shared.set(piece, at);
    at += piece.length;
  }
  return shared;
}

/** The line without what a caller may have added to it, which a thread might not take. */
function plain({ line, cells }: SheetLine): SheetLine {
  return { line, cells: [...cells] };
}

interface Unpacking {
  readonly header: SheetLine;
  readonly onBytes: ((bytes: number) => void) | undefined;
  readonly sizeBytes: number;
}

/** The rows below the header. A pack has a few hundred, and between two packs the event loop can do other
 *  work. */
async function* unpack(
  packs: readonly string[],
  { header, onBytes, sizeBytes }: Unpacking,
): AsyncGenerator<SheetRow> {
  for (const pack of packs) {
    onBytes?.(Math.floor(sizeBytes / packs.length));
    for (const row of JSON.parse(pack) as readonly SheetRow[]) if (row.line > header.line) yield row;
    await yieldToEventLoop();
  }
}
