import type { Selectable } from 'kysely';
import type { UploadReader } from '../../application/store/file-readers.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { ColumnMatch, ColumnMatchChange } from '../../domain/upload/column-match.ts';
import type {
  Upload,
  UploadChange,
  UploadedFile,
  UploadLine,
  UploadReport,
} from '../../domain/upload/upload.ts';
import { flag, withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { excluded } from './insert.ts';
import type { ColumnMatchTable, UploadLineTable, UploadTable } from './tables.ts';
import { asStored, lastWord, newKey, type Writers } from './writer.ts';

export function toColumnMatchRow(it: ColumnMatch): ColumnMatchTable {
  return {
    person_id: it.personId,
    fingerprint: it.fingerprint,
    kind: it.kind,
    titles: JSON.stringify(it.titles),
    columns: JSON.stringify(it.columns),
    made_at: it.madeAt,
  };
}

export function fromColumnMatchRow(row: ColumnMatchTable): ColumnMatch {
  return {
    personId: row.person_id,
    fingerprint: row.fingerprint,
    kind: row.kind,
    titles: JSON.parse(row.titles) as readonly string[],
    columns: JSON.parse(row.columns) as Readonly<Record<string, number>>,
    madeAt: row.made_at,
  };
}

/** Reads files that wait to be imported, and the outcome of each of their lines. */
export function makeUploadReader({ db }: Database): UploadReader {
  return {
    readUpload: async (id, at) => {
      const uploads = db.selectFrom('upload').selectAll().where('id', '=', id);
      const row = await uploads.where('expires_at', '>', at).executeTakeFirst();
      return row && fromUploadRow(row);
    },
    readColumnMatches: async (personId) => {
      const matches = db.selectFrom('column_match').selectAll().where('person_id', '=', personId);
      const rows = await matches.orderBy('made_at', 'desc').orderBy('fingerprint').execute();
      return rows.map(fromColumnMatchRow);
    },
    readUploadPart: async (id, { file, position }) => {
      const parts = db.selectFrom('upload_part').select('content').where('upload_id', '=', id);
      const row = await parts.where('file', '=', file).where('position', '=', position).executeTakeFirst();
      return row?.content;
    },
    readUploadLines: async (id, { after, limit, outcome, file, remarked }) => {
      const rows = await db
        .selectFrom('upload_line')
        .selectAll()
        .where('upload_id', '=', id)
        .where('position', '>', after ?? -1)
        .$if(outcome !== undefined, (lines) => lines.where('outcome', '=', outcome ?? 'noted'))
        .$if(file !== undefined, (lines) => lines.where('file', '=', file ?? ''))
        .$if(remarked === true, (lines) => lines.where('remarked', '=', 1))
        .orderBy('position')
        .limit(limit)
        .execute();
      return rows.map(fromLineRow);
    },
  };
}

function fromUploadRow(row: Selectable<UploadTable>): Upload {
  return withoutNulls({
    id: row.id,
    ownerId: row.owner_id,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    files: JSON.parse(row.files) as readonly UploadedFile[],
    report: JSON.parse(row.report) as UploadReport,
    importedAt: row.imported_at,
    event: row.event,
  });
}

function fromLineRow(row: Selectable<UploadLineTable>): UploadLine {
  const { differences, remarks } = JSON.parse(row.details) as Pick<UploadLine, 'differences' | 'remarks'>;
  return {
    position: row.position,
    file: row.file,
    line: row.line,
    outcome: row.outcome,
    differences,
    remarks,
  };
}

export const uploads = {
  'upload-added': newKey(({ db }, { upload }) => [
    db.insertInto('upload').values(toUploadRow(upload)).compile(),
  ]),
  'upload-parts-added': newKey(({ db }, { uploadId, parts }) =>
    parts.map((part) =>
      db
        .insertInto('upload_part')
        .values({ upload_id: uploadId, ...part })
        .compile(),
    ),
  ),
  /** An upload can be imported again on purpose; the page then shows what the latest import did. */
  'upload-imported': lastWord('dane', ({ db }, { id, report, at }) => {
    const done = { report: JSON.stringify(report), imported_at: at };
    return [db.updateTable('upload').set(done).where('id', '=', id).compile()];
  }),
  'upload-lines-added': lastWord('reading', ({ db }, { uploadId, expiresAt, lines }) =>
    lines.map((line) => {
      const row = toLineRow(line, expiresAt);
      // An import that is asked for twice at once writes the same lines twice.
      return db
        .insertInto('upload_line')
        .values({ upload_id: uploadId, position: line.position, ...row })
        .onConflict((on) => on.columns(['upload_id', 'position']).doUpdateSet(excluded(row)))
        .compile();
    }),
  ),
  'upload-lines-forgotten': asStored(({ db }, { uploadId }) => [
    db.deleteFrom('upload_line').where('upload_id', '=', uploadId).compile(),
  ]),
  'uploads-forgotten': asStored(({ db }, { at }) => {
    // Parts may have come after an erasure deleted their upload.
    const kept = db.selectFrom('upload').select('id').where('expires_at', '>', at);
    return [
      db.deleteFrom('upload_part').where('upload_id', 'not in', kept).compile(),
      db.deleteFrom('upload_line').where('expires_at', '<=', at).compile(),
      db.deleteFrom('upload').where('expires_at', '<=', at).compile(),
    ];
  }),
} satisfies Writers<UploadChange>;

function toUploadRow(upload: Upload) {
  return {
    id: upload.id,
    owner_id: upload.ownerId,
    made_at: upload.madeAt,
    expires_at: upload.expiresAt,
    files: JSON.stringify(upload.files),
    report: JSON.stringify(upload.report),
    imported_at: upload.importedAt ?? null,
    event: upload.event ?? null,
  };
}

function toLineRow({ file, line, outcome, differences, remarks }: UploadLine, expiresAt: Instant) {
  return {
    file,
    line,
    outcome,
    remarked: flag(remarks.length > 0),
    details: JSON.stringify({ differences, remarks }),
    expires_at: expiresAt,
  };
}

export const columnMatches = {
  'column-match-saved': lastWord('dane', ({ db }, { match }) => {
    const row = toColumnMatchRow(match);
    const { person_id: _person, fingerprint: _header, ...said } = row;
    const insert = db.insertInto('column_match').values(row);
    return [
      insert
        .onConflict((on) => on.columns(['person_id', 'fingerprint']).doUpdateSet(excluded(said)))
        .compile(),
    ];
  }),
  'column-match-forgotten': asStored(({ db }, { personId, fingerprint }) => [
    db
      .deleteFrom('column_match')
      .where('person_id', '=', personId)
      .where('fingerprint', '=', fingerprint)
      .compile(),
  ]),
} satisfies Writers<ColumnMatchChange>;
