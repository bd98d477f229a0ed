import { COVERAGE_STATES, type CoverageState, coverageStateOf } from '../../domain/coverage/measure.ts';
import type { FamilyCode } from '../../domain/engagement/mission.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { lastDayOf, type SchoolYear, schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import type { ColumnKind, Table, TableCell } from '../files/export/table.ts';
import type { Ports } from '../service-ports.ts';
import type {
  CoveragePeriod,
  CoverageSearch,
  DepartmentCoverage,
  SchoolCoverage,
} from '../store/coverage-readers.ts';

const PAGE_ROWS = 500;

const SCHOOL_COLUMNS = {
  uai: 'text',
  name: 'text',
  commune: 'text',
  departmentCode: 'text',
  department: 'text',
  situation: 'text',
  rupn: 'integer',
  carriedOver: 'integer',
  families: 'text',
  requested: 'integer',
  contested: 'integer',
  clashes: 'integer',
  schoolYear: 'text',
  measuredOn: 'date',
  situationOn: 'date',
  source: 'text',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** The title of each column. The families have one column each. */
type ColumnTitles<Columns> = Readonly<Record<Exclude<keyof Columns, 'families'>, string>> & {
  readonly families: (code: FamilyCode) => string;
};

/** The columns of a table, with one for each family of the framework. */
function columnsOf<Columns extends Readonly<Record<string, ColumnKind>>>(
  columns: Columns,
  titles: ColumnTitles<Columns>,
  families: readonly FamilyCode[],
): Table['columns'] {
  const named: Readonly<Record<string, unknown>> = titles;
  return Object.entries(columns).flatMap(([key, kind]) =>
    key === 'families'
      ? families.map((code) => ({ key: code, title: titles.families(code), kind }))
      : [{ key, title: String(named[key]), kind }],
  );
}

/** The words of the table, in the reader's language. */
export interface CoverageTableTexts {
  readonly name: string;
  readonly columns: ColumnTitles<typeof SCHOOL_COLUMNS>;
  readonly states: Readonly<Record<CoverageState, string>>;
  readonly sources: Readonly<Record<FigureSource, string>>;
  readonly yes: string;
  readonly no: string;
}

/** One line for every counted school, with its coverage in the school year. The cells of a school that was
 *  not measured are empty. */
export const readCoverageTable =
  ({ store, scope, catalogue }: Ports) =>
  async (texts: CoverageTableTexts, period: CoveragePeriod): Promise<Table> => {
    const families = catalogue.framework.families.map(({ code }) => code);
    const rows: (readonly TableCell[])[] = [];
    let after: CoverageSearch['after'];
    do {
      const page = await store.searchSchoolCoverage({
        scope,
        ...period,
        limit: PAGE_ROWS,
        ...(after && { after }),
      });
      rows.push(...page.map((school) => toSchoolRow(school, period, { ...texts, families })));
      after = page.length === PAGE_ROWS ? page.at(-1)?.establishment : undefined;
    } while (after);
    return { name: texts.name, columns: columnsOf(SCHOOL_COLUMNS, texts.columns, families), rows };
  };

function toSchoolRow(
  { establishment, coverage, measuredAt }: SchoolCoverage,
  period: CoveragePeriod,
  texts: Pick<CoverageTableTexts, 'yes' | 'no' | 'states' | 'sources'> & {
    readonly families: readonly FamilyCode[];
  },
): readonly TableCell[] {
  const { uai, name, commune, departmentCode, department } = establishment;
  const covered = texts.families.map((family) => {
    if (!coverage) return undefined;
    return coverage.families.includes(family) ? texts.yes : texts.no;
  });
  return [
    uai,
    name,
    commune,
    departmentCode,
    department,
    coverage && texts.states[coverageStateOf(coverage)],
    coverage?.rupn,
    coverage?.carriedOver,
    ...covered,
    coverage?.requested,
    coverage?.contested,
    coverage?.clashes,
    schoolYearLabel(period.schoolYear),
    measuredAt && localDateInParis(measuredAt),
    situationDay(period, measuredAt),
    measuredAt && texts.sources[isComputed(period, measuredAt) ? 'computed' : 'measured'],
  ];
}

const DEPARTMENT_COLUMNS = {
  departmentCode: 'text',
  department: 'text',
  schools: 'integer',
  measured: 'integer',
  inConfirmed: 'integer',
  inCarriedOver: 'integer',
  inWaiting: 'integer',
  inContested: 'integer',
  inNobody: 'integer',
  families: 'integer',
  requested: 'integer',
  contested: 'integer',
  clashes: 'integer',
  schoolYear: 'text',
  measuredOn: 'date',
  situationOn: 'date',
  source: 'text',
} as const satisfies Readonly<Record<string, ColumnKind>>;

/** The words of the table, in the reader's language. */
export interface DepartmentTableTexts {
  readonly name: string;
  readonly academy: string;
  readonly sources: Readonly<Record<FigureSource, string>>;
  readonly columns: ColumnTitles<typeof DEPARTMENT_COLUMNS>;
}

/** The figures of the drawing as a table: one line for each département, with the number of schools that
 *  cover each family, and a line with their total. */
export const readDepartmentTable =
  ({ store, scope, catalogue }: Ports) =>
  async (texts: DepartmentTableTexts, period: CoveragePeriod): Promise<Table> => {
    const departments = await store.readDepartmentCoverage({ scope, ...period });
    const all = [...departments, sumOfDepartments(departments, texts.academy)];
    const families = catalogue.framework.families.map(({ code }) => code);
    const columns = columnsOf(DEPARTMENT_COLUMNS, texts.columns, families);
    return {
      name: texts.name,
      columns,
      rows: all.map((one) => toDepartmentRow(one, period, { ...texts, families })),
    };
  };

function toDepartmentRow(
  one: DepartmentCoverage,
  period: CoveragePeriod,
  { families, sources }: Pick<DepartmentTableTexts, 'sources'> & { readonly families: readonly FamilyCode[] },
): readonly TableCell[] {
  return [
    one.code,
    one.name,
    one.schools,
    one.measured,
    ...COVERAGE_STATES.map((state) => one.states[state]),
    ...families.map((family) => one.families.get(family) ?? 0),
    one.requested,
    one.contested,
    one.clashes,
    schoolYearLabel(period.schoolYear),
    one.measuredAt && localDateInParis(one.measuredAt),
    situationDay(period, one.measuredAt),
    one.measuredAt && sources[one.computed > 0 ? 'computed' : 'measured'],
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
    computed: sum(({ computed }) => computed),
    states: {
      confirmed: sum(({ states }) => states.confirmed),
      'carried-over': sum(({ states }) => states['carried-over']),
      waiting: sum(({ states }) => states.waiting),
      contested: sum(({ states }) => states.contested),
      nobody: sum(({ states }) => states.nobody),
    },
    requested: sum(({ requested }) => requested),
    contested: sum(({ contested }) => contested),
    clashes: sum(({ clashes }) => clashes),
    ...(measuredAt && { measuredAt }),
    families: new Map(
      [...new Set(departments.flatMap(({ families }) => [...families.keys()]))].map((code) => [
        code,
        sum(({ families }) => families.get(code) ?? 0),
      ]),
    ),
  };
}

/** Figures of a school year are `measured` while it runs, or `computed` later, from the records as they then are. */
type FigureSource = 'measured' | 'computed';

function isComputed({ schoolYear, on }: CoveragePeriod, measuredAt: Instant): boolean {
  return on === undefined && schoolYearOf(localDateInParis(measuredAt)) > schoolYear;
}

/** The day for which the figures hold: the chosen day or, in an earlier school year, its last day, else the
 *  day of the measure. Undefined if nothing was measured. */
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
