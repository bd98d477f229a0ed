import { ReadableStream } from 'node:stream/web';
import { createTarDecoder, createTarPacker, type TarPackController } from 'modern-tar';

/** The bytes as a stream, as libraries for any runtime want them. Node's own type of it lacks what the browser's
 *  has. */
export function toStream(source: AsyncIterable<Uint8Array>) {
  return ReadableStream.from(source) as globalThis.ReadableStream<Uint8Array>;
}

/** One file of an archive, with its bytes as they come. */
export interface ArchivedFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** For the owner alone. */
const FILE_MODE = 0o600;
/** Archives do not say when their files were made. */
const NO_TIME = new Date(0);

/** Writes files as a tar archive (POSIX ustar; pax for one of more than 8 GB), each for its owner alone, so that `tar`
 *  reads it without us. Throws where a file has another size than it says. */
export async function* packFiles(files: readonly ArchivedFile[]): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const added = addFiles(controller, files).catch((fault: unknown) => controller.error(fault));
  yield* readable;
  await added;
}

async function addFiles(controller: TarPackController, files: readonly ArchivedFile[]): Promise<void> {
  for (const { name, size, bytes } of files) {
    const entry = controller.add({ name, size, mode: FILE_MODE, mtime: NO_TIME }).getWriter();
    let written = 0;
    for await (const part of bytes) {
      written += part.length;
      if (written > size) break;
      await entry.write(part);
    }
    if (written !== size) throw new Error(`${name} changed while it was read`);
    await entry.close();
  }
  controller.finalize();
}

/** Reads such an archive to its end, so that whoever opens the bytes knows them to be whole. `open` gets each file's
 *  name and size, and its bytes; it must take them all. Throws what `open` and the bytes throw, and where this is no
 *  archive of plain files; then nothing more is read. */
export async function unpackFiles(
  source: AsyncIterable<Uint8Array>,
  open: (file: ArchivedFile) => Promise<void>,
): Promise<void> {
  const decoder = createTarDecoder({ strict: true });
  const stop = new AbortController();
  const read = toStream(source).pipeTo(decoder.writable, { signal: stop.signal });
  // Its fault reaches the loop as well, through the decoder.
  read.catch(() => undefined);
  try {
    for await (const { header, body } of decoder.readable) {
      if (header.type !== 'file') throw new Error(`${header.name} is no file`);
      await open({ name: header.name, size: header.size, bytes: body });
    }
    await read;
  } catch (fault) {
    // The decoder finds some faults while a body is taken, and would let the rest come into memory.
    stop.abort(fault);
    await read.catch(() => undefined);
    throw fault;
  }
}
