import type { DepartmentCoverage, SchoolCoverage } from '../../../../application/coverage/coverage-reader.ts';
import { FAMILY_CODES, type FamilyCode } from '../../../../domain/engagement/mission.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { type CoverageRow, coverageSvg } from '../../../../drawings/coverage-svg.ts';
import type { PageFrame } from '../../pages/page-frame.ts';

/** In an address: the schools whose files name no département. */
const NO_DEPARTMENT = 'none';

export function toDepartmentPath(code: string): string {
  return `/dane/coverage/${encodeURIComponent(code === '' ? NO_DEPARTMENT : code)}`;
}

export function fromDepartmentPath(part: string): string {
  return part === NO_DEPARTMENT ? '' : part;
}

/** One département, or the whole académie, as a line of the table. */
export interface CoverageLine {
  readonly name: string;
  /** Absent for the whole. */
  readonly href?: string;
  readonly schools: number;
  readonly withoutRupn: number;
  readonly requested: number;
  readonly clashes: number;
  /** Family by family: `42 of 63`, and the share in words. */
  readonly cells: readonly { readonly family: FamilyCode; readonly count: string; readonly share: string }[];
}

export interface CoverageView {
  readonly schools: number;
  readonly measured: number;
  readonly withoutRupn: number;
  readonly schoolYear: string;
  readonly lines: readonly CoverageLine[];
  /** Absent where nothing was measured. */
  readonly drawing?: string;
}

/** Every département and their sum, in words, and drawn. */
export function coverageView(
  { t: { dane } }: Pick<PageFrame, 't'>,
  departments: readonly DepartmentCoverage[],
  schoolYear: number,
): CoverageView {
  const t = dane.coverage;
  const whole = sumOf(departments, t.academy);
  const named = departments.map((one) => ({ ...one, name: one.name || one.code || t.noDepartment }));
  const all = [...named, whole];
  const lines = all.map((one) => toLine(t, one, one === whole));
  const rows = all.map(
    (one): CoverageRow => ({
      label: one.name,
      total: one === whole,
      cells: FAMILY_CODES.map((family) => ({
        share: shareOf(one, family),
        count: String(one.families[family]),
        shareLabel: t.share(shareOf(one, family)),
      })),
    }),
  );
  const said = lines.map(({ name, cells }) =>
    t.drawingLine(name, cells.map(({ family, count, share }) => `${family} ${count} (${share})`).join(', ')),
  );
  return {
    schools: whole.schools,
    measured: whole.measured,
    withoutRupn: whole.withoutRupn,
    schoolYear: schoolYearLabel(schoolYear),
    lines,
    ...(whole.measured > 0 && {
      drawing: coverageSvg({
        title: t.drawing,
        description: t.drawingText(said),
        columns: FAMILY_CODES,
        rows,
      }),
    }),
  };
}

function shareOf({ families, measured }: DepartmentCoverage, family: FamilyCode): number {
  return measured === 0 ? 0 : families[family] / measured;
}

function toLine(
  t: PageFrame['t']['dane']['coverage'],
  one: DepartmentCoverage,
  isWhole: boolean,
): CoverageLine {
  return {
    name: one.name,
    ...(!isWhole && { href: toDepartmentPath(one.code) }),
    schools: one.schools,
    withoutRupn: one.withoutRupn,
    requested: one.requested,
    clashes: one.clashes,
    cells: FAMILY_CODES.map((family) => ({
      family,
      count: t.cell(one.families[family], one.measured),
      share: t.share(shareOf(one, family)),
    })),
  };
}

function sumOf(departments: readonly DepartmentCoverage[], name: string): DepartmentCoverage {
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
    families: {
      A: sum(({ families }) => families.A),
      B: sum(({ families }) => families.B),
      C: sum(({ families }) => families.C),
      D: sum(({ families }) => families.D),
      E: sum(({ families }) => families.E),
    },
  };
}

/** One school as a line of its département's page. */
export interface SchoolLine {
  readonly uai: string;
  readonly name: string;
  readonly commune: string;
  readonly href: string;
  readonly coverage?: NonNullable<SchoolCoverage['coverage']>;
}

export function toSchoolLine({ establishment, coverage }: SchoolCoverage): SchoolLine {
  const { uai, name, commune } = establishment;
  return { uai, name, commune, href: `/school/${uai}`, ...(coverage && { coverage }) };
}
