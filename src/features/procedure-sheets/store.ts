import {
  beside,
  newKey,
  type Queries,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { isOf } from '../../adapters/storage/engagements/authorisations.ts';
import { is } from '../../adapters/storage/invariants/badge-conditions.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { readAll, readColumn, readFirst } from '../../adapters/storage/mapping/queries.ts';
import type { Tables } from '../../adapters/storage/mapping/tables.ts';
import type { ProcedureSheet, ProcedureSheetChange, ProcedureSheetReader } from './feature.ts';

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

export const procedureSheetWriters = {
  // Where it replaces none, the unique key of the action refuses a second sheet.
  'procedure-sheet-saved': newKey(
    (database, { sheet, parts, replaces }) => [
      ...(replaces === undefined ? [] : removeAsRead(database, replaces)),
      database.db.insertInto('procedure_sheet').values(toRow(sheet)).compile(),
      ...parts.map((content, position) =>
        database.db.insertInto('procedure_part').values({ sheet_id: sheet.id, position, content }).compile(),
      ),
    ],
    ['choice-as-read'],
  ),
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

export const procedureSheetChecks = {
  'kept-counts': [
    {
      from: 'procedure_sheet',
      key: 'id',
      wrong: is('it.parts <> (select count(*) from procedure_part where procedure_part.sheet_id = it.id)'),
    },
  ],
  'nothing-ahead': [notAhead('procedure_sheet', 'id', 'kept_at')],
} satisfies InvariantChecks;

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
