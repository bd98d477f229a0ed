import type { ImportSource } from '../../application/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';

export type CsvEncoding = 'utf-8' | 'windows-1252';

/** First bytes of what is not a CSV file, and what it is. */
const SIGNATURES = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], reason: 'spreadsheet' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], reason: 'spreadsheet' },
  { bytes: [0xff, 0xfe], reason: 'utf-16' },
  { bytes: [0xfe, 0xff], reason: 'utf-16' },
] as const;

const BOM = [0xef, 0xbb, 0xbf];

/** UTF-8 where the file says so (BOM) or every byte of it is valid UTF-8, Windows-1252 otherwise: one pass, nothing is
 *  kept.
 *  Throws `unreadable-file` for what is no text in either. */
export async function detectEncoding(source: ImportSource): Promise<CsvEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let isFirst = true;
  let hasBom = false;
  for await (const bytes of source.open()) {
    if (isFirst) {
      refuseOtherFormats(source.name, bytes);
      hasBom = BOM.every((byte, at) => bytes[at] === byte);
    }
    isFirst = false;
    if (bytes.includes(0))
      throw new DomainError('unreadable-file', { name: source.name, reason: 'not-text' });
    isUtf8 &&= decodes(decoder, bytes);
  }
  return hasBom || (isUtf8 && decodes(decoder)) ? 'utf-8' : 'windows-1252';
}

function refuseOtherFormats(name: string, bytes: Uint8Array): void {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  if (found) throw new DomainError('unreadable-file', { name, reason: found.reason });
}

function decodes(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
