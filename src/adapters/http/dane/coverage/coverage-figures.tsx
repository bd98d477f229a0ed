import { raw } from 'hono/html';
import { situationDay, sumOfDepartments } from '../../../../application/coverage/coverage-tables.ts';

import type { CoveragePeriod, DepartmentCoverage } from '../../../../application/store/engagement-readers.ts';
import { COVERAGE_STATES } from '../../../../domain/coverage/measure-coverage.ts';
import type { FamilyCode } from '../../../../domain/engagement/mission.ts';
import { type CoverageRow, coverageSvg } from '../../../../drawings/coverage-svg.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { Visit } from '../../shell/visit.ts';

/** Stands in an address for the schools without a département in the files. */
const NO_DEPARTMENT = 'none';

export function toDepartmentPath(code: string): string {
  return `/dane/coverage/${encodeURIComponent(code === '' ? NO_DEPARTMENT : code)}`;
}

export function fromDepartmentPath(part: string): string {
  return part === NO_DEPARTMENT ? '' : part;
}

/** Every département and their sum: as a drawing, as a table, and as links to their schools. The page shows
 *  the drawing that fits its width. */
export function drawFigures(
  { t: { dane, day }, wording }: Visit,
  departments: readonly DepartmentCoverage[],
  period: CoveragePeriod,
) {
  const t = dane.coverage;
  const named = departments.map((one) => ({ ...one, name: one.name || one.code || t.noDepartment }));
  const whole = sumOfDepartments(departments, t.academy);
  const rows = [...named, whole];
  const families = wording.framework.families.map(({ code }) => code);
  const situation = situationDay(period, whole.measuredAt);
  const said = rows.map((one) => {
    const cells = families.map((family) => `${family} ${cellOf(t, one, family)}`);
    return t.drawingLine(one.name, cells.join(', '));
  });
  const drawing = {
    title: situation ? `${t.drawing}. ${t.situation(day(situation))}` : t.drawing,
    description: t.drawingText(said),
    columns: families,
    rows: rows.map((one) => toDrawn(t, one, { families, isWhole: one === whole })),
  };
  const query = period.on ? `?${new URLSearchParams({ on: period.on })}` : '';
  return (
    <>
      <h2>{t.drawing}</h2>
      <ul class="legend">
        {wording.framework.families.map(({ code, label }) => (
          <li>
            <strong>{code}</strong> {label[wording.locale]}
          </li>
        ))}
      </ul>
      <div class="drawing">
        {raw(coverageSvg(drawing, 'narrow'))}
        {raw(coverageSvg(drawing, 'wide'))}
        <details class="fold">
          <summary>{t.asTable}</summary>
          <FiguresTable rows={rows} families={families} />
        </details>
      </div>
      <h2>{t.departments}</h2>
      <ul class="waiting">
        {named.map(({ name, code, schools, states }) => (
          <li>
            <a href={`${toDepartmentPath(code)}${query}`}>{name}</a>
            <span class="block">{t.departmentCard(schools, states)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

type CoverageTexts = Visit['t']['dane']['coverage'];

function toDrawn(
  t: CoverageTexts,
  one: DepartmentCoverage,
  { families, isWhole }: { readonly families: readonly FamilyCode[]; readonly isWhole: boolean },
): CoverageRow {
  return {
    label: one.name,
    total: isWhole,
    cells: families.map((family) => ({
      share: shareOf(one, family),
      count: String(one.families.get(family) ?? 0),
      shareLabel: t.share(shareOf(one, family)),
    })),
  };
}

function shareOf({ families, measured }: DepartmentCoverage, family: FamilyCode): number {
  return measured === 0 ? 0 : (families.get(family) ?? 0) / measured;
}

/** `42 of 63 (67 %)`. */
function cellOf(t: CoverageTexts, one: DepartmentCoverage, family: FamilyCode): string {
  return `${t.cell(one.families.get(family) ?? 0, one.measured)} (${t.share(shareOf(one, family))})`;
}

function FiguresTable({
  rows,
  families,
}: {
  rows: readonly DepartmentCoverage[];
  families: readonly FamilyCode[];
}) {
  const t = useFrame().t.dane.coverage;
  return (
    <CardTable
      rows={rows}
      columns={[
        { heading: t.department, cell: ({ name }) => name, names: true },
        { heading: t.schools, cell: ({ schools }) => schools },
        ...COVERAGE_STATES.map((state) => ({
          heading: t.states[state],
          cell: ({ states }: DepartmentCoverage) => states[state],
        })),
        ...families.map((family) => ({
          heading: t.family(family),
          cell: (one: DepartmentCoverage) => cellOf(t, one, family),
        })),
        { heading: t.waiting, cell: ({ requested }) => requested },
        { heading: t.clashes, cell: ({ clashes }) => clashes },
      ]}
    />
  );
}
