import { FAMILY_CODES } from '../../domain/engagement/mission.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { ColumnKind, Table, TableCell } from '../files/export/table.ts';
import type { Store } from '../ports.ts';
import type { CoveragePeriod, CoverageSearch, SchoolCoverage } from '../store/engagement-readers.ts';
import { situationDay } from './coverage-day.ts';

const PAGE_ROWS = 500;

const COLUMNS = {
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
  readonly columns: Readonly<Record<keyof typeof COLUMNS, string>>;
  readonly yes: string;
  readonly no: string;
}

interface Needs {
  readonly store: Pick<Store, 'searchSchoolCoverage'>;
  readonly scope: SchoolScope;
}

/** One line for every counted school, with its coverage in the school year. The cells of a school that was
 *  not measured are empty. */
export const readCoverageTable =
  ({ store, scope }: Needs) =>
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
      rows.push(...page.map((school) => toRow(school, period, words)));
      after = page.length === PAGE_ROWS ? page.at(-1)?.establishment : undefined;
    } while (after);
    const columns = Object.entries(COLUMNS).map(([key, kind]) => ({
      key,
      title: words.columns[key as keyof typeof COLUMNS],
      kind,
    }));
    return { name: words.name, columns, rows };
  };

function toRow(
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
