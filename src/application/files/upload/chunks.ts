import { fromBase64Url, toBase64Url } from '#open-badges/keys';
import { DomainError } from '../../../domain/errors.ts';
import type { Upload } from '../../../domain/upload/types.ts';
import { asDomainError } from '../../open-badges-errors.ts';
import type { Store } from '../../ports.ts';
import type { ImportSource } from '../import/sheet.ts';

/** Bytes of a chunk before base64, which makes 300 kB of text. Every engine accepts this as one value. */
const CHUNK_BYTES = 225_000;

/** Encoding and storing these takes some ten milliseconds, during which no one else is served. */
const CHUNKS_AT_ONCE = 4;

/** Number of chunks of a file. An empty file has one empty chunk. */
export function countChunks({ length }: Uint8Array): number {
  return Math.max(1, Math.ceil(length / CHUNK_BYTES));
}

/** The bytes as base64 texts. */
export function cutIntoChunks(bytes: Uint8Array): readonly string[] {
  return Array.from({ length: countChunks(bytes) }, (_, at) => cutChunk(bytes, at));
}

function cutChunk(bytes: Uint8Array, at: number): string {
  return toBase64Url(bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES));
}

/** Stores the files of an upload that was added, a few chunks at a time. */
export async function saveChunks(
  { commit }: Store,
  uploadId: string,
  files: readonly (Uint8Array | undefined)[],
): Promise<void> {
  for (const [file, bytes] of files.entries()) {
    if (!bytes) continue;
    const count = countChunks(bytes);
    for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
      const parts = Array.from({ length: Math.min(CHUNKS_AT_ONCE, count - first) }, (_, at) => ({
        file,
        position: first + at,
        content: cutChunk(bytes, first + at),
      }));
      await commit([{ kind: 'upload-parts-added', uploadId, parts }]);
    }
  }
}

/** The stored files, read one chunk at a time. A file of which a chunk is missing was not stored to its end, and
 *  is refused. */
export function openChunks(store: Store, { id, files }: Upload): readonly ImportSource[] {
  return files.flatMap(({ name, sizeBytes, parts }, file) => {
    if (parts === 0) return [];
    const open = async function* () {
      for (let position = 0; position < parts; position += 1) {
        const content = await store.readUploadChunk(id, { file, position });
        if (content === undefined) throw new DomainError('unreadable-file', { name, reason: 'incomplete' });
        yield asDomainError(() => fromBase64Url(content));
      }
    };
    return [{ name, sizeBytes, open }];
  });
}
