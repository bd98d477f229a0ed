import type { ImportSource, Sheet, SheetRow } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';
import { type CsvEncoding, detectEncoding } from './csv-encoding.ts';
import { makeRecordCutter, type RecordCutter } from './csv-records.ts';
import { unguardFormula } from './formula-guard.ts';

/** The DANE's files have no line of this length: a file with a longer one is not a table. */
const MAX_HELD_CHARS = 1_048_576;

/** Opens a CSV file. Encoding (UTF-8 or Windows-1252, with or without a BOM) and delimiter (`;` or `,`) are
 *  found from the file itself. The quote that guards a cell from being computed (`'=`) is removed. */
export async function openCsv(source: ImportSource): Promise<Sheet> {
  const encoding = await detectEncoding(source);
  const delimiter = await detectDelimiter(source, encoding);
  const header = await readHeader(source, encoding, delimiter);
  return {
    header,
    rows: (onBytes) => rowsBelow(header, () => readRecords(source, encoding, makeCutter(), onBytes)),
  };

  function makeCutter() {
    return makeRecordCutter(delimiter, header.cells.length);
  }
}

type Header = Sheet['header'];

async function* rowsBelow(header: Header, records: () => AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  for await (const row of records()) {
    if (row.line <= header.line) continue;
    yield row.kind === 'cells' ? { ...row, cells: row.cells.map(unguardFormula) } : row;
  }
}

async function readHeader(source: ImportSource, encoding: CsvEncoding, delimiter: string): Promise<Header> {
  for await (const row of readRecords(source, encoding, makeRecordCutter(delimiter))) {
    if (row.kind === 'broken') return { line: row.line, cells: row.text.split(delimiter) };
    if (row.cells.some((cell) => cell.trim() !== '')) return { line: row.line, cells: row.cells };
  }
  throw new DomainError('unreadable-file', { name: source.name, reason: 'empty' });
}

/** The one of `;` and `,` that is more frequent, outside quotes, in the first line that is not blank. */
async function detectDelimiter(source: ImportSource, encoding: CsvEncoding): Promise<';' | ','> {
  const lines = makeRecordCutter('\n');
  for await (const row of readRecords(source, encoding, lines)) {
    const text = row.kind === 'cells' ? row.cells.join('') : row.text;
    if (text.trim() === '') continue;
    const bare = text.replace(/"[^"]*"/g, '');
    return bare.split(',').length > bare.split(';').length ? ',' : ';';
  }
  return ';';
}

async function* readRecords(
  source: ImportSource,
  encoding: CsvEncoding,
  cutter: RecordCutter,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SheetRow> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of source.open()) {
    onBytes?.(bytes.length);
    yield* cutter.push(decoder.decode(bytes, { stream: true }));
    if (cutter.heldChars() > MAX_HELD_CHARS) {
      throw new DomainError('unreadable-file', { name: source.name, reason: 'not-text' });
    }
  }
  yield* cutter.push(decoder.decode());
  yield* cutter.end();
}
