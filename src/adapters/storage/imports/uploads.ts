import type { UploadReader } from '../../../application/store/file-readers.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import type { ColumnMatch, ColumnMatchChange } from '../../../domain/upload/column-match.ts';
import type { Upload, UploadChange, UploadLine } from '../../../domain/upload/types.ts';
import { lastWriteWins, newKey, sweep, touchesOne, type Writers } from '../commit/change-writer.ts';
import { flag } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert, excluded } from '../mapping/insert.ts';
import { readAll } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

const uploadTable = recordTable<Upload>()('upload', ['id'], {
  columns: ['id', 'ownerId', 'madeAt', 'expiresAt', 'files', 'report', 'importedAt', 'event'],
  json: ['files', 'report'],
});

const matchTable = recordTable<ColumnMatch>()('column_match', ['personId', 'fingerprint'], {
  columns: ['personId', 'fingerprint', 'kind', 'titles', 'columns', 'madeAt'],
  json: ['titles', 'columns'],
});

/** Reads files that wait to be imported, and the outcome of each of their lines. */
export function makeUploadReader({ db }: Database): UploadReader {
  return {
    readUpload: (id, at) => {
      const uploads = uploadTable.select(db).where('id', '=', id);
      return uploadTable.first(uploads.where('expires_at', '>', at));
    },
    readColumnMatches: (personId) => {
      const all = matchTable.select(db);
      const matches = personId === undefined ? all : all.where('person_id', '=', personId);
      return matchTable.all(matches.orderBy('made_at', 'desc').orderBy('fingerprint'));
    },
    readUploadChunk: async (id, { file, position }) => {
      const parts = db.selectFrom('upload_part').select('content').where('upload_id', '=', id);
      const row = await parts.where('file', '=', file).where('position', '=', position).executeTakeFirst();
      return row?.content;
    },
    readUploadLines: (id, { after, limit, outcome, file, remarked }) =>
      readAll(
        db
          .selectFrom('upload_line')
          .selectAll()
          .where('upload_id', '=', id)
          .where('position', '>', after ?? -1)
          .$if(outcome !== undefined, (lines) => lines.where('outcome', '=', outcome ?? 'noted'))
          .$if(file !== undefined, (lines) => lines.where('file', '=', file ?? ''))
          .$if(remarked === true, (lines) => lines.where('remarked', '=', 1))
          .orderBy('position')
          .limit(limit),
        fromUploadLineRow,
      ),
  };
}

function fromUploadLineRow(row: Tables['upload_line']): UploadLine {
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
  'upload-added': newKey(({ db }, { upload }) => [uploadTable.insert(db, upload)]),
  'upload-parts-added': newKey(({ db }, { uploadId, parts }) =>
    parts.map((part) =>
      db
        .insertInto('upload_part')
        .values({ upload_id: uploadId, ...part })
        .compile(),
    ),
  ),
  /** An upload can be imported again on purpose; the page then shows what the latest import did. */
  'upload-imported': touchesOne(
    ({ db }, { id }) => uploadTable.locate(db, { id }),
    ({ db }, { id, report, at }) => [uploadTable.set(db, { id }, { report, importedAt: at })],
  ),
  'upload-lines-added': lastWriteWins('reading', ({ db }, { uploadId, expiresAt, lines }) =>
    lines.map((line) => {
      const row = toUploadLineRow(line, expiresAt);
      // An import that is asked for twice at once writes the same lines twice.
      return compileInsert(
        db
          .insertInto('upload_line')
          .values({ upload_id: uploadId, position: line.position, ...row })
          .onConflict((on) => on.columns(['upload_id', 'position']).doUpdateSet(excluded(row))),
      );
    }),
  ),
  'upload-lines-forgotten': sweep('upload-lines-forgotten', ({ db }, { uploadId }) => [
    db.deleteFrom('upload_line').where('upload_id', '=', uploadId).compile(),
  ]),
  'uploads-forgotten': sweep('uploads-forgotten', ({ db }, { at }) => {
    // Parts may have come after an erasure deleted their upload.
    const saved = db.selectFrom('upload').select('id').where('expires_at', '>', at);
    return [
      db.deleteFrom('upload_part').where('upload_id', 'not in', saved).compile(),
      db.deleteFrom('upload_line').where('expires_at', '<=', at).compile(),
      db.deleteFrom('upload').where('expires_at', '<=', at).compile(),
    ];
  }),
} satisfies Writers<UploadChange>;

function toUploadLineRow({ file, line, outcome, differences, remarks }: UploadLine, expiresAt: Instant) {
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
  'column-match-saved': lastWriteWins('dane', ({ db }, { match }) => [matchTable.save(db, match)]),
  'column-match-forgotten': touchesOne(
    ({ db }, match) => matchTable.locate(db, match),
    ({ db }, match) => [matchTable.remove(db, match)],
  ),
} satisfies Writers<ColumnMatchChange>;
