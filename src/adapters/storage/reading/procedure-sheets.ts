import type { ProcedureSheetReader } from '../../../application/store/procedure-sheet-reader.ts';
import type { Database } from '../database.ts';
import { fromProcedureSheetRow } from '../tables/procedure-sheets.ts';

export function makeProcedureSheetReader({ db }: Database): ProcedureSheetReader {
  const sheets = () => db.selectFrom('procedure_sheet').selectAll();
  return {
    readProcedureSheets: async (uai) => {
      const rows = await sheets().where('uai', '=', uai).orderBy('mission').orderBy('starts_on').execute();
      return rows.map(fromProcedureSheetRow);
    },
    readProcedureSheet: async (id) => {
      const row = await sheets().where('id', '=', id).executeTakeFirst();
      return row && fromProcedureSheetRow(row);
    },
    readProcedureParts: async (id) => {
      const parts = db.selectFrom('procedure_part').select('content').where('sheet_id', '=', id);
      return (await parts.orderBy('position').execute()).map(({ content }) => content);
    },
  };
}
