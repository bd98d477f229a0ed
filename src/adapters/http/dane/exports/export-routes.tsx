import { Hono } from 'hono';
import { FILE_NAMES } from '../../../../application/files/export/export-records.ts';
import type { Table } from '../../../../application/files/export/table.ts';
import { REGISTER_FILES } from '../../../../application/store/file-readers.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { answerCsv, answerWorkbook } from './export-answer.ts';
import { ExportsPage } from './export-page.tsx';

/** Number of rows held in memory while a CSV file is written. */
const PIECE_ROWS = 2000;

/** `/dane/exports`: the files that an import reads, the register of awards, and all other records. */
export function exportRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/exports', ...guards, (c) => answerPage(c, workspaceFrame(c, deps, 'dane'), <ExportsPage />))
    .get('/dane/exports/jalon.xlsx', ...guards, (c) => {
      const tables = services.exportRecords({ actor: c.var.signedIn.actor.personId });
      return answerWorkbook(c, deps, { name: 'jalon', tables });
    })
    .get('/dane/exports/attributions.csv', ...guards, (c) => {
      const tables = services.exportAwards({ actor: c.var.signedIn.actor.personId });
      return answerCsv(c, deps, { name: 'attributions', tables });
    })
    .get('/dane/exports/attributions.xlsx', ...guards, (c) => {
      const tables = inOne(services.exportAwards({ actor: c.var.signedIn.actor.personId }));
      return answerWorkbook(c, deps, { name: 'attributions', tables });
    })
    .get('/dane/exports/registre.xlsx', ...guards, (c) => {
      // The journal is left out, because it outgrows a workbook.
      const only = REGISTER_FILES.filter((file) => file !== 'journal');
      const tables = inOne(services.exportRegister({ actor: c.var.signedIn.actor.personId, only }));
      return answerWorkbook(c, deps, { name: 'registre', tables });
    })
    .get('/dane/exports/:file{[a-z-]+\\.csv}', ...guards, (c) => {
      const name = FILE_NAMES.find((one) => `${one}.csv` === c.req.param('file'));
      const actor = c.var.signedIn.actor.personId;
      const register = REGISTER_FILES.find((one) => `${one}.csv` === c.req.param('file'));
      if (register) {
        const tables = services.exportRegister({ actor, only: [register] });
        return answerCsv(c, deps, { name: register, tables });
      }
      if (!name) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const tables = services.exportRecords({ actor, only: name, maxTableRows: PIECE_ROWS });
      return answerCsv(c, deps, { name, tables });
    });
}

/** Joins the pieces of each table into one. */
async function* inOne(pieces: AsyncIterable<Table>): AsyncGenerator<Table> {
  let whole: Table | undefined;
  for await (const piece of pieces) {
    if (whole && whole.name !== piece.name) {
      yield whole;
      whole = undefined;
    }
    whole = whole ? { ...whole, rows: [...whole.rows, ...piece.rows] } : piece;
  }
  if (whole) yield whole;
}
