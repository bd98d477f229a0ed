import type { Upload } from '../../../domain/upload/upload.ts';
import { fromBase64Url, toBase64Url } from '../../../openbadges/base64url.ts';
import type { Store } from '../../ports.ts';
import type { ImportSource } from '../import/sheet.ts';

/** Bytes of a part before base64, which makes 300 kB of text. Every engine accepts this as one value. */
const PART_BYTES = 225_000;

/** The bytes as base64 texts. An empty file gives one empty part. */
export function cutIntoParts(bytes: Uint8Array): readonly string[] {
  const count = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
  return Array.from({ length: count }, (_, at) =>
    toBase64Url(bytes.subarray(at * PART_BYTES, (at + 1) * PART_BYTES)),
  );
}

/** The stored files, read one part at a time. */
export function openParts(
  store: Pick<Store, 'readUploadPart'>,
  { id, files }: Upload,
): readonly ImportSource[] {
  return files.flatMap(({ name, sizeBytes, parts }, file) => {
    if (parts === 0) return [];
    const open = async function* () {
      for (let position = 0; position < parts; position += 1) {
        const content = await store.readUploadPart(id, { file, position });
        if (content) yield fromBase64Url(content);
      }
    };
    return [{ name, sizeBytes, open }];
  });
}
