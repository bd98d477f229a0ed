import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CanonicalForm,
  canonicaliseForeign,
  type HashName,
} from '../adapters/signing/canonical-form.ts';
import type { Canonicalise } from '../adapters/signing/canonical-road.ts';
import { isSmallDocument } from '../adapters/signing/small-document.ts';
import { openSpreadsheet, readWorkbook } from '../adapters/spreadsheets/open-spreadsheet.ts';
import { makeSidePool, type SidePool, SideWorkEnded } from '../adapters/threads/side-pool.node.ts';
import type { ImportSource, OpenSheets, Sheet, SheetRow } from '../application/files/import/sheet.ts';
import type { PaperDrawer } from '../application/papers/paper-drawer.ts';
import type { Rasteriser } from '../application/ports.ts';
import type { FileReader, FoundTexts } from '../application/verification/file-reader.ts';
import type { JsonObject } from '../openbadges/json-value.ts';
import type { PackedSheet, SideTasks } from './side-work.node.ts';

/** The ports whose work may be slow, done in threads beside the server. */
export interface SidePorts {
  readonly canonicalise: Canonicalise;
  readonly rasteriser: Rasteriser;
  readonly drawer: PaperDrawer;
  readonly openSheets: OpenSheets;
  readonly fileReader: FileReader;
  close(): Promise<void>;
}

/** Documents of strangers have threads of their own, so that they and workbooks do not wait for each
 *  other. */
const DOCUMENTS = { deadlineMs: 8000, memoryMb: 384, maxWaiting: 64 } as const;
/** Photographs have threads of their own, so that nothing else waits for them. */
const PHOTOGRAPHS = { deadlineMs: 8000, memoryMb: 256, maxWaiting: 24 } as const;
const FILES = { deadlineMs: 30_000, memoryMb: 1024, maxWaiting: 200 } as const;

/** `entry` is the path of the built side-work.node.ts. */
export function makeSidePorts(entry: string): SidePorts {
  const threads = Math.max(1, Math.min(2, availableParallelism() - 1));
  const documents = makeSidePool({ entry, threads, ...DOCUMENTS });
  const files = makeSidePool({ entry, threads, ...FILES });
  const photographs = makeSidePool({ entry, threads: 1, ...PHOTOGRAPHS });
  return {
    canonicalise: (document, hash = 'SHA-256') => canonicaliseBeside(documents, document, hash),
    rasteriser: { toPng: (svg, widthPixels) => run(files, 'rasterise', { svg, widthPixels }) },
    drawer: {
      drawPdf: (content) => run(files, 'draw-document', content),
      drawTogether: (title, contents) => run(files, 'draw-documents', { title, contents }),
      drawCertificate: (content) => run(files, 'draw-certificate', content),
    },
    openSheets: (source) => openSheetsBeside(files, source),
    fileReader: {
      readAttached: (pdf) => foundBeside(run(documents, 'read-attached', pdf)),
      readCodes: (image) => foundBeside(run(photographs, 'read-codes', image)),
    },
    close: async () => void (await Promise.all([documents, files, photographs].map((pool) => pool.close()))),
  };
}

function run<Name extends keyof SideTasks>(
  pool: SidePool,
  task: Name,
  input: Parameters<SideTasks[Name]>[0],
): Promise<Awaited<ReturnType<SideTasks[Name]>>> {
  return pool.run(task, input) as Promise<Awaited<ReturnType<SideTasks[Name]>>>;
}

/** An ordinary badge takes a few milliseconds, less than the exchange with a thread. */
async function canonicaliseBeside(
  pool: SidePool,
  document: JsonObject,
  hash: HashName,
): Promise<CanonicalForm> {
  if (isSmallDocument(document)) return canonicaliseForeign(document, hash);
  try {
    return await run(pool, 'canonicalise', { text: JSON.stringify(document), hash });
  } catch (error) {
    if (!(error instanceof SideWorkEnded)) throw error;
    return {
      kind: 'fault',
      fault: { kind: 'unreadable', reason: 'reading it takes too much time or memory' },
    };
  }
}

async function foundBeside(found: Promise<FoundTexts>): Promise<FoundTexts> {
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof SideWorkEnded)) throw error;
    return { kind: 'refused', code: 'reading-too-slow', detail: error.message };
  }
}

async function openSheetsBeside(pool: SidePool, source: ImportSource): Promise<readonly Sheet[]> {
  const breathing: ImportSource = { ...source, open: () => pausing(source.open()) };
  const bytes = await readWorkbook(breathing);
  if (!bytes) return (await openSpreadsheet(breathing)).map(withPauses);
  const sheets = await run(pool, 'open-workbook', { name: source.name, bytes });
  return sheets.map((sheet) => withPauses(unpack(sheet, bytes.length)));
}

function unpack({ rows: packs, ...sheet }: PackedSheet, sizeBytes: number): Sheet {
  return {
    ...sheet,
    async *rows(header, onBytes) {
      onBytes?.(sizeBytes);
      for (const pack of packs) {
        for (const row of JSON.parse(pack) as readonly SheetRow[]) if (row.line > header.line) yield row;
      }
    },
  };
}

function withPauses(sheet: Sheet): Sheet {
  return { ...sheet, rows: (header, onBytes) => pausing(sheet.rows(header, onBytes)) };
}

/** The longest time of reading a file before the event loop can do other work. */
const BREATH_MS = 10;

async function* pausing<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  let began = performance.now();
  for await (const part of parts) {
    yield part;
    if (performance.now() - began < BREATH_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}
