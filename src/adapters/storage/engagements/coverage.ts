import { sql } from 'kysely';
import type {
  CoverageContext,
  CoverageReader,
  CoverageSearch,
  DepartmentCoverage,
  SchoolCoverage,
} from '../../../application/store/coverage-readers.ts';
import {
  COVERAGE_STATES,
  type CoverageChange,
  type CoverageState,
} from '../../../domain/coverage/measure.ts';
import type { FamilyCode } from '../../../domain/engagement/mission.ts';
import { instantInParis } from '../../../domain/time/paris-clock.ts';
import { firstDayOf, type SchoolYear } from '../../../domain/time/school-year.ts';
import type { Uai } from '../../../domain/uai.ts';
import { lastWriteWins, sweep, type Writers } from '../commit/change-writer.ts';
import { withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert, excluded } from '../mapping/insert.ts';
import { readAll } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';
import { holdsText } from '../mapping/text-search.ts';
import { schoolTable } from '../schools/store.ts';
import { fromEngagementRow } from './rows.ts';

/** Reads the coverage of schools from its measured rows. It reads engagements of a few schools at most. */
export function makeCoverageReader(database: Database): CoverageReader {
  return {
    readEngagementsAt: (uais, { from, to }) => {
      const { db, capabilities } = database;
      return readAll(
        db
          .selectFrom('engagement')
          .selectAll()
          .where('uai', 'in', capabilities.listOf(uais))
          .where('starts_on', '<=', to)
          .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', from)]))
          .orderBy('reference'),
        fromEngagementRow,
      );
    },
    readFirstEngagementDay: async () => {
      const first = database.db.selectFrom('engagement').select(({ fn }) => fn.min('starts_on').as('day'));
      return (await first.executeTakeFirst())?.day ?? undefined;
    },
    readDepartmentCoverage: (frame) => readDepartmentCoverage(database, frame),
    searchSchoolCoverage: (search) => searchSchoolCoverage(database, search),
  };
}

const NAMED = ['establishment.name', 'establishment.commune', 'establishment.uai'];

/** The state of a measured school, as `coverageStateOf` defines it. */
const STATE = sql<CoverageState | null>`(case when rupn > coalesce(carried_over, 0) then 'confirmed'
  when rupn > 0 then 'carried-over' when requested > 0 then 'waiting'
  when contested > 0 then 'contested' when rupn = 0 then 'nobody' end)`;
const schoolsIn = (state: CoverageState) =>
  sql<number>`sum(case when ${STATE} = ${sql.lit(state)} then 1 else 0 end)`;

const COUNTS = ['rupn', 'carried_over', 'requested', 'contested', 'clashes'] as const;
const MEASURED = ['uai', 'school_year', ...COUNTS, 'families', 'measured_at'] as const;

/** The first instant after a school year. What was measured before it was measured while the year ran. */
const endOf = (year: SchoolYear) => instantInParis(firstDayOf(year + 1), '00:00');

/** Schools that closed before the day, or before the year, are not counted. */
function countedSchools({ db }: Database, { scope, schoolYear, on }: CoverageContext) {
  const opened = on ?? firstDayOf(schoolYear);
  const ofYear = db
    .selectFrom('establishment_coverage')
    .select(MEASURED)
    .where('school_year', '=', schoolYear);
  const measured =
    on === undefined ? ofYear : db.selectFrom('coverage_on_day').select(MEASURED).where('on_day', '=', on);
  return db
    .selectFrom('establishment')
    .leftJoin(measured.as('establishment_coverage'), (join) =>
      join.onRef('establishment_coverage.uai', '=', 'establishment.uai'),
    )
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', opened)]))
    .$if(scope === 'public', (query) => query.where('sector', '=', 'public').where('agricultural', '=', 0));
}

async function readDepartmentCoverage(
  database: Database,
  frame: CoverageContext,
): Promise<readonly DepartmentCoverage[]> {
  const counted = countedSchools(database, frame);
  const covering = await counted
    .select(({ fn }) => ['department_code as code', 'families', fn.countAll().as('schools')])
    .groupBy(['department_code', 'families'])
    .execute();
  const rows = await counted
    .select(({ fn }) => [
      'department_code as code',
      fn.max('department').as('name'),
      fn.countAll().as('schools'),
      fn.count('establishment_coverage.uai').as('measured'),
      fn.sum('requested').as('requested'),
      fn.sum('contested').as('contested'),
      fn.sum('clashes').as('clashes'),
      fn.max('measured_at').as('measured_at'),
      sql<number>`sum(case when measured_at >= ${endOf(frame.schoolYear)} then 1 else 0 end)`.as('computed'),
      ...COVERAGE_STATES.map((state) => schoolsIn(state).as(`in_${state}` as const)),
    ])
    .groupBy('department_code')
    .orderBy('department_code')
    .execute();
  return rows.map((row) =>
    withoutNulls({
      code: row.code,
      name: row.name,
      schools: Number(row.schools),
      measured: Number(row.measured),
      computed: frame.on === undefined ? Number(row.computed) : 0,
      states: {
        confirmed: Number(row.in_confirmed),
        'carried-over': Number(row['in_carried-over']),
        waiting: Number(row.in_waiting),
        contested: Number(row.in_contested),
        nobody: Number(row.in_nobody),
      },
      requested: Number(row.requested),
      contested: Number(row.contested),
      clashes: Number(row.clashes),
      measuredAt: row.measured_at,
      families: sumFamilies(covering.filter(({ code }) => code === row.code)),
    }),
  );
}

/** The number of schools that cover each family, from the numbers of schools that cover the same families. */
function sumFamilies(
  all: readonly { readonly families: string | null; readonly schools: number | string | bigint }[],
): ReadonlyMap<FamilyCode, number> {
  const sums = new Map<FamilyCode, number>();
  for (const { families, schools } of all) {
    for (const family of toFamilies(families ?? '')) {
      sums.set(family, (sums.get(family) ?? 0) + Number(schools));
    }
  }
  return sums;
}

/** The families as they are stored: their letters, in the order of the framework. */
function toFamilies(text: string): readonly FamilyCode[] {
  return [...text];
}

async function searchSchoolCoverage(
  database: Database,
  { departmentCode, text, only, after, limit, ...frame }: CoverageSearch,
): Promise<readonly SchoolCoverage[]> {
  const rows = await countedSchools(database, frame)
    .selectAll('establishment')
    .select(['school_year', ...COUNTS, 'families', 'measured_at'])
    .$if(departmentCode !== undefined, (query) => query.where('department_code', '=', departmentCode ?? ''))
    .$if(text !== undefined, (query) => query.where(holdsText(NAMED, text ?? '')))
    .$if(only === 'clashes', (query) => query.where('clashes', '>', 0))
    .$if(only !== undefined && only !== 'clashes', (query) => query.where(STATE, '=', only as CoverageState))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('commune', '>', after?.commune ?? ''),
          eb.and([
            eb('commune', '=', after?.commune ?? ''),
            eb('establishment.uai', '>', after?.uai ?? ('' as Uai)),
          ]),
        ]),
      ),
    )
    .orderBy('commune')
    .orderBy('establishment.uai')
    .limit(limit)
    .execute();
  return rows.map((row) =>
    withoutNulls({
      establishment: schoolTable.fromRow(row),
      ...coverageOf(row),
      measuredAt: row.measured_at,
    }),
  );
}

type MeasuredColumns = {
  readonly [Column in (typeof MEASURED)[number]]: Tables['coverage_on_day'][Column] | null;
};

/** Nothing if the school was never measured. */
function coverageOf(row: MeasuredColumns): Pick<SchoolCoverage, 'coverage'> {
  const { uai, school_year: schoolYear, families } = row;
  if (uai === null || schoolYear === null || families === null) return {};
  const counts = {
    rupn: row.rupn ?? 0,
    ...(row.carried_over !== null && { carriedOver: row.carried_over }),
    requested: row.requested ?? 0,
    contested: row.contested ?? 0,
    clashes: row.clashes ?? 0,
  };
  return { coverage: { uai, schoolYear, ...counts, families: toFamilies(families) } };
}

export const coverage = {
  'coverage-days-forgotten': sweep('coverage-days-forgotten', ({ db }, { before }) => [
    db.deleteFrom('coverage_on_day').where('measured_at', '<', before).compile(),
  ]),
  'coverage-measured': lastWriteWins('reading', ({ db }, { coverages, at, on: day }) =>
    coverages.map(({ uai, schoolYear, families, carriedOver = null, ...counts }) => {
      const rest = { ...counts, carried_over: carriedOver, families: families.join(''), measured_at: at };
      if (day !== undefined) {
        const measured = { school_year: schoolYear, ...rest };
        return compileInsert(
          db
            .insertInto('coverage_on_day')
            .values({ on_day: day, uai, ...measured })
            .onConflict((on) => on.columns(['on_day', 'uai']).doUpdateSet(excluded(measured))),
        );
      }
      return compileInsert(
        db
          .insertInto('establishment_coverage')
          .values({ uai, school_year: schoolYear, ...rest })
          .onConflict((on) =>
            on
              .columns(['school_year', 'uai'])
              .doUpdateSet(excluded(rest))
              .where((eb) =>
                eb.or([
                  eb('establishment_coverage.measured_at', '>=', endOf(schoolYear)),
                  eb(eb.val(at), '<', endOf(schoolYear)),
                ]),
              ),
          ),
      );
    }),
  ),
} satisfies Writers<CoverageChange>;
