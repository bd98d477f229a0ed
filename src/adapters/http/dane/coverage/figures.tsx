import { situationDay, sumOfDepartments } from '../../../../application/coverage/tables.ts';
import type { CoveragePeriod, DepartmentCoverage } from '../../../../application/store/coverage-readers.ts';
import type { FamilyCode } from '../../../../domain/engagement/mission.ts';
import { CardTable } from '../../components/card-table.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { CoverageDrawing, FamilyLegend, familiesOf, namedDepartments, StatesSection } from './chart.tsx';

/** Stands in an address for the schools without a département in the files. */
const NO_DEPARTMENT = 'none';

export function toDepartmentPath(code: string): string {
  return `/dane/coverage/${encodeURIComponent(code === '' ? NO_DEPARTMENT : code)}`;
}

export function fromDepartmentPath(part: string): string {
  return part === NO_DEPARTMENT ? '' : part;
}

/** Every département and their sum: as a drawing, as a table, and as links to their schools. */
export function renderFigures(
  request: PageRequest,
  departments: readonly DepartmentCoverage[],
  period: CoveragePeriod,
) {
  const { t: texts, wording } = request;
  const t = texts.dane.coverage;
  const whole = sumOfDepartments(departments, t.academy);
  const lines = namedDepartments(request, departments, whole);
  const situation = situationDay(period, whole.measuredAt);
  const drawn = familiesOf(request, lines);
  const title = situation ? `${t.drawing}. ${t.situation(texts.day(situation))}` : t.drawing;
  const query = period.on ? `?${new URLSearchParams({ on: period.on })}` : '';
  return (
    <>
      <StatesSection rows={lines} whole={whole} title={t.report.states} />
      <h2>{t.drawing}</h2>
      <FamilyLegend wording={wording} />
      <CoverageDrawing drawn={{ ...drawn, title }}>
        <FiguresTable rows={lines} families={wording.framework.families.map(({ code }) => code)} />
      </CoverageDrawing>
      <h2>{t.departments}</h2>
      <ul class="waiting">
        {lines.slice(0, -1).map(({ name, code, schools, states }) => (
          <li>
            <a href={`${toDepartmentPath(code)}${query}`}>{name}</a>
            <span class="block">{t.departmentCard(schools, states)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function FiguresTable({
  rows,
  families,
}: {
  rows: readonly DepartmentCoverage[];
  families: readonly FamilyCode[];
}) {
  const t = usePageContext().t.dane.coverage;
  return (
    <CardTable
      rows={rows}
      columns={[
        { heading: t.department, cell: ({ name }) => name, names: true },
        { heading: t.schools, cell: ({ schools }) => schools },
        ...families.map((family) => ({
          heading: t.family(family),
          cell: ({ families: held, measured }: DepartmentCoverage) => {
            const part = held.get(family) ?? 0;
            return `${t.cell(part, measured)} (${t.share(measured === 0 ? 0 : part / measured)})`;
          },
        })),
        { heading: t.waiting, cell: ({ requested }) => requested },
        { heading: t.clashes, cell: ({ clashes }) => clashes },
      ]}
    />
  );
}
