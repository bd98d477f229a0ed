import type { DepartmentCoverage } from '../store/engagement-readers.ts';

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
