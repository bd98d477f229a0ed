import type { Selectable } from 'kysely';
import type { ImportLogReader, UndoCount } from '../../../application/store/import-log-reader.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { ImportBatch, ImportEntry, ImportRun, UndoLine } from '../../../domain/upload/import-log.ts';
import type { Database } from '../database.ts';
import { withoutNulls } from '../tables/columns.ts';
import type { ImportBatchTable, ImportChangeTable, ImportRunTable } from '../tables/import-log.ts';
import { readReferredTo } from './referred-to.ts';

/** Reads what is kept of imports, and what rests on their records. */
export function makeImportLogReader(database: Database): ImportLogReader {
  const { db, capabilities } = database;
  return {
    readImportRuns: async (limit) => {
      const runs = db.selectFrom('import_run').selectAll().orderBy('begun_at', 'desc').limit(limit);
      return (await runs.execute()).map(fromRunRow);
    },
    readImportRun: async (id) => {
      const row = await db.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRunRow(row);
    },
    countImportBatches: async (importId) => {
      const batches = db.selectFrom('import_batch').select((eb) => eb.fn.countAll().as('count'));
      return Number((await batches.where('import_id', '=', importId).executeTakeFirstOrThrow()).count);
    },
    readImportBatch: async (importId, before) => {
      const row = await db
        .selectFrom('import_batch')
        .selectAll()
        .where('import_id', '=', importId)
        .$if(before !== undefined, (batches) => batches.where('position', '<', before ?? 0))
        .orderBy('position', 'desc')
        .executeTakeFirst();
      return row && fromBatchRow(row);
    },
    readUndoLines: async (importId, { verdict, before, limit }) => {
      const rows = await db
        .selectFrom('import_change')
        .selectAll()
        .where('import_id', '=', importId)
        .where('verdict', '=', verdict)
        .$if(before !== undefined, (lines) => lines.where('position', '<', before ?? 0))
        .orderBy('position', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromLineRow);
    },
    countUndoLines: (importId) => countUndoLines(database, importId),
    readSignedInAmong: async (ids) => {
      const identities = db.selectFrom('identity').select('person_id').distinct();
      const rows = await identities.where('person_id', 'in', capabilities.listOf(ids)).execute();
      return rows.map((row) => row.person_id);
    },
    readReferredTo: (importId, kind, keys) => readReferredTo(database, { importId, kind, keys }),
    readOnPaperSince: (since, among) => readOnPaperSince(database, since, among),
  };
}

async function countUndoLines({ db }: Database, importId: string): Promise<readonly UndoCount[]> {
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

function fromRunRow(row: Selectable<ImportRunTable>): ImportRun {
  const { id, actor, begun_at: begunAt, undone_at: at, undone_by: by } = row;
  return { id, actor, begunAt, ...(at !== null && by !== null && { undone: { at, by } }) };
}

function fromBatchRow(row: Selectable<ImportBatchTable>): ImportBatch {
  const entries = JSON.parse(row.entries) as readonly [string, string, ImportEntry['before']?][];
  return {
    importId: row.import_id,
    position: row.position,
    kind: row.kind,
    entries: entries.map(([key, after, before]) => ({ key, after, ...(before && { before }) })),
  };
}

function fromLineRow(row: Selectable<ImportChangeTable>): UndoLine {
  return withoutNulls({
    position: row.position,
    kind: row.kind,
    entry: JSON.parse(row.entry) as ImportEntry,
    verdict: row.verdict,
    reason: row.reason,
  });
}
