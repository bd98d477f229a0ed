import type { AuthorisationKey } from '../../../domain/engagement/authorisation-key.ts';
import type { ProcedureSheetChange } from '../../../domain/engagement/procedure-sheet.ts';
import type { Database } from '../database.ts';
import { toProcedureSheetRow } from '../tables/procedure-sheets.ts';
import { beside, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

export const procedureSheets = {
  // Where it replaces none, the unique key of the action refuses a second sheet.
  'procedure-sheet-saved': premised(['choice-as-read'], (database, { sheet, parts, replaces }) => [
    ...(replaces === undefined ? [] : removeAsRead(database, replaces)),
    database.db.insertInto('procedure_sheet').values(toProcedureSheetRow(sheet)).compile(),
    ...parts.map((content, position) =>
      database.db.insertInto('procedure_part').values({ sheet_id: sheet.id, position, content }).compile(),
    ),
  ]),
  'procedure-sheet-removed': premised(['choice-as-read'], (database, { id }) => removeAsRead(database, id)),
  'procedure-sheet-moved': beside(['records-as-read'], ({ db }, { from, to }) => [
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

function removeAsRead(database: Database, id: string): Queries {
  const { db } = database;
  return [
    premise(database, 'choice-as-read', db.selectFrom('procedure_sheet').select('id').where('id', '=', id)),
    db.deleteFrom('procedure_part').where('sheet_id', '=', id).compile(),
    db.deleteFrom('procedure_sheet').where('id', '=', id).compile(),
  ];
}

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
