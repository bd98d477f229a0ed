import { FAMILY_CODES } from '../../domain/engagement/mission.ts';
import { lastDayOf, type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { ColumnKind, Table, TableCell } from '../files/export/table.ts';
import type { Ports } from '../service-ports.ts';
import type {
  CoveragePeriod,
  CoverageSearch,
  DepartmentCoverage,
  SchoolCoverage,
} from '../store/engagement-readers.ts';
import { useCases } from '../use-cases.ts';

const PAGE_ROWS = 500;

const SCHOOL_COLUMNS = {
  uai: 'text',
  name: 'text',
  commune: 'text',
  departmentCode: 'text',
  department: 'text',
  rupn: 'integer',
  A: 'text',
  B: 'text',
  C: 'text',
  D: 'text',
  E: 'text',
  requested: 'integer',
  contested: 'integer',
  clashes: 'integer',
  schoolYear: 'text',
  measuredOn: 'date',
  situationOn: 'date',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** The words of the table, in the reader's language. */
export interface CoverageTableWords {
  readonly name: string;
  readonly columns: Readonly<Record<keyof typeof SCHOOL_COLUMNS, string>>;
  readonly yes: string;
  readonly no: string;
}

/** One line for every counted school, with its coverage in the school year. The cells of a school that was
 *  not measured are empty. */
const readCoverageTable =
  ({ store, scope }: Ports) =>
  async (words: CoverageTableWords, period: CoveragePeriod): Promise<Table> => {
    const rows: (readonly TableCell[])[] = [];
    let after: CoverageSearch['after'];
    do {
      const page = await store.searchSchoolCoverage({
        scope,
        ...period,
        limit: PAGE_ROWS,
        ...(after && { after }),
      });
      rows.push(...page.map((school) => toSchoolRow(school, period, words)));
      after = page.length === PAGE_ROWS ? page.at(-1)?.establishment : undefined;
    } while (after);
    const columns = Object.entries(SCHOOL_COLUMNS).map(([key, kind]) => ({
      key,
      title: words.columns[key as keyof typeof SCHOOL_COLUMNS],
      kind,
    }));
    return { name: words.name, columns, rows };
  };

function toSchoolRow(
  { establishment, coverage, measuredAt }: SchoolCoverage,
  period: CoveragePeriod,
  words: CoverageTableWords,
): readonly TableCell[] {
  const { uai, name, commune, departmentCode, department } = establishment;
  const covered = FAMILY_CODES.map((family) => {
    if (!coverage) return undefined;
    return coverage.families.includes(family) ? words.yes : words.no;
  });
  return [
    uai,
    name,
    commune,
    departmentCode,
    department,
    coverage?.rupn,
    ...covered,
    coverage?.requested,
    coverage?.contested,
    coverage?.clashes,
    schoolYearLabel(period.schoolYear),
    measuredAt && localDateInParis(measuredAt),
    situationDay(period, measuredAt),
  ];
}

const DEPARTMENT_COLUMNS = {
  departmentCode: 'text',
  department: 'text',
  schools: 'integer',
  measured: 'integer',
  withoutRupn: 'integer',
  A: 'integer',
  B: 'integer',
  C: 'integer',
  D: 'integer',
  E: 'integer',
  requested: 'integer',
  contested: 'integer',
  clashes: 'integer',
  schoolYear: 'text',
  measuredOn: 'date',
  situationOn: 'date',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** The words of the table, in the reader's language. */
export interface DepartmentTableWords {
  readonly name: string;
  readonly academy: string;
  readonly columns: Readonly<Record<keyof typeof DEPARTMENT_COLUMNS, string>>;
}

/** The figures of the drawing as a table: one line for each département, with the number of schools that
 *  cover each family, and a line with their total. */
const readDepartmentTable =
  ({ store, scope }: Ports) =>
  async (words: DepartmentTableWords, period: CoveragePeriod): Promise<Table> => {
    const departments = await store.readDepartmentCoverage({ scope, ...period });
    const all = [...departments, sumOfDepartments(departments, words.academy)];
    const columns = Object.entries(DEPARTMENT_COLUMNS).map(([key, kind]) => ({
      key,
      title: words.columns[key as keyof typeof DEPARTMENT_COLUMNS],
      kind,
    }));
    return { name: words.name, columns, rows: all.map((one) => toDepartmentRow(one, period)) };
  };

function toDepartmentRow(one: DepartmentCoverage, period: CoveragePeriod): readonly TableCell[] {
  return [
    one.code,
    one.name,
    one.schools,
    one.measured,
    one.withoutRupn,
    ...FAMILY_CODES.map((family) => one.families[family]),
    one.requested,
    one.contested,
    one.clashes,
    schoolYearLabel(period.schoolYear),
    one.measuredAt && localDateInParis(one.measuredAt),
    situationDay(period, one.measuredAt),
  ];
}

/** The total of all départements, as one line. */
export function sumOfDepartments(
  departments: readonly DepartmentCoverage[],
  name: string,
): DepartmentCoverage {
  const measured = departments.flatMap(({ measuredAt }) => measuredAt ?? []).toSorted();
  const measuredAt = measured.at(-1);
  const sum = (pick: (one: DepartmentCoverage) => number) =>
    departments.reduce((total, one) => total + pick(one), 0);
  return {
    code: '',
    name,
    schools: sum(({ schools }) => schools),
    measured: sum(({ measured }) => measured),
    withoutRupn: sum(({ withoutRupn }) => withoutRupn),
    requested: sum(({ requested }) => requested),
    contested: sum(({ contested }) => contested),
    clashes: sum(({ clashes }) => clashes),
    ...(measuredAt && { measuredAt }),
    families: {
      A: sum(({ families }) => families.A),
      B: sum(({ families }) => families.B),
      C: sum(({ families }) => families.C),
      D: sum(({ families }) => families.D),
      E: sum(({ families }) => families.E),
    },
  };
}

/** The day for which the figures hold: the chosen day or, in an earlier school year, its last day, else the
 *  day of the measure. Undefined where nothing was measured. */
export function situationDay(
  { schoolYear, on }: { readonly schoolYear: SchoolYear; readonly on?: LocalDate | undefined },
  measuredAt: Instant | undefined,
): LocalDate | undefined {
  if (measuredAt === undefined) return undefined;
  if (on !== undefined) return on;
  const last = lastDayOf(schoolYear);
  const day = localDateInParis(measuredAt);
  if (day > last) return last;
  return day;
}

export const coverageServices = useCases({ readCoverageTable, readDepartmentTable });
