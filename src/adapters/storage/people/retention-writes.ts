import { type SqlBool, sql } from 'kysely';
import type { ChangeOf } from '../../../domain/change/union.ts';
import type { RetentionChange } from '../../../domain/retention.ts';
import {
  asStored,
  lastWriteWins,
  type Queries,
  sweep,
  touchesOne,
  type Writers,
  withPrecondition,
} from '../commit/change-writer.ts';
import { precondition, preconditionOfNone } from '../commit/precondition.ts';
import { deleteEngagementsIn } from '../engagements/writes.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert, excluded } from '../mapping/insert.ts';
import { holdTable, noticeTable, peopleToExpire, withOldFacts } from './retention-candidates.ts';
import { EXPIRING_TABLES, type ExpiringTable, isOlderThan } from './retention-tables.ts';

export const retention = {
  'facts-expired': withPrecondition(['choice-as-read'], expireFacts),
  'retention-announced': asStored(({ db }, { notices }) => noticeTable.saveAll(db, notices)),
  'retention-notices-dropped': sweep('retention-notices-dropped', (database, { before }) => [
    database.db
      .deleteFrom('retention_notice')
      .where('person_id', 'not in', withOldFacts(database, before).select('person.id'))
      .compile(),
  ]),
  'retention-held': lastWriteWins('dane', ({ db }, { hold }) => {
    const row = holdTable.toRow(hold);
    const insert = db.insertInto('retention_hold').values({ id: 1, ...row });
    return [compileInsert(insert.onConflict((on) => on.column('id').doUpdateSet(excluded(row))))];
  }),
  'retention-hold-ended': touchesOne(
    ({ db }, { untilOn }) => db.selectFrom('retention_hold').select('id').where('until_on', '>', untilOn),
    ({ db }, { untilOn }) => [
      db.updateTable('retention_hold').set({ until_on: untilOn }).where('until_on', '>', untilOn).compile(),
    ],
  ),
  'day-lived': asStored(({ db }, { day }) => [
    compileInsert(
      db
        .insertInto('lived_day')
        .values({ day })
        .onConflict((on) => on.column('day').doNothing()),
    ),
  ]),
  'lived-days-begun-anew': sweep('lived-days-begun-anew', ({ db }) => [db.deleteFrom('lived_day').compile()]),
  'life-marked': asStored(({ db }, { home, mark, before, asRead, at }) => {
    const row = { id: 1 as const, home, mark, mark_before: before ?? null, marked_at: at };
    const { id: _, ...values } = row;
    return [
      compileInsert(
        db
          .insertInto('life')
          .values(row)
          .onConflict((on) =>
            on
              .column('id')
              .doUpdateSet(excluded(values))
              .where('life.mark', '=', asRead ?? ''),
          ),
      ),
    ];
  }),
} satisfies Writers<RetentionChange>;

function expireFacts(database: Database, change: ChangeOf<'facts-expired'>): Queries {
  return [
    ...mayExpire(database, change),
    database.db.deleteFrom('retention_hold').compile(),
    ...EXPIRING_TABLES.toReversed().flatMap((table) => deleteOld(database, change, table)),
  ];
}

/** Deletes the old rows of these people, with all that is about their engagements alone. */
function deleteOld(
  database: Database,
  { personIds, before }: ChangeOf<'facts-expired'>,
  table: ExpiringTable,
): Queries {
  const { db, capabilities } = database;
  const isTheirs = sql<SqlBool>`person_id in ${capabilities.listOf(personIds)}`;
  const old = sql<SqlBool>`${isTheirs} and ${isOlderThan(before, table)}`;
  if (table !== 'engagement') return [sql`delete from ${sql.table(table)} where ${old}`.compile(db)];
  return deleteEngagementsIn(database, db.selectFrom('engagement').select('reference').where(old));
}

/** A person may have been merged, a fact recorded, the deletion held or the database's days doubted by another
 *  process since the people were found. */
function mayExpire(database: Database, change: ChangeOf<'facts-expired'>): Queries {
  const { db, capabilities } = database;
  const { personIds, announcedBefore, today } = change;
  const held = db.selectFrom('retention_hold').select('id').where('until_on', '>=', today);
  const uptime = db.selectFrom('lived_day').select('day').where('day', '=', announcedBefore);
  const others = db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', capabilities.listOf(personIds))
    .where('id', 'not in', peopleToExpire(database, change).select('person.id'));
  return [
    preconditionOfNone(database, 'choice-as-read', held),
    precondition(database, 'choice-as-read', uptime),
    preconditionOfNone(database, 'choice-as-read', others),
  ];
}
