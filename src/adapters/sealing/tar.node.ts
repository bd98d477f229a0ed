import { createTarDecoder, createTarPacker, type TarPackController } from 'modern-tar';
import { toStream } from './to-stream.node.ts';

/** One file of an archive, with its bytes as they come. */
export interface ArchivedFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const OWNER_ONLY = 0o600;
/** Archives do not say when their files were made. */
const NO_TIME = new Date(0);

/** Writes files as a tar archive (POSIX ustar), each for its owner alone, so that `tar` reads it without us. Throws
 *  where a file has another size than it says. */
export async function* packFiles(files: readonly ArchivedFile[]): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const added = addFiles(controller, files).catch((fault: unknown) => controller.error(fault));
  yield* readable;
  await added;
}

async function addFiles(controller: TarPackController, files: readonly ArchivedFile[]): Promise<void> {
  for (const { name, size, bytes } of files) {
    const entry = controller.add({ name, size, mode: OWNER_ONLY, mtime: NO_TIME }).getWriter();
    for await (const part of bytes) await entry.write(part);
    await entry.close();
  }
  controller.finalize();
}

/** Reads such an archive to its end, so that whoever opens the bytes knows them to be whole. `open` gets each file's
 *  name and size, and its bytes; it must take them all. Throws what `open` and the bytes throw. */
export async function unpackFiles(
  source: AsyncIterable<Uint8Array>,
  open: (file: ArchivedFile) => Promise<void>,
): Promise<void> {
  const decoder = createTarDecoder({ strict: true });
  const read = toStream(source).pipeTo(decoder.writable);
  // Its fault reaches the loop as well, through the decoder.
  read.catch(() => undefined);
  for await (const { header, body } of decoder.readable) {
    await open({ name: header.name, size: header.size, bytes: body });
  }
  await read;
}
