import type { AuthorisationKey } from '../../../domain/engagement/authorisation-key.ts';
import type { ProcedureSheetChange } from '../../../domain/engagement/procedure-sheet.ts';
import type { Database } from '../database.ts';
import { toProcedureSheetRow } from '../tables/procedure-sheets.ts';
import { asStored, unguarded } from './guard.ts';
import type { Queries, Writers } from './writer.ts';

export const procedureSheets = {
  'procedure-sheet-saved': unguarded(({ db }, { sheet, parts }) => [
    ...removeProcedureSheet({ db }, sheet.action),
    db.insertInto('procedure_sheet').values(toProcedureSheetRow(sheet)).compile(),
    ...parts.map((content, position) =>
      db.insertInto('procedure_part').values({ sheet_id: sheet.id, position, content }).compile(),
    ),
  ]),
  'procedure-sheet-removed': asStored(({ db }, { action }) => removeProcedureSheet({ db }, action)),
  'procedure-sheet-moved': unguarded(({ db }, { from, to }) => [
    db
      .updateTable('procedure_sheet')
      .set({ mission: to.mission, local_authority: to.localAuthority, starts_on: to.period.from })
      .where('uai', '=', from.uai)
      .where('mission', '=', from.mission)
      .where('local_authority', '=', from.localAuthority)
      .where('starts_on', '=', from.period.from)
      .compile(),
  ]),
} satisfies Writers<ProcedureSheetChange>;

/** Removes the sheet of an action, with the parts of its file. */
export function removeProcedureSheet({ db }: Pick<Database, 'db'>, action: AuthorisationKey): Queries {
  const { uai, mission, localAuthority, period } = action;
  const ids = db
    .selectFrom('procedure_sheet')
    .select('id')
    .where('uai', '=', uai)
    .where('mission', '=', mission)
    .where('local_authority', '=', localAuthority)
    .where('starts_on', '=', period.from);
  return [
    db.deleteFrom('procedure_part').where('sheet_id', 'in', ids).compile(),
    db
      .deleteFrom('procedure_sheet')
      .where('uai', '=', uai)
      .where('mission', '=', mission)
      .where('local_authority', '=', localAuthority)
      .where('starts_on', '=', period.from)
      .compile(),
  ];
}
