import type { Selectable } from 'kysely';
import type { UploadReader } from '../../../application/store/upload-reader.ts';
import type { Upload, UploadedFile, UploadLine, UploadReport } from '../../../domain/upload/upload.ts';
import type { Database } from '../database.ts';
import { fromColumnMatchRow } from '../tables/column-matches.ts';
import { withoutNulls } from '../tables/columns.ts';
import type { UploadLineTable, UploadTable } from '../tables/uploads.ts';

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
