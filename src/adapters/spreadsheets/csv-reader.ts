import type { ImportSource, Sheet, SheetLine, SheetRow } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';
import { detectEncoding, readText } from './csv-encoding.ts';
import { makeRecordCutter, type RecordCutter } from './csv-records.ts';
import { readTop } from './csv-top.ts';
import { unguardFormula } from './formula-guard.ts';

/** Opens a CSV file. Encoding (UTF-8, Windows-1252 or UTF-16) and delimiter (`;`, `,` or a tab) are found from
 *  the file itself. The quote that guards a cell from being computed (`'=`) is removed. */
export async function openCsv(source: ImportSource): Promise<Sheet> {
  const encoding = await detectEncoding(source);
  const top = await readTop(source.name, readText(source, encoding));
  return { top, rows };

  async function* rows(header: SheetLine, onBytes?: (bytes: number) => void): AsyncGenerator<SheetRow> {
    const { delimiter = ';' } = top.find(({ line }) => line === header.line) ?? {};
    const cutter = makeRecordCutter(delimiter, header.cells.length);
    for await (const row of readRecords(source.name, readText(source, encoding, onBytes), cutter)) {
      if (row.line <= header.line) continue;
      yield row.kind === 'cells' ? { ...row, cells: row.cells.map(unguardFormula) } : row;
    }
  }
}

/** Names the file of a record that is too long. */
async function* readRecords(
  name: string,
  pieces: AsyncIterable<string>,
  cutter: RecordCutter,
): AsyncGenerator<SheetRow> {
  try {
    for await (const piece of pieces) yield* cutter.push(piece);
    yield* cutter.end();
  } catch (error) {
    if (!(error instanceof DomainError) || error.params['name'] !== undefined) throw error;
    throw new DomainError(error.code, { ...error.params, name }, { cause: error });
  }
}
