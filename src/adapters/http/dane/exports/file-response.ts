import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { inTime } from '../../../../application/concurrency/async.ts';
import type { Table, TableWriter } from '../../../../application/files/export/table.ts';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
import type { AppDeps, AppEnv } from '../../env.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A reader takes each piece within this time, because workbooks are written one at a time. */
const TAKEN_WITHIN_MS = 30_000;

interface Download {
  /** Name of the file, before its date. */
  readonly name: string;
  readonly tables: AsyncIterable<Table> | Iterable<Table>;
}

/** Answers tables of the same columns as one CSV file, written while they are read. */
export function answerCsv(c: Context<AppEnv>, deps: AppDeps, { name, tables }: Download): Response {
  setFileHeaders(c, deps, { name: `${name}.csv`, type: 'text/csv; charset=utf-8' });
  return answerPieces(c, deps, csvPieces(deps.ports.tableWriters.csv, tables));
}

async function* csvPieces(write: TableWriter, tables: Download['tables']): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const table of tables) {
    yield isFirst ? write([table]) : withoutHeader(write, table);
    isFirst = false;
  }
}

/** Answers tables as a workbook, written while they are read. */
export function answerWorkbook(c: Context<AppEnv>, deps: AppDeps, { name, tables }: Download): Response {
  setFileHeaders(c, deps, { name: `${name}.xlsx`, type: XLSX_TYPE });
  return answerPieces(c, deps, deps.ports.tableWriters.xlsxStream(c.var.locale)(tables));
}

/** Sends each piece once the one before is taken. A reader who has gone, or who takes nothing for a time, ends it. */
function answerPieces(c: Context<AppEnv>, { ports }: AppDeps, pieces: AsyncIterable<Uint8Array>): Response {
  return stream(
    c,
    async (out) => {
      for await (const piece of pieces) {
        if (out.aborted) return;
        await inTime(out.write(piece), TAKEN_WITHIN_MS);
      }
    },
    async (error) => ports.log.error('export-broken', { reason: error.message }),
  );
}

/** Names the answer as a file of this day. */
export function setFileHeaders(
  c: Context<AppEnv>,
  { ports }: AppDeps,
  { name, type }: { readonly name: string; readonly type: string },
): void {
  const dated = name.replace(/(\.\w+)$/, `-${localDateInParis(ports.clock.now())}$1`);
  const plain = dated.normalize('NFD').replace(/[^\w.-]+/g, '');
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename="${plain}"`);
}

/** Only the first piece has the header and the BOM. */
function withoutHeader(write: TableWriter, table: Table): Uint8Array {
  const bytes = write([table]);
  return bytes.subarray(bytes.indexOf(0x0a) + 1);
}
