import { availableParallelism } from 'node:os';
import { type Caller, SERVICE_ITSELF } from '#open-badges/fetching';
import {
  type Care,
  decodeBitstring,
  type FileReader,
  type FoundTexts,
  pictureSize,
  readBaked,
  withGrowingCare,
} from '#open-badges/files';
import { MOST_RASTER_BYTES } from '#open-badges/node';
import type { JsonObject } from '#open-badges/parsing';
import {
  type CanonicalForm,
  type Canonicalise,
  canonicaliseThirdParty,
  type HashName,
  isSmallDocument,
} from '#open-badges/proofs';
import type { CheckFile } from '../adapters/storage/engines/sqlite.node.ts';
import { makeSharedMemory } from '../adapters/worker-threads/memory-budget.ts';
import {
  makeWorkerPool,
  type WorkerPool,
  WorkerStopped,
} from '../adapters/worker-threads/worker-pool.node.ts';
import type { OpenSheets } from '../application/files/import/sheet.ts';
import type { BlankNumens } from '../application/files/upload/blank-numens.ts';
import type { PaperDrawer } from '../application/papers/draw.ts';
import type { Rasteriser } from '../application/ports.ts';
import { DomainError } from '../domain/errors.ts';
import { blankInWorker, openSheetsInWorker } from './worker-spreadsheets.node.ts';
import { run } from './worker-task.node.ts';

/** The ports whose work may be slow, done in threads next to the server. */
export interface WorkerPorts {
  /** By the library, where the document is small in this thread. */
  readonly canonicalise: Canonicalise;
  /** In a thread, whatever the document. */
  readonly canonicaliseBeside: Canonicalise;
  readonly rasteriser: Rasteriser;
  readonly drawer: PaperDrawer;
  readonly openSheets: OpenSheets;
  readonly blankNumens: BlankNumens;
  readonly fileReader: FileReader;
  readonly checkDatabase: CheckFile;
  close(): Promise<void>;
}

/** Documents of strangers have threads of their own, so that they and workbooks do not wait for each
 *  other. */
const DOCUMENTS = {
  deadlineMs: 8000,
  memoryMb: 192,
  outsideMb: 192,
  maxWaiting: 320,
} as const;

/** Photographs have threads of their own, so that nothing else waits for them: one for a quick look, and one
 *  for those in which it found nothing. So whoever made a photograph that takes long keeps no other from the
 *  quick look. */
const PHOTOGRAPHS = {
  deadlineMs: 8000,
  memoryMb: 256,
  outsideMb: 384,
  maxWaiting: 320,
} as const;

/** What both may take at once. Two photographs of a telephone fit in, and one of the largest size leaves room for
 *  a small one. */
const PHOTOGRAPHS_BYTES = 256 * 1024 * 1024;

/** The rows of a picture, the picture made of them, and its grey copy (read-codes.ts). */
const COPIES_OF_RASTER = 3;

/** The part of a file in which its size is looked for, without a thread. */
const HEAD_BYTES = 65_536;

const FILES = {
  deadlineMs: 30_000,
  memoryMb: 1024,
  outsideMb: 1024,
  maxWaiting: 200,
} as const;

/** A check reads a whole database, and takes no more memory for a large one. The next one comes a day later. */
const CHECK_LIMITS = {
  idleMs: 100,
  deadlineMs: 900_000,
  memoryMb: 128,
  outsideMb: 256,
  maxWaiting: 4,
} as const;

/** A file of this size takes less time than the exchange with a thread, whatever it contains: every reader
 *  needs a constant time for each of its bytes. An ordinary badge in an image is smaller. */
const SMALL_BYTES = 131_072;

/** `entry` is the path of the built worker-thread.node.ts; the threads are shared out by caller. They leave one core to
 *  the server, unless they work for a command that serves no one. */
export function makeWorkerPorts(
  entry: string,
  {
    callerOf = () => SERVICE_ITSELF,
    serves = true,
    onLimit,
  }: {
    readonly callerOf?: () => Caller;
    readonly serves?: boolean;
    /** Called with the name of a pool in which too many tasks wait. */
    readonly onLimit?: (pool: string) => void;
  } = {},
): WorkerPorts {
  const cores = availableParallelism();
  const threads = serves ? Math.max(1, Math.min(2, cores - 1)) : cores;
  const documents = makeWorkerPool({
    entry,
    callerOf,
    threads,
    onFull: () => onLimit?.('documents'),
    ...DOCUMENTS,
  });
  const files = makeWorkerPool({ entry, callerOf, threads, onFull: () => onLimit?.('files'), ...FILES });
  const checks = makeWorkerPool({ entry, threads: 1, ...CHECK_LIMITS });
  const memory = makeSharedMemory(PHOTOGRAPHS_BYTES);
  const onFull = () => onLimit?.('photographs');
  const photographs = {
    quick: makeWorkerPool({ entry, callerOf, onFull, memory, threads: 1, ...PHOTOGRAPHS }),
    thorough: makeWorkerPool({ entry, callerOf, onFull, memory, threads: 1, ...PHOTOGRAPHS }),
  };
  const readCodes = (image: Uint8Array, care: Care) =>
    foundBeside(run(photographs[care], 'read-codes', { image, care }, bytesOfPicture(image)));
  return {
    canonicalise: async (document, hash = 'SHA-256') =>
      isSmallDocument(document)
        ? canonicaliseThirdParty(document, hash)
        : canonicaliseBeside(documents, document, hash),
    canonicaliseBeside: (document, hash = 'SHA-256') => canonicaliseBeside(documents, document, hash),
    rasteriser: { toPng: (svg, widthPixels) => run(files, 'rasterise', { svg, widthPixels }) },
    drawer: {
      drawPdf: (content) => run(files, 'draw-document', content),
      drawTogether: (title, contents) => run(files, 'draw-documents', { title, contents }),
      drawCertificate: (content) => run(files, 'draw-certificate', content),
    },
    openSheets: (source) => openSheetsInWorker(files, source),
    blankNumens: (file) => blankInWorker(files, file),
    fileReader: {
      readBaked: (image) =>
        image.length <= SMALL_BYTES ? readBaked(image) : foundBeside(run(documents, 'read-baked', image)),
      readAttached: (pdf) => foundBeside(run(documents, 'read-attached', pdf)),
      readCodes: (image) => withGrowingCare((care) => readCodes(image, care), ['quick', 'thorough']),
      decodeList: (encoded) =>
        encoded.length <= SMALL_BYTES ? decodeBitstring(encoded) : decodeBeside(documents, encoded),
    },
    checkDatabase: (file, of) => run(checks, 'check-database', { file, of }),
    close: async () => {
      const pools = [documents, files, checks, photographs.quick, photographs.thorough];
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}

/** What reading a picture may take. One that does not state its size in its head is taken for the largest. */
function bytesOfPicture(image: Uint8Array): number {
  const size = pictureSize(image.subarray(0, HEAD_BYTES));
  return (
    image.length + COPIES_OF_RASTER * Math.min(size?.rasterBytes ?? MOST_RASTER_BYTES, MOST_RASTER_BYTES)
  );
}

async function canonicaliseBeside(
  pool: WorkerPool,
  document: JsonObject,
  hash: HashName,
): Promise<CanonicalForm> {
  try {
    return await run(pool, 'canonicalise', { text: JSON.stringify(document), hash });
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    return {
      kind: 'fault',
      fault: { kind: 'unreadable', reason: 'reading it takes too much time or memory' },
    };
  }
}

type Refused = Extract<FoundTexts, { kind: 'refused' }>;

/** What was found, or in words that the reading was ended. */
async function foundBeside<Found>(found: Promise<Found>): Promise<Found | Refused> {
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    return { kind: 'refused', code: 'reading-too-slow', detail: error.message };
  }
}

async function decodeBeside(pool: WorkerPool, encoded: string): Promise<Uint8Array> {
  try {
    return await run(pool, 'decode-list', encoded);
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    throw new DomainError('unreadable-file', { reason: 'reading it takes too much time or memory' });
  }
}
