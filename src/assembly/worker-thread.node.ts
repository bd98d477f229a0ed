import { getHeapStatistics } from 'node:v8';
import { isMainThread, parentPort } from 'node:worker_threads';
import { type Care, decodeBitstring, readAttached, readBaked } from '#open-badges/files';
import { nodePrimitives, readCodesOnNode } from '#open-badges/node';
import { chooseCanonicalizer, type HashName } from '#open-badges/proofs';
import { closeObjectPrototype, OpenBadgesError } from '#open-badges/values';
import { makeNodePaperDrawer } from '../adapters/pdf/drawer.node.ts';
import { makeNodeRasteriser } from '../adapters/rasterizer/resvg.node.ts';
import { type CsvPiece, cutCsvPiece } from '../adapters/spreadsheets/csv-reader.ts';
import { openSpreadsheet, readTableHead } from '../adapters/spreadsheets/open.ts';
import { checkSqliteFile } from '../adapters/storage/engines/check-sqlite.node.ts';
import type { WorkerAnswer, WorkerOutcome } from '../adapters/worker-threads/worker-pool.node.ts';
import type { ImportSource, Sheet, SheetLine, SheetRow } from '../application/files/import/sheet.ts';
import { blankNumens } from '../application/files/upload/blank-numens.ts';
import type { CertificateContent } from '../application/papers/certificate.ts';
import type { PaperContent } from '../application/papers/content-types.ts';
import { DomainError } from '../domain/errors.ts';
import type { EngineInvariant } from '../domain/integrity/invariant.ts';
import { TABLE_WRITERS } from './table-writers.ts';

/** A table of a workbook, with its rows as JSON texts: its reader parses a few hundred rows at a time. */
export interface PackedSheet extends Omit<Sheet, 'rows'> {
  readonly rows: readonly string[];
}

/** A header with this line stands above all lines of the file. */
const ABOVE_ALL: SheetLine = { line: 0, cells: [] };

const ROWS_A_PACK = 500;

// This must happen before the first document of a third party is read.
closeObjectPrototype();

const canonicalizer = chooseCanonicalizer({ primitives: nodePrimitives });
const rasteriser = makeNodeRasteriser();
const drawer = makeNodePaperDrawer();

const blank = blankNumens({ openSheets: openSpreadsheet, tableWriters: TABLE_WRITERS });

/** The tasks that the threads can do, by name. */
const TASKS = {
  canonicalise: ({ text, hash }: { readonly text: string; readonly hash: HashName }) =>
    canonicalizer.thirdParty(JSON.parse(text), hash),
  rasterise: ({ svg, widthPixels }: { readonly svg: string; readonly widthPixels: number }) =>
    rasteriser.toPng(svg, widthPixels),
  'draw-document': (content: PaperContent) => drawer.drawPdf(content),
  'draw-documents': ({
    title,
    contents,
  }: {
    readonly title: string;
    readonly contents: readonly PaperContent[];
  }) => drawer.drawTogether(title, contents),
  'draw-certificate': (content: CertificateContent) => drawer.drawCertificate(content),
  'read-baked': readBaked,
  'read-attached': readAttached,
  'read-codes': ({ image, care }: { readonly image: Uint8Array; readonly care: Care }) =>
    readCodesOnNode(image, care),
  'decode-list': (encoded: string) => decodeBitstring(encoded),
  'check-database': ({ file, of }: { readonly file: string; readonly of: EngineInvariant }) =>
    checkSqliteFile(file, of),
  'open-workbook': openWorkbook,
  'open-csv': (file: WholeFile) => readTableHead(toSource(file)),
  'cut-csv': cutPiece,
  'blank-numens': blankedIfAny,
};

export type WorkerTasks = typeof TASKS;

const PIECE_BYTES = 65_536;

interface WholeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file is given in pieces, because the text of a whole one takes twice its size. */
function toSource({ name, bytes }: WholeFile): ImportSource {
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  };
  return { name, sizeBytes: bytes.length, open };
}

/** The file without its NUMEN; undefined if it has none, so that it is not sent back. */
async function blankedIfAny(file: WholeFile): Promise<Uint8Array | undefined> {
  const blanked = await blank(file);
  return blanked === file.bytes ? undefined : blanked;
}

async function cutPiece(piece: CsvPiece) {
  const { rows, place } = cutCsvPiece(piece);
  return { packs: await pack(rows), place };
}

async function openWorkbook(file: WholeFile) {
  const sheets = await openSpreadsheet(toSource(file));
  const packed: PackedSheet[] = [];
  for (const { rows, ...sheet } of sheets) packed.push({ ...sheet, rows: await pack(rows(ABOVE_ALL)) });
  return packed;
}

async function pack(rows: AsyncIterable<SheetRow> | Iterable<SheetRow>): Promise<readonly string[]> {
  const packs: string[] = [];
  let some: SheetRow[] = [];
  const close = () => {
    if (some.length > 0) packs.push(JSON.stringify(some));
    some = [];
  };
  for await (const row of rows) {
    some.push(row);
    if (some.length >= ROWS_A_PACK) close();
  }
  close();
  return packs;
}

async function answer(task: keyof WorkerTasks, input: unknown): Promise<WorkerAnswer> {
  const outcome = await outcomeOf(task, input);
  const { external_memory, total_heap_size } = getHeapStatistics();
  return { ...outcome, keptBytes: external_memory + total_heap_size };
}

async function outcomeOf(task: keyof WorkerTasks, input: unknown): Promise<WorkerOutcome> {
  try {
    // The caller's types pair each task with its input (worker-ports.node.ts).
    return { kind: 'done', value: await (TASKS[task] as (input: unknown) => unknown)(input) };
  } catch (error) {
    if (error instanceof DomainError || error instanceof OpenBadgesError)
      return { kind: 'refused', code: error.code, params: error.params };
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

if (!isMainThread) {
  parentPort?.on('message', async ({ task, input }: { task: keyof WorkerTasks; input: unknown }) => {
    parentPort?.postMessage(await answer(task, input));
  });
}
