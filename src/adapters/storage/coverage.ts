import { type SqlBool, sql } from 'kysely';
import type {
  CoverageFrame,
  CoverageReader,
  CoverageSearch,
  DepartmentCoverage,
  SchoolCoverage,
} from '../../application/store/engagement-readers.ts';
import type { CoverageChange, EstablishmentCoverage } from '../../domain/coverage/measure-coverage.ts';
import { FAMILY_CODES, type FamilyCode } from '../../domain/engagement/mission.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { fromEngagementRow } from './engagement-rows.ts';
import { fromEstablishmentRow } from './establishments.ts';
import { excluded } from './insert.ts';
import type { EstablishmentCoverageTable } from './tables.ts';
import { asStored, lastWord, type Writers } from './writer.ts';

export function toCoverageRow(it: EstablishmentCoverage, at: Instant): EstablishmentCoverageTable {
  return {
    uai: it.uai,
    school_year: it.schoolYear,
    rupn: it.rupn,
    requested: it.requested,
    contested: it.contested,
    clashes: it.clashes,
    families: it.families.join(''),
    measured_at: at,
  };
}

export function fromCoverageRow(row: Omit<EstablishmentCoverageTable, 'measured_at'>): EstablishmentCoverage {
  return {
    uai: row.uai,
    schoolYear: row.school_year,
    rupn: row.rupn,
    requested: row.requested,
    contested: row.contested,
    clashes: row.clashes,
    families: FAMILY_CODES.filter((code) => row.families.includes(code)),
  };
}

/** Reads the coverage of schools from its measured rows. It reads segments of a few schools at most. */
export function makeCoverageReader(database: Database): CoverageReader {
  return {
    readEngagementsAt: async (uais, { from, to }) => {
      const { db, capabilities } = database;
      const rows = await db
        .selectFrom('engagement')
        .selectAll()
        .where('uai', 'in', capabilities.listOf(uais))
        .where('starts_on', '<=', to)
        .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', from)]))
        .orderBy('reference')
        .execute();
      return rows.map(fromEngagementRow);
    },
    readDepartmentCoverage: (frame) => readDepartmentCoverage(database, frame),
    searchSchoolCoverage: (search) => searchSchoolCoverage(database, search),
  };
}

const MEASURED = [
  'uai',
  'school_year',
  'rupn',
  'requested',
  'contested',
  'clashes',
  'families',
  'measured_at',
] as const;

function countedSchools({ db }: Database, { scope, schoolYear, on }: CoverageFrame) {
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
    .$if(scope === 'public', (query) => query.where('sector', '=', 'public').where('agricultural', '=', 0));
}

async function readDepartmentCoverage(
  database: Database,
  frame: CoverageFrame,
): Promise<readonly DepartmentCoverage[]> {
  const covering = (family: FamilyCode) =>
    sql<number>`sum(case when families like ${`%${family}%`} then 1 else 0 end)`.as(`family_${family}`);
  const rows = await countedSchools(database, frame)
    .select(({ fn }) => [
      'department_code as code',
      fn.max('department').as('name'),
      fn.countAll().as('schools'),
      fn.count('establishment_coverage.uai').as('measured'),
      fn.sum('requested').as('requested'),
      fn.sum('contested').as('contested'),
      fn.sum('clashes').as('clashes'),
      fn.max('measured_at').as('measured_at'),
      sql<number>`sum(case when rupn = 0 then 1 else 0 end)`.as('without_rupn'),
      ...FAMILY_CODES.map(covering),
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
      withoutRupn: Number(row.without_rupn),
      requested: Number(row.requested),
      contested: Number(row.contested),
      clashes: Number(row.clashes),
      measuredAt: row.measured_at,
      families: {
        A: Number(row.family_A),
        B: Number(row.family_B),
        C: Number(row.family_C),
        D: Number(row.family_D),
        E: Number(row.family_E),
      },
    }),
  );
}

async function searchSchoolCoverage(
  database: Database,
  { departmentCode, text, only, after, limit, ...frame }: CoverageSearch,
): Promise<readonly SchoolCoverage[]> {
  const rows = await countedSchools(database, frame)
    .selectAll('establishment')
    .select(['school_year', 'rupn', 'requested', 'contested', 'clashes', 'families', 'measured_at'])
    .$if(departmentCode !== undefined, (query) => query.where('department_code', '=', departmentCode ?? ''))
    .$if(text !== undefined, (query) => query.where(named(text ?? '')))
    .$if(only === 'without-rupn', (query) => query.where('rupn', '=', 0))
    .$if(only === 'clashes', (query) => query.where('clashes', '>', 0))
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
  return rows.map((row) => {
    const { school_year, rupn, requested, contested, clashes, families } = row;
    const isMeasured = school_year !== null && families !== null;
    const counts = {
      rupn: rupn ?? 0,
      requested: requested ?? 0,
      contested: contested ?? 0,
      clashes: clashes ?? 0,
    };
    return withoutNulls({
      establishment: fromEstablishmentRow(row),
      ...(isMeasured && { coverage: fromCoverageRow({ uai: row.uai, school_year, families, ...counts }) }),
      measuredAt: row.measured_at,
    });
  });
}

/** Whether name, commune or UAI contain the text. Engines fold accented capitals differently, so the text is
 *  searched as typed, with a capital, and in its folded form. */
function named(text: string) {
  const escaped = text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const [first = '', ...rest] = [...escaped];
  const typed = [...new Set([escaped, first.toUpperCase() + rest.join('')])];
  const columns = ['establishment.name', 'establishment.commune', 'establishment.uai'];
  const tests = columns.flatMap((column) => [
    sql<SqlBool>`lower(${sql.ref(column)}) like ${`%${escaped.toLowerCase()}%`} escape '\\'`,
    ...typed.map((form) => sql<SqlBool>`${sql.ref(column)} like ${`%${form}%`} escape '\\'`),
  ]);
  return sql<SqlBool>`(${sql.join(tests, sql` or `)})`;
}

export const coverage = {
  'coverage-days-forgotten': asStored(({ db }, { before }) => [
    db.deleteFrom('coverage_on_day').where('measured_at', '<', before).compile(),
  ]),
  'coverage-measured': lastWord('reading', ({ db }, { coverages, at, on: day }) =>
    coverages.map((one) => {
      const { uai, school_year, ...rest } = toCoverageRow(one, at);
      if (day !== undefined) {
        const measured = { school_year, ...rest };
        return db
          .insertInto('coverage_on_day')
          .values({ on_day: day, uai, ...measured })
          .onConflict((on) => on.columns(['on_day', 'uai']).doUpdateSet(excluded(measured)))
          .compile();
      }
      const insert = db.insertInto('establishment_coverage').values({ uai, school_year, ...rest });
      return insert
        .onConflict((on) => on.columns(['school_year', 'uai']).doUpdateSet(excluded(rest)))
        .compile();
    }),
  ),
} satisfies Writers<CoverageChange>;
