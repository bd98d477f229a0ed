import type { CompiledQuery } from 'kysely';
import type { DaneDataChange } from '../../../domain/change/dane-data-change.ts';
import type { Database } from '../database.ts';
import { excluded } from './excluded.ts';

type Of<Kind> = Extract<DaneDataChange, { readonly kind: Kind }>;

/** Uploads, attendance, sign-in sheets and settings. */
export function writeDaneData(database: Database, change: DaneDataChange): readonly CompiledQuery[] {
  const { db } = database;
  switch (change.kind) {
    case 'upload-added':
      return addUpload(database, change);
    case 'upload-imported': {
      const done = { report: JSON.stringify(change.report), imported_at: change.at };
      return [db.updateTable('upload').set(done).where('id', '=', change.id).compile()];
    }
    case 'upload-lines-added':
      return addLines(database, change);
    case 'upload-lines-forgotten':
      return [db.deleteFrom('upload_line').where('upload_id', '=', change.uploadId).compile()];
    case 'uploads-forgotten': {
      const over = db.selectFrom('upload').select('id').where('expires_at', '<=', change.at);
      return [
        db.deleteFrom('upload_part').where('upload_id', 'in', over).compile(),
        db.deleteFrom('upload_line').where('expires_at', '<=', change.at).compile(),
        db.deleteFrom('upload').where('expires_at', '<=', change.at).compile(),
      ];
    }
    case 'attendance-removed': {
      const gone = db.deleteFrom('attendance').where('person_id', '=', change.personId);
      return [gone.where('event_code', '=', change.eventCode).compile()];
    }
    case 'attendance-signed':
      return [signAttendance(database, change)];
    case 'event-sheet-opened':
      return [openSheet(database, change)];
    case 'event-sheet-closed': {
      const closed = db.updateTable('event_sheet').set({ closes_at: change.at });
      return [closed.where('secret', '=', change.secret).where('closes_at', '>', change.at).compile()];
    }
    case 'setting-changed':
      return [changeSetting(database, change)];
  }
}

function addUpload({ db }: Database, { upload, parts }: Of<'upload-added'>): readonly CompiledQuery[] {
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

function addLines(
  { db }: Database,
  { uploadId, expiresAt, lines }: Of<'upload-lines-added'>,
): readonly CompiledQuery[] {
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

function signAttendance({ db }: Database, { personId, eventCode }: Of<'attendance-signed'>): CompiledQuery {
  return db
    .insertInto('attendance')
    .values({ person_id: personId, event_code: eventCode, hours: null, proof: 1 })
    .onConflict((on) =>
      on.columns(['person_id', 'event_code']).doUpdateSet({ proof: 1 }).where('attendance.proof', '<', 1),
    )
    .compile();
}

function openSheet({ db }: Database, { sheet }: Of<'event-sheet-opened'>): CompiledQuery {
  const row = {
    secret: sheet.secret,
    event_code: sheet.eventCode,
    opens_at: sheet.opensAt,
    closes_at: sheet.closesAt,
    made_at: sheet.madeAt,
    made_by: sheet.madeBy,
  };
  return db.insertInto('event_sheet').values(row).compile();
}

function changeSetting({ db }: Database, { name, value, at, by }: Of<'setting-changed'>): CompiledQuery {
  const set = { value, changed_at: at, changed_by: by };
  return db
    .insertInto('setting')
    .values({ name, ...set })
    .onConflict((on) => on.column('name').doUpdateSet(excluded(set)))
    .compile();
}
