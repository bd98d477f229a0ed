import { FAMILY_CODES } from '../../domain/engagement/mission.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { ColumnKind, Table, TableCell } from '../files/export/table.ts';
import type { Store } from '../ports.ts';
import type { CoveragePeriod, DepartmentCoverage } from '../store/engagement-readers.ts';
import { situationDay } from './coverage-day.ts';
import { sumOfDepartments } from './sum-of-departments.ts';

const COLUMNS = {
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
  readonly columns: Readonly<Record<keyof typeof COLUMNS, string>>;
}

interface Needs {
  readonly store: Pick<Store, 'readDepartmentCoverage'>;
  readonly scope: SchoolScope;
}

/** The figures of the drawing as a table: one line for each département, with the number of schools that
 *  cover each family, and a line with their total. */
export const readDepartmentTable =
  ({ store, scope }: Needs) =>
  async (words: DepartmentTableWords, period: CoveragePeriod): Promise<Table> => {
    const departments = await store.readDepartmentCoverage({ scope, ...period });
    const all = [...departments, sumOfDepartments(departments, words.academy)];
    const columns = Object.entries(COLUMNS).map(([key, kind]) => ({
      key,
      title: words.columns[key as keyof typeof COLUMNS],
      kind,
    }));
    return { name: words.name, columns, rows: all.map((one) => toRow(one, period)) };
  };

function toRow(one: DepartmentCoverage, period: CoveragePeriod): readonly TableCell[] {
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
