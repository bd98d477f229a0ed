import { joinBytes } from '#open-badges/files';
import type { ImportSource } from '../../application/files/import/sheet.ts';
import { decodeUtf16, type Utf16, type Utf16Decoder, utf16Of } from '../../application/files/utf16.ts';
import { DomainError } from '../../domain/errors.ts';

export type CsvEncoding = 'utf-8' | 'windows-1252' | Utf16;

const BOM = [0xef, 0xbb, 0xbf];

/** UTF-16 where the file begins with its BOM (Excel's « Texte Unicode », Moodle's export for Excel), UTF-8
 *  where it begins with that BOM or every byte is valid UTF-8, Windows-1252 otherwise. The file is read once
 *  and not kept. Throws `unreadable-file` where it is not a text in any of them. */
export async function detectEncoding(source: ImportSource): Promise<CsvEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let start: Uint8Array | undefined = new Uint8Array();
  let hasBom = false;
  let utf16: { readonly order: Utf16; readonly decoder: Utf16Decoder } | undefined;
  for await (let bytes of source.open()) {
    if (start) {
      bytes = joinBytes([start, bytes]);
      const order = utf16Of(bytes);
      if (order) utf16 = { order, decoder: decodeUtf16(order) };
      hasBom = BOM.every((byte, at) => bytes[at] === byte);
      // A file may come in pieces shorter than its BOM.
      start = bytes.length < BOM.length && !order ? bytes : undefined;
      if (start) continue;
    }
    // A text has no zero character: one could hide the characters around it.
    const hasZero = utf16 ? utf16.decoder.decode(bytes, { stream: true }).includes('\0') : bytes.includes(0);
    if (hasZero) throw notText(source);
    isUtf8 &&= utf16 !== undefined || decodes(decoder, bytes);
  }
  if (utf16) return utf16.order;
  if (start?.includes(0)) throw notText(source);
  if (start) isUtf8 = decodes(decoder, start);
  return hasBom || (isUtf8 && decodes(decoder)) ? 'utf-8' : 'windows-1252';
}

function notText({ name }: ImportSource): DomainError {
  return new DomainError('unreadable-file', { name, reason: 'not-text' });
}

/** The text of the file, piece by piece, without its BOM. `onBytes` gets the number of bytes read. */
export async function* readText(
  source: ImportSource,
  encoding: CsvEncoding,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = decodeCsv(encoding);
  for await (const bytes of source.open()) {
    onBytes?.(bytes.length);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

export function decodeCsv(
  encoding: CsvEncoding,
  options: { readonly ignoreBOM?: boolean } = {},
): Utf16Decoder {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
    ? decodeUtf16(encoding, options)
    : new TextDecoder(encoding, options);
}

/** The bytes in pieces of about this size, none of which ends inside a character. */
export function* piecesOf(
  bytes: Uint8Array,
  encoding: CsvEncoding,
  pieceBytes: number,
): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const end = endOfCharacter(bytes, start + pieceBytes, encoding);
    yield bytes.subarray(start, end);
    start = end;
  }
}

/** The longest character of UTF-8. */
const MOST_CHARACTER_BYTES = 4;

/** The end of the last whole character before `end`. */
function endOfCharacter(bytes: Uint8Array, end: number, encoding: CsvEncoding): number {
  if (end >= bytes.length || encoding === 'windows-1252') return Math.min(end, bytes.length);
  if (encoding === 'utf-8') {
    for (let at = end; at > end - MOST_CHARACTER_BYTES; at -= 1)
      if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at;
    // Not UTF-8 after all, behind a BOM: its bytes are no characters.
    return end;
  }
  const even = end - (end % 2);
  const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
  // The first half of a pair stays with the second.
  return (high & 0xfc) === 0xd8 ? even - 2 : even;
}

function decodes(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
