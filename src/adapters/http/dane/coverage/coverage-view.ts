import { situationDay, sumOfDepartments } from '../../../../application/coverage/coverage-tables.ts';
import type {
  CoveragePeriod,
  DepartmentCoverage,
  SchoolCoverage,
} from '../../../../application/store/engagement-readers.ts';
import { compact } from '../../../../domain/compact.ts';
import { FAMILY_CODES, type FamilyCode } from '../../../../domain/engagement/mission.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import type { Instant, LocalDate } from '../../../../domain/time/time.ts';
import { type CoverageRow, coverageSvg } from '../../../../drawings/coverage-svg.ts';
import type { PageFrame } from '../../shell/page-frame.ts';

/** Stands in an address for the schools without a département in the files. */
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
  /** Absent for the whole académie. */
  readonly href?: string;
  readonly schools: number;
  readonly withoutRupn: number;
  readonly requested: number;
  readonly clashes: number;
  /** For each family: `42 of 63`, and the share in words. */
  readonly cells: readonly { readonly family: FamilyCode; readonly count: string; readonly share: string }[];
}

export interface CoverageView {
  readonly schools: number;
  readonly measured: number;
  readonly withoutRupn: number;
  readonly schoolYear: string;
  readonly lines: readonly CoverageLine[];
  /** The day that the figures describe; absent where nothing was measured. */
  readonly situation?: LocalDate;
  /** The instant of the last measurement. */
  readonly measuredAt?: Instant;
  /** Absent where nothing was measured. The page shows the drawing that fits its width. */
  readonly drawings?: { readonly narrow: string; readonly wide: string };
}

/** Every département and their sum, in words and as a drawing. */
export function coverageView(
  { t: { dane, day } }: Pick<PageFrame, 't'>,
  departments: readonly DepartmentCoverage[],
  period: CoveragePeriod,
): CoverageView {
  const t = dane.coverage;
  const query = period.on ? `?${new URLSearchParams({ on: period.on })}` : '';
  const whole = sumOfDepartments(departments, t.academy);
  const situation = situationDay(period, whole.measuredAt);
  const named = departments.map((one) => ({ ...one, name: one.name || one.code || t.noDepartment }));
  const all = [...named, whole];
  const lines = all.map((one) =>
    toLine(t, one, one === whole ? undefined : `${toDepartmentPath(one.code)}${query}`),
  );
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
  const drawn = {
    title: situation ? `${t.drawing}. ${t.situation(day(situation))}` : t.drawing,
    description: t.drawingText(said),
    columns: FAMILY_CODES,
    rows,
  };
  return compact({
    schools: whole.schools,
    measured: whole.measured,
    withoutRupn: whole.withoutRupn,
    schoolYear: schoolYearLabel(period.schoolYear),
    lines,
    measuredAt: whole.measuredAt,
    situation,
    ...(whole.measured > 0 && {
      drawings: { narrow: coverageSvg(drawn, 'narrow'), wide: coverageSvg(drawn, 'wide') },
    }),
  });
}

function shareOf({ families, measured }: DepartmentCoverage, family: FamilyCode): number {
  return measured === 0 ? 0 : families[family] / measured;
}

function toLine(
  t: PageFrame['t']['dane']['coverage'],
  one: DepartmentCoverage,
  /** Absent for the whole académie. */
  href: string | undefined,
): CoverageLine {
  return compact({
    name: one.name,
    href,
    schools: one.schools,
    withoutRupn: one.withoutRupn,
    requested: one.requested,
    clashes: one.clashes,
    cells: FAMILY_CODES.map((family) => ({
      family,
      count: t.cell(one.families[family], one.measured),
      share: t.share(shareOf(one, family)),
    })),
  });
}

/** One school as a line of its département's page. */
export type SchoolLine = ReturnType<typeof toSchoolLine>;

export function toSchoolLine({ establishment, coverage }: SchoolCoverage) {
  const { uai, name, commune } = establishment;
  return compact({ uai, name, commune, href: `/school/${uai}`, coverage });
}
