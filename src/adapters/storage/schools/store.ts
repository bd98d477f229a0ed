import { type Expression, sql } from 'kysely';
import type { SchoolReader } from '../../../application/store/engagement-readers.ts';
import type { ChangeOf } from '../../../domain/change/union.ts';
import type { School, SchoolChange } from '../../../domain/records.ts';
import { OPEN_MEETINGS } from '../../../features/meetings/feature.ts';
import { ENDED_STATES } from '../../../features/support/feature.ts';
import { beside, newKey, type Queries, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition, preconditionOfNone } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { readColumn, sliceBy } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import { foldText } from '../mapping/text-search.ts';
import { readSchoolRecords } from '../people/person-records.ts';

export const schoolTable = recordTable<School>()('establishment', ['uai'], {
  columns: [
    ...(['uai', 'type', 'name', 'postalCode', 'commune', 'departmentCode', 'department'] as const),
    ...(['sector', 'agricultural', 'closedOn', 'successor'] as const),
  ],
  flags: ['agricultural'],
  derived: ({ name, commune }) => ({ folded_name: foldText(`${name} ${commune}`) }),
});

export function makeSchoolReader(database: Database): SchoolReader {
  const { db } = database;
  return {
    readEngagedUais: (slice) =>
      readColumn(sliceBy(db.selectFrom('engagement').select('uai').distinct(), 'uai', slice), 'uai'),
    readSchoolRecords: (uais, engaged) => readSchoolRecords(database, uais, engaged),
    readDepartments: () =>
      db
        .selectFrom('establishment')
        .select(['department_code as code', 'department as name'])
        .distinct()
        .where('department_code', '<>', '')
        .orderBy('department_code')
        .execute(),
  };
}

export const schools = {
  'establishment-added': newKey(({ db }, { establishment }) => [schoolTable.insert(db, establishment)]),
  'establishment-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      schoolTable.saveAll(
        db,
        run.map(({ establishment }) => establishment),
      ),
  }),
  'school-kept-open': withPrecondition(['choice-as-read'], { writeRun: requireOpen }),
  'school-as-planned': withPrecondition(['choice-as-read'], (database, { uai, on, ids }) => {
    const { db, capabilities } = database;
    const known = db.selectFrom('establishment').select('uai').where('uai', '=', uai);
    const engaged = db
      .selectFrom('engagement')
      .select('reference as id')
      .where('uai', '=', uai)
      .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', on)]));
    const proposed = db
      .selectFrom('mission_proposal')
      .select('id')
      .where('uai', '=', uai)
      .where('outcome', 'is', null);
    const meetings = db
      .selectFrom('school_meeting')
      .select('id')
      .where('uai', '=', uai)
      .where('state', 'in', OPEN_MEETINGS);
    const requests = db
      .selectFrom('support_request')
      .select('id')
      .where('uai', '=', uai)
      .where('state', 'not in', ENDED_STATES);
    // One statement for each table: D1 takes five parts of a compound one at most.
    const unplanned = (part: Expression<unknown>) =>
      db
        .selectFrom(sql<{ id: string }>`${part}`.as('going_on'))
        .select('id')
        .where('id', 'not in', capabilities.listOf(ids));
    const goingOn = [
      engaged,
      proposed,
      meetings,
      requests,
      db.selectFrom('mission_invitation').select('id').where('uai', '=', uai),
      db.selectFrom('sign_in_doubt').select('id').where('uai', '=', uai),
      db.selectFrom('person').select('id').where('head_of_uai', '=', uai),
      db.selectFrom('headship').select('person_id as id').where('uai', '=', uai),
    ];
    return [
      precondition(database, 'choice-as-read', known),
      ...goingOn.map((part) => preconditionOfNone(database, 'choice-as-read', unplanned(part))),
    ];
  }),
} satisfies Writers<SchoolChange>;

/** Writes the rows of the schools without a change, so that a commit that closes one of them waits, or is waited
 *  for, and fails the whole commit if a school is absent or has closed. */
function requireOpen(database: Database, run: readonly ChangeOf<'school-kept-open'>[]): Queries {
  const { db, capabilities } = database;
  const lines = [...Map.groupBy(run, ({ uai }) => uai)].map(([uai, of]) => ({
    uai,
    // Without an end it is the latest.
    until: of
      .map(({ until }) => until ?? '9999')
      .toSorted()
      .at(-1),
  }));
  const closed = db
    .selectFrom(capabilities.objectsOf(lines).as('line'))
    .leftJoin('establishment', (join) => join.on(sql<boolean>`establishment.uai = line.value ->> 'uai'`))
    .select(sql<number>`1`.as('closed'))
    .where(sql<boolean>`establishment.uai is null or closed_on < line.value ->> 'until'`);
  return [
    db
      .updateTable('establishment')
      .set(({ ref }) => ({ closed_on: ref('closed_on') }))
      .where('uai', 'in', capabilities.listOf(lines.map(({ uai }) => uai)))
      .compile(),
    preconditionOfNone(database, 'choice-as-read', closed),
  ];
}
