import type { ImportSource } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';

export type CsvEncoding = 'utf-8' | 'windows-1252';

/** The first bytes of a UTF-16 text, in either byte order. */
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

const BOM = [0xef, 0xbb, 0xbf];

/** UTF-8 where the file begins with a BOM or every byte is valid UTF-8, Windows-1252 otherwise. The file is
 *  read once and not kept. Throws `unreadable-file` where it is not a text in either encoding. */
export async function detectEncoding(source: ImportSource): Promise<CsvEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let isFirst = true;
  let hasBom = false;
  for await (const bytes of source.open()) {
    if (isFirst) {
      refuseUtf16(source.name, bytes);
      hasBom = BOM.every((byte, at) => bytes[at] === byte);
    }
    isFirst = false;
    if (bytes.includes(0))
      throw new DomainError('unreadable-file', { name: source.name, reason: 'not-text' });
    isUtf8 &&= decodes(decoder, bytes);
  }
  return hasBom || (isUtf8 && decodes(decoder)) ? 'utf-8' : 'windows-1252';
}

function refuseUtf16(name: string, bytes: Uint8Array): void {
  if (UTF_16.some((mark) => mark.every((byte, at) => bytes[at] === byte)))
    throw new DomainError('unreadable-file', { name, reason: 'utf-16' });
}

function decodes(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
