import type { ExpressionBuilder } from 'kysely';
import type { ProcedureSheetReader } from '../../../application/store/school-readers.ts';
import type { AuthorisationKey } from '../../../domain/engagement/authorisation-key.ts';
import type { Authorisation, AuthorisationChange } from '../../../domain/records.ts';
import type { ProcedureSheet, ProcedureSheetChange } from '../../../features/procedure-sheets/feature.ts';
import { beside, newKey, type Queries, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { readAll, readColumn, readFirst } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

function toRow({ id, action, content, keptBy, keptAt }: ProcedureSheet): Tables['procedure_sheet'] {
  const isFile = content.kind === 'file';
  return {
    id,
    uai: action.uai,
    mission: action.mission,
    local_authority: action.localAuthority,
    starts_on: action.period.from,
    url: isFile ? null : content.url,
    size_bytes: isFile ? content.sizeBytes : null,
    parts: isFile ? content.parts : 0,
    kept_by: keptBy,
    kept_at: keptAt,
  };
}

function fromRow(row: Tables['procedure_sheet']): ProcedureSheet {
  return {
    id: row.id,
    action: {
      uai: row.uai,
      mission: row.mission,
      localAuthority: row.local_authority,
      period: { from: row.starts_on },
    },
    content:
      row.url === null
        ? { kind: 'file', sizeBytes: row.size_bytes ?? 0, parts: row.parts }
        : { kind: 'link', url: row.url },
    keptBy: row.kept_by,
    keptAt: row.kept_at,
  };
}

export function makeProcedureSheetReader({ db }: Database): ProcedureSheetReader {
  const sheets = () => db.selectFrom('procedure_sheet').selectAll();
  return {
    readProcedureSheets: (uai) =>
      readAll(sheets().where('uai', '=', uai).orderBy('mission').orderBy('starts_on'), fromRow),
    readProcedureSheet: (id) => readFirst(sheets().where('id', '=', id), fromRow),
    readProcedureChunks: (id) => {
      const parts = db.selectFrom('procedure_part').select('content').where('sheet_id', '=', id);
      return readColumn(parts.orderBy('position'), 'content');
    },
  };
}

export const procedureSheets = {
  // Where it replaces none, the unique key of the action refuses a second sheet.
  'procedure-sheet-saved': withPrecondition(['choice-as-read'], (database, { sheet, parts, replaces }) => [
    ...(replaces === undefined ? [] : removeAsRead(database, replaces)),
    database.db.insertInto('procedure_sheet').values(toRow(sheet)).compile(),
    ...parts.map((content, position) =>
      database.db.insertInto('procedure_part').values({ sheet_id: sheet.id, position, content }).compile(),
    ),
  ]),
  'procedure-sheet-removed': withPrecondition(['choice-as-read'], (database, { id }) =>
    removeAsRead(database, id),
  ),
  'procedure-sheet-moved': beside(['records-as-read'], ({ db }, { from, to }) => [
    db
      .updateTable('procedure_sheet')
      .set({ mission: to.mission, local_authority: to.localAuthority, starts_on: to.period.from })
      .where(isOf(from))
      .compile(),
  ]),
} satisfies Writers<ProcedureSheetChange>;

function removeAsRead(database: Database, id: string): Queries {
  const { db } = database;
  return [
    precondition(
      database,
      'choice-as-read',
      db.selectFrom('procedure_sheet').select('id').where('id', '=', id),
    ),
    db.deleteFrom('procedure_part').where('sheet_id', '=', id).compile(),
    db.deleteFrom('procedure_sheet').where('id', '=', id).compile(),
  ];
}

/** Removes the sheet of an action, with the parts of its file. */
function removeProcedureSheet({ db }: Pick<Database, 'db'>, action: AuthorisationKey): Queries {
  const ids = db.selectFrom('procedure_sheet').select('id').where(isOf(action));
  return [
    db.deleteFrom('procedure_part').where('sheet_id', 'in', ids).compile(),
    db.deleteFrom('procedure_sheet').where(isOf(action)).compile(),
  ];
}

function isOf({ uai, mission, localAuthority, period }: AuthorisationKey) {
  return ({ and }: ExpressionBuilder<Tables, 'procedure_sheet'>) =>
    and({ uai, mission, local_authority: localAuthority, starts_on: period.from });
}

/** Actions of local authorities that a school takes part in. */
export const authorisationTable = recordTable<Authorisation>()(
  'authorisation',
  ['uai', 'mission', 'localAuthority', 'period.from'],
  { columns: ['uai', 'mission', 'localAuthority', 'period', 'convention'] },
);

export const authorisations = {
  'authorisation-added': newKey(({ db }, { authorisation }) => [
    authorisationTable.insert(db, authorisation),
  ]),
  'authorisation-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      authorisationTable.saveAll(
        db,
        run.map(({ authorisation }) => authorisation),
      ),
  }),
  'authorisation-removed': beside(['records-as-read'], ({ db }, { authorisation }) => [
    ...removeProcedureSheet({ db }, authorisation),
    authorisationTable.remove(db, authorisation),
  ]),
} satisfies Writers<AuthorisationChange>;
