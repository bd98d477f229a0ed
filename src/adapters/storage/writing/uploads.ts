import type { Instant } from '../../../domain/time/time.ts';
import type { Upload, UploadChange, UploadLine } from '../../../domain/upload/upload.ts';
import { flag } from '../tables/columns.ts';
import { excluded } from './excluded.ts';
import { asStored, lastWord, newKey } from './guard.ts';
import type { Writers } from './writer.ts';

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
