import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import type { Ports } from '../service-ports.ts';
import type { DepartmentCoverage } from '../store/coverage-readers.ts';
import { useCases } from '../use-cases.ts';
import { readCoverageTable, readDepartmentTable, sumOfDepartments } from './tables.ts';

/** Number of school years in the trend, the reported one included. */
const YEARS = 5;

/** The coverage of one school year, as it was measured: each département, and the sum of all. */
export interface CoverageOfYear {
  readonly schoolYear: SchoolYear;
  readonly departments: readonly DepartmentCoverage[];
  readonly whole: DepartmentCoverage;
}

/** The coverage of a school year, and of the years before it, the oldest first. A year that was not measured has
 *  0 measured schools. */
export interface CoverageReport extends CoverageOfYear {
  readonly years: readonly CoverageOfYear[];
}

/** Reads the measures of some years. `academy` is the name of the sum of all départements. */
const readCoverageReport =
  ({ store, scope }: Ports) =>
  async (schoolYear: SchoolYear, academy: string): Promise<CoverageReport> => {
    const wanted = Array.from({ length: YEARS }, (_, at) => schoolYear - YEARS + 1 + at);
    const years = await Promise.all(
      wanted.map(async (year): Promise<CoverageOfYear> => {
        const departments = await store.readDepartmentCoverage({ scope, schoolYear: year });
        return { schoolYear: year, departments, whole: sumOfDepartments(departments, academy) };
      }),
    );
    const reported = years.at(-1) ?? { schoolYear, departments: [], whole: sumOfDepartments([], academy) };
    return { ...reported, years };
  };

/** The same département in each year of the report; undefined in a year without it. The sum of all has the code
 *  of none, so it is found by its name. */
export function inEachYear(
  { years }: CoverageReport,
  one: DepartmentCoverage,
): readonly (DepartmentCoverage | undefined)[] {
  return years.map(({ departments, whole }) =>
    one.name === whole.name ? whole : departments.find(({ code }) => code === one.code),
  );
}

/** The years of the report whose figures, or some of them, were computed after the year. */
export function computedYears({ years }: CoverageReport): readonly string[] {
  return years.flatMap(({ schoolYear, whole }) => (whole.computed > 0 ? [schoolYearLabel(schoolYear)] : []));
}

/** The years of the report without figures. */
export function missingYears({ years }: CoverageReport): readonly string[] {
  return years.flatMap(({ schoolYear, whole }) =>
    whole.measured === 0 ? [schoolYearLabel(schoolYear)] : [],
  );
}

/** The title of the column of a year, marked if figures were computed after the year. */
export function yearTitle(
  { report }: { readonly report: { readonly computedYear: (year: string) => string } },
  { schoolYear, whole }: CoverageOfYear,
): string {
  const label = schoolYearLabel(schoolYear);
  return whole.computed > 0 ? report.computedYear(label) : label;
}

export const coverageServices = useCases({ readCoverageTable, readDepartmentTable, readCoverageReport });
