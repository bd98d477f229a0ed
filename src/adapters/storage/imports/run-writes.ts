import { sql } from 'kysely';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Event,
  Person,
  ProgressReview,
  School,
} from '../../../domain/records.ts';
import type { ImportEntry, ImportLogChange, UndoRecord } from '../../../domain/upload/import-log.ts';
import { attendanceTable } from '../activities/events.ts';
import { reviewTable } from '../activities/reviews.ts';
import {
  asStored,
  newKey,
  type Queries,
  sweep,
  touchesOne,
  type Writers,
  withPrecondition,
} from '../commit/change-writer.ts';
import { stillAsRead } from '../commit/unchanged-since-read.ts';
import { authorisationTable } from '../engagements/authorisations.ts';
import { deleteEngagements } from '../engagements/writes.ts';
import { flag } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert } from '../mapping/insert.ts';
import { runTable } from './runs.ts';

/** Writes what is kept of imports, and undoes them. */
export const importLog = {
  'import-begun': asStored(({ db }, { run }) => [
    compileInsert(
      db
        .insertInto('import_run')
        .values(runTable.toRow(run))
        .onConflict((on) => on.doNothing()),
    ),
  ]),
  'import-logged': newKey(({ db }, { batch: { importId, position, kind, entries } }) => {
    const row = { import_id: importId, position, kind, entries: JSON.stringify(entries.map(toList)) };
    return [db.insertInto('import_batch').values(row).compile()];
  }),
  'undo-lines-forgotten': sweep('undo-lines-forgotten', ({ db }, { importId }) => [
    db
      .deleteFrom('import_change')
      .where('import_id', '=', importId)
      .where('verdict', '<>', 'undone')
      .compile(),
  ]),
  'undo-lines-saved': sweep('undo-lines-saved', saveVerdicts),
  'records-as-read': withPrecondition(['choice-as-read'], (database, { of, records }) =>
    stillAsRead(database, of, records as readonly never[]),
  ),
  'records-unmade': withPrecondition(['choice-as-read'], (database, unmade) => [
    ...stillAsRead(database, unmade.of, unmade.records as readonly never[]),
    ...unmake(database, unmade),
  ]),
  'import-undone': touchesOne(
    ({ db }, { importId }) => db.selectFrom('import_run').select('id').where('id', '=', importId),
    ({ db }, { importId, at, by }) => [
      db.updateTable('import_run').set({ undone_at: at, undone_by: by }).where('id', '=', importId).compile(),
      // What stayed is on its lines, so the records from before the import can be deleted.
      db.deleteFrom('import_batch').where('import_id', '=', importId).compile(),
    ],
  ),
  'imports-forgotten': sweep('imports-forgotten', ({ db }, { before }) => {
    const work = db.selectFrom('job').select('command').where('finished_at', 'is', null);
    const needed = work
      .where('kind', 'in', ['check-import', 'undo-import'])
      .where('command', '=', sql<string>`'{"importId":"' || import_run.id || '"}'`);
    const old = db
      .selectFrom('import_run')
      .select('id')
      .where('begun_at', '<', before)
      .where((eb) => eb.not(eb.exists(needed)));
    return [
      db.deleteFrom('import_change').where('import_id', 'in', old).compile(),
      db.deleteFrom('import_batch').where('import_id', 'in', old).compile(),
      db.deleteFrom('import_run').where('id', 'in', old).compile(),
    ];
  }),
} satisfies Writers<ImportLogChange>;

function toList({ key, after, before }: ImportEntry): readonly unknown[] {
  return before ? [key, after, before] : [key, after];
}

/** All lines of a step in one statement. */
function saveVerdicts(
  { db, capabilities }: Database,
  { importId, lines }: { readonly importId: string; readonly lines: readonly UndoRecord[] },
): Queries {
  if (lines.length === 0) return [];
  const rows = lines.map(({ position, kind, entry, verdict, reason }) => ({
    ...{ position: String(position), kind, key: entry.key, entry: JSON.stringify(entry) },
    ...{ created: String(flag(entry.before === undefined)), verdict, ...(reason && { reason }) },
  }));
  const text = (name: string) => sql<never>`line.value ->> ${sql.lit(name)}`;
  const number = (name: string) => sql<never>`cast(line.value ->> ${sql.lit(name)} as integer)`;
  const columns = [
    ...(['import_id', 'position', 'kind', 'record_key', 'entry', 'created', 'verdict', 'reason'] as const),
  ];
  return [
    db
      .insertInto('import_change')
      .columns(columns)
      .expression(
        db
          .selectFrom(capabilities.objectsOf(rows).as('line'))
          .select([
            sql<never>`cast(${importId} as text)`.as('import_id'),
            number('position').as('position'),
            text('kind').as('kind'),
            text('key').as('record_key'),
            text('entry').as('entry'),
            number('created').as('created'),
            text('verdict').as('verdict'),
            text('reason').as('reason'),
          ])
          .where(sql<boolean>`true`),
      )
      .onConflict((on) =>
        on
          .columns(['import_id', 'position'])
          .doUpdateSet((eb) => ({ verdict: eb.ref('excluded.verdict'), reason: eb.ref('excluded.reason') }))
          .where('import_change.verdict', '<>', 'undone'),
      )
      .compile(),
  ];
}

type Unmade = Extract<ImportLogChange, { readonly kind: 'records-unmade' }>;

function unmake(database: Database, { of, records }: Unmade): Queries {
  const { db, capabilities } = database;
  switch (of) {
    case 'establishment': {
      const uais = capabilities.listOf((records as readonly School[]).map(({ uai }) => uai));
      // The figures of the school are measured from its records, so they are deleted too.
      const tables = ['establishment_coverage', 'coverage_on_day', 'establishment'] as const;
      return tables.map((table) => db.deleteFrom(table).where('uai', 'in', uais).compile());
    }
    case 'person':
      return unmakePeople(database, records as readonly Person[]);
    case 'event': {
      const codes = (records as readonly Event[]).map(({ code }) => code);
      return [db.deleteFrom('event').where('code', 'in', capabilities.listOf(codes)).compile()];
    }
    case 'engagement':
      return deleteEngagements(
        database,
        (records as readonly Engagement[]).map(({ reference }) => reference),
      );
    case 'contribution': {
      const references = capabilities.listOf(
        (records as readonly Contribution[]).map(({ reference }) => reference),
      );
      return [db.deleteFrom('contribution').where('reference', 'in', references).compile()];
    }
    case 'authorisation':
      return (records as readonly Authorisation[]).map((it) => authorisationTable.remove(db, it));
    case 'attendance':
      return (records as readonly Attendance[]).map((it) => attendanceTable.remove(db, it));
    case 'review':
      return (records as readonly ProgressReview[]).map((it) => reviewTable.remove(db, it));
  }
}

function unmakePeople({ db, capabilities }: Database, people: readonly Person[]): Queries {
  const ids = capabilities.listOf(people.map(({ id }) => id));
  return [
    db
      .deleteFrom('proposal')
      .where('recipient_kind', '=', 'person')
      .where('recipient_id', 'in', ids)
      .compile(),
    db.deleteFrom('person_email').where('person_id', 'in', ids).compile(),
    db.deleteFrom('person_profile').where('person_id', 'in', ids).compile(),
    db.deleteFrom('person').where('id', 'in', ids).compile(),
  ];
}
