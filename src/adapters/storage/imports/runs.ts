import type { ImportLogReader, UndoCount } from '../../../application/store/file-readers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { ImportBatch, ImportEntry, ImportRun, UndoRecord } from '../../../domain/upload/import-log.ts';
import { withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { countRows, readAll, readColumn, readFirst } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';
import { readReferredTo } from '../people/referred-to.ts';

export const runTable = recordTable<ImportRun>()('import_run', ['id'], {
  columns: ['id', 'actor', 'begunAt', 'undone'],
});

/** Reads what is kept of imports, and what rests on their records. */
export function makeImportLogReader(database: Database): ImportLogReader {
  const { db, capabilities } = database;
  return {
    readImportRuns: (limit) => {
      const runs = runTable.select(db).orderBy('begun_at', 'desc').limit(limit);
      return runTable.all(runs);
    },
    readImportRun: (id) => runTable.find(db, { id }),
    countImportBatches: (importId) =>
      countRows(db.selectFrom('import_batch').where('import_id', '=', importId)),
    readImportBatch: (importId, before) =>
      readFirst(
        db
          .selectFrom('import_batch')
          .selectAll()
          .where('import_id', '=', importId)
          .$if(before !== undefined, (batches) => batches.where('position', '<', before ?? 0))
          .orderBy('position', 'desc'),
        fromBatchRow,
      ),
    readUndoRecords: (importId, { verdict, before, limit }) =>
      readAll(
        db
          .selectFrom('import_change')
          .selectAll()
          .where('import_id', '=', importId)
          .where('verdict', '=', verdict)
          .$if(before !== undefined, (lines) => lines.where('position', '<', before ?? 0))
          .orderBy('position', 'desc')
          .limit(limit),
        fromUndoRecordRow,
      ),
    countUndoRecords: (importId) => countUndoRecords(database, importId),
    readSignedInAmong: (ids) => {
      const identities = db.selectFrom('identity').select('person_id').distinct();
      return readColumn(identities.where('person_id', 'in', capabilities.listOf(ids)), 'person_id');
    },
    readReferredTo: (importId, kind, keys) => readReferredTo(database, { importId, kind, keys }),
    readOnPaperSince: (since, among) => readOnPaperSince(database, since, among),
  };
}

async function countUndoRecords({ db }: Database, importId: string): Promise<readonly UndoCount[]> {
  const rows = await db
    .selectFrom('import_change')
    .select((eb) => ['kind', 'created', 'verdict', 'reason', eb.fn.countAll().as('count')])
    .where('import_id', '=', importId)
    .groupBy(['kind', 'created', 'verdict', 'reason'])
    .execute();
  return rows.map(({ kind, created, verdict, reason, count }) =>
    withoutNulls({ kind, created: created === 1, verdict, count: Number(count), reason }),
  );
}

async function readOnPaperSince(
  { db, capabilities }: Database,
  since: Instant,
  { personIds, uais }: Parameters<ImportLogReader['readOnPaperSince']>[1],
): ReturnType<ImportLogReader['readOnPaperSince']> {
  const papers = db.selectFrom('paper').select(['person_id', 'uai']).where('made_at', '>=', since);
  const rows = await papers
    .where((eb) =>
      eb.or([
        eb('person_id', 'in', capabilities.listOf(personIds)),
        eb.and([eb('person_id', 'is', null), eb('uai', 'in', capabilities.listOf(uais))]),
      ]),
    )
    .distinct()
    .execute();
  return {
    personIds: rows.flatMap((row): readonly PersonId[] => (row.person_id ? [row.person_id] : [])),
    uais: rows.flatMap((row): readonly Uai[] => (row.person_id ? [] : [row.uai])),
  };
}

function fromBatchRow(row: Tables['import_batch']): ImportBatch {
  const entries = JSON.parse(row.entries) as readonly [string, string, ImportEntry['before']?][];
  return {
    importId: row.import_id,
    position: row.position,
    kind: row.kind,
    entries: entries.map(([key, after, before]) => ({ key, after, ...(before && { before }) })),
  };
}

function fromUndoRecordRow(row: Tables['import_change']): UndoRecord {
  return withoutNulls({
    position: row.position,
    kind: row.kind,
    entry: JSON.parse(row.entry) as ImportEntry,
    verdict: row.verdict,
    reason: row.reason,
  });
}
