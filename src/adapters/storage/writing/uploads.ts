import type { ChangeOf } from '../../../domain/change/change.ts';
import type { UploadChange } from '../../../domain/work/upload.ts';
import type { Database } from '../database.ts';
import { excluded } from './excluded.ts';
import type { Queries, Writers } from './writer.ts';

export const uploads = {
  'upload-added': addUpload,
  'upload-imported': ({ db }, { id, report, at }) => {
    const done = { report: JSON.stringify(report), imported_at: at };
    return [db.updateTable('upload').set(done).where('id', '=', id).compile()];
  },
  'upload-lines-added': addLines,
  'upload-lines-forgotten': ({ db }, { uploadId }) => [
    db.deleteFrom('upload_line').where('upload_id', '=', uploadId).compile(),
  ],
  'uploads-forgotten': ({ db }, { at }) => {
    const over = db.selectFrom('upload').select('id').where('expires_at', '<=', at);
    return [
      db.deleteFrom('upload_part').where('upload_id', 'in', over).compile(),
      db.deleteFrom('upload_line').where('expires_at', '<=', at).compile(),
      db.deleteFrom('upload').where('expires_at', '<=', at).compile(),
    ];
  },
} satisfies Writers<UploadChange>;

function addUpload({ db }: Database, { upload, parts }: ChangeOf<'upload-added'>): Queries {
  const row = {
    id: upload.id,
    owner_id: upload.ownerId,
    made_at: upload.madeAt,
    expires_at: upload.expiresAt,
    files: JSON.stringify(upload.files),
    report: JSON.stringify(upload.report),
    imported_at: upload.importedAt ?? null,
  };
  const toPart = (part: (typeof parts)[number]) =>
    db
      .insertInto('upload_part')
      .values({ upload_id: upload.id, ...part })
      .compile();
  return [db.insertInto('upload').values(row).compile(), ...parts.map(toPart)];
}

function addLines({ db }: Database, { uploadId, expiresAt, lines }: ChangeOf<'upload-lines-added'>): Queries {
  return lines.map(({ position, file, line, outcome, differences, remarks }) => {
    const row = {
      file,
      line,
      outcome,
      remarked: remarks.length > 0 ? (1 as const) : (0 as const),
      details: JSON.stringify({ differences, remarks }),
      expires_at: expiresAt,
    };
    // Asked twice at once, an import says twice the same.
    return db
      .insertInto('upload_line')
      .values({ upload_id: uploadId, position, ...row })
      .onConflict((on) => on.columns(['upload_id', 'position']).doUpdateSet(excluded(row)))
      .compile();
  });
}
