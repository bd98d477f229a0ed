import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Table, TableWriter } from '../../../../application/files/export/table.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
import type { AppDeps, AppEnv } from '../../env.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A workbook is held in memory as a whole, so its rows are limited. */
const MAX_WORKBOOK_ROWS = 100_000;

interface Download {
  /** Name of the file, before its date. */
  readonly name: string;
  readonly tables: AsyncIterable<Table> | Iterable<Table>;
}

/** Answers tables of the same columns as one CSV file, written while they are read. */
export function answerCsv(c: Context<AppEnv>, deps: AppDeps, { name, tables }: Download): Response {
  const { tableWriters, log } = deps.ports;
  setFileHeaders(c, deps, { name: `${name}.csv`, type: 'text/csv; charset=utf-8' });
  return stream(
    c,
    async (out) => {
      let isFirst = true;
      for await (const table of tables) {
        await out.write(isFirst ? tableWriters.csv([table]) : withoutHeader(tableWriters.csv, table));
        isFirst = false;
      }
    },
    async (error) => log.error('export-broken', { reason: error.message }),
  );
}

/** Answers tables as a workbook. Throws `export-too-large`; each table as a CSV file has no limit. */
export async function answerWorkbook(
  c: Context<AppEnv>,
  deps: AppDeps,
  { name, tables }: Download,
): Promise<Response> {
  const held: Table[] = [];
  let rows = 0;
  for await (const table of tables) {
    rows += table.rows.length;
    if (rows > MAX_WORKBOOK_ROWS) throw new DomainError('export-too-large', { limit: MAX_WORKBOOK_ROWS });
    held.push(table);
  }
  setFileHeaders(c, deps, { name: `${name}.xlsx`, type: XLSX_TYPE });
  return c.body(deps.ports.tableWriters.xlsx(c.var.locale)(held).slice().buffer);
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
