import type { ImportSource, Sheet, SheetLine, SheetRow } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';
import { detectEncoding, readText } from './csv-encoding.ts';
import { makeRecordCutter, type RecordCutter } from './csv-records.ts';
import { MAX_HELD_CHARS, readTop } from './csv-top.ts';
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

async function* readRecords(
  name: string,
  pieces: AsyncIterable<string>,
  cutter: RecordCutter,
): AsyncGenerator<SheetRow> {
  for await (const piece of pieces) {
    yield* cutter.push(piece);
    if (cutter.heldChars() > MAX_HELD_CHARS) {
      throw new DomainError('unreadable-file', { name, reason: 'not-text' });
    }
  }
  yield* cutter.end();
}
