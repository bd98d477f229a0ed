import type { ImportSource, Sheet, SheetLine, SheetRow } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';
import { unguardFormula } from './cell-text.ts';
import { type CsvEncoding, decodeCsv, detectEncoding, readText } from './csv-encoding.ts';
import { type CutPlace, makeRecordCutter, type RecordCutter } from './csv-records.ts';
import { readTop, type TopLine } from './csv-top.ts';

/** What is known of a CSV file before its rows are cut. */
export interface CsvHead {
  readonly encoding: CsvEncoding;
  readonly top: readonly TopLine[];
}

/** Encoding (UTF-8, Windows-1252 or UTF-16) and delimiter (`;`, `,` or a tab) are found from the file itself. */
export async function readCsvHead(source: ImportSource): Promise<CsvHead> {
  const encoding = await detectEncoding(source);
  return { encoding, top: await readTop(source.name, readText(source, encoding)) };
}

export async function openCsv(source: ImportSource): Promise<Sheet> {
  const { encoding, top } = await readCsvHead(source);
  return { top, rows };

  async function* rows(header: SheetLine, onBytes?: (bytes: number) => void): AsyncGenerator<SheetRow> {
    const cutter = makeRecordCutter(delimiterOf(top, header), header.cells.length);
    const { name } = source;
    for await (const text of readText(source, encoding, onBytes))
      yield* below(header, named(name, cutter.push(text)));
    yield* below(header, named(name, cutter.end()));
  }
}

/** A piece of a CSV file that ends with a whole character, and where the piece before it was cut. */
export interface CsvPiece {
  readonly name: string;
  readonly encoding: CsvEncoding;
  readonly delimiter: string;
  readonly header: SheetLine;
  readonly bytes: Uint8Array;
  /** Absent for the first piece. */
  readonly from?: CutPlace | undefined;
  readonly isLast: boolean;
}

/** Cuts one piece of a CSV file as if the file were cut as a whole. Nothing is kept between two pieces. */
export function cutCsvPiece({ name, encoding, delimiter, header, bytes, from, isLast }: CsvPiece): {
  readonly rows: readonly SheetRow[];
  readonly place: CutPlace;
} {
  const cutter = makeRecordCutter(delimiter, header.cells.length, from);
  const text = decodeCsv(encoding, { ignoreBOM: from !== undefined }).decode(bytes);
  const rows = [...below(header, named(name, cutAll(cutter, text, isLast)))];
  return { rows, place: cutter.place() };
}

export function delimiterOf(top: readonly TopLine[], { line }: SheetLine): string {
  return top.find((one) => one.line === line)?.delimiter ?? ';';
}

function* cutAll(cutter: RecordCutter, text: string, isLast: boolean): Generator<SheetRow> {
  yield* cutter.push(text);
  if (isLast) yield* cutter.end();
}

/** The rows below the header. The quote that guards a cell from being computed (`'=`) is removed. */
function* below(header: SheetLine, rows: Iterable<SheetRow>): Generator<SheetRow> {
  for (const row of rows) {
    if (row.line <= header.line) continue;
    yield row.kind === 'cells' ? { ...row, cells: row.cells.map(unguardFormula) } : row;
  }
}

/** Names the file of a record that is too long. */
function* named(name: string, rows: Iterable<SheetRow>): Generator<SheetRow> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof DomainError) || error.params['name'] !== undefined) throw error;
    throw new DomainError(error.code, { ...error.params, name }, { cause: error });
  }
}
