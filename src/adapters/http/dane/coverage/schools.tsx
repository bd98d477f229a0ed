import type { CoveragePeriod, SchoolCoverage } from '../../../../application/store/coverage-readers.ts';
import { COVERAGE_STATES, coverageStateOf } from '../../../../domain/coverage/measure.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { PAGE_SIZE, Paging, pageOf } from '../../components/pagination.tsx';
import { isNarrowed } from '../../forms/context.ts';
import { Filter, type FilterField } from '../../forms/filter.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { fromDepartmentPath, toDepartmentPath } from './figures.tsx';
import { periodOf, queryOf } from './period.ts';

/** Stands in place of a département's code for the schools of all départements. */
const ALL = 'schools';
/** Separates a commune and a UAI in the address of the next page. */
const SEPARATOR = '~';
/** The filters of the list of schools, as the address names them. */
const ONLY = [...COVERAGE_STATES, 'clashes'] as const;

/** `/dane/coverage/schools` and `/dane/coverage/{departmentCode}`: the schools of all départements, or of
 *  one. */
export async function renderSchools(request: PageRequest) {
  const { store, ports } = request;
  const t = request.t.dane.coverage;
  const part = request.param('departmentCode');
  const { q = '', only = 'all', department = '' } = request.c.req.query();
  const { fault: _, ...period } = periodOf(request.today, request.c.req.query());
  const departments = await store.readDepartmentCoverage({ scope: ports.scope, ...period });
  const chosen = part === ALL ? department && fromDepartmentPath(department) : fromDepartmentPath(part);
  const one = departments.find(({ code }) => code === chosen);
  if (part !== ALL && !one) throw new DomainError('not-found');
  const { rows, last } = await searchSchools(request, period, one?.code);
  const action = part === ALL ? `/dane/coverage/${ALL}` : toDepartmentPath(one?.code ?? '');
  const nameOf = (of: { name: string; code: string }) => of.name || of.code || t.noDepartment;
  const form = { values: { q: [q], only: [only], department: [department] }, faults: {} };
  const schoolsDepartment: FilterField = {
    kind: 'choice',
    name: 'department',
    choices: departments.map((of) => ({
      value: toDepartmentPath(of.code).split('/').at(-1) ?? '',
      label: nameOf(of),
    })),
  };
  const saved = { q, only, ...(department && { department }), ...queryOf(period) };
  return (
    <DaneLayout section="coverage" title={one ? t.school.title(nameOf(one)) : t.school.allTitle}>
      {period.on && <p class="lede">{t.situation(request.t.day(period.on))}</p>}
      <Filter
        action={action}
        form={form}
        labels={{ q: t.school.text, only: t.school.only, department: t.department }}
        hidden={queryOf(period)}
        fields={[
          { kind: 'text', name: 'q' },
          {
            kind: 'choice',
            name: 'only',
            choices: [
              { value: 'all', label: t.school.everyone },
              ...COVERAGE_STATES.map((state) => ({ value: state, label: t.school.onlyState[state] })),
              { value: 'clashes', label: t.school.onlyClashes },
            ],
            rest: 'all',
          },
          ...(part === ALL && departments.length > 0 ? [schoolsDepartment] : []),
        ]}
      />
      {rows.length === 0 ? <None narrowed={isNarrowed(form)} /> : <Schools schools={rows} />}
      <Paging next={last && nextHref(action, saved, last)} />
      <p>
        <a href={`/dane/coverage${period.on ? `?on=${period.on}` : ''}`}>{t.school.all}</a>
      </p>
    </DaneLayout>
  );
}

/** A page of the schools of the period, of one département or of all, as the address filters them. */
async function searchSchools(
  { c, store, ports }: PageRequest,
  period: CoveragePeriod,
  departmentCode: string | undefined,
) {
  const { q = '', only = 'all', after = '' } = c.req.query();
  const [commune = '', uai = ''] = after.split(SEPARATOR);
  const wanted = ONLY.find((one) => one === only);
  const found = await store.searchSchoolCoverage({
    scope: ports.scope,
    ...period,
    limit: PAGE_SIZE + 1,
    ...(departmentCode !== undefined && { departmentCode }),
    ...(q.trim() && { text: q.trim() }),
    ...(wanted && { only: wanted }),
    ...(uai && { after: { commune, uai: uai as Uai } }),
  });
  return pageOf(found);
}

function nextHref(
  action: string,
  saved: Readonly<Record<string, string>>,
  { establishment }: SchoolCoverage,
) {
  const { commune, uai } = establishment;
  return `${action}?${new URLSearchParams({ ...saved, after: `${commune}${SEPARATOR}${uai}` })}`;
}

function None({ narrowed }: { narrowed: boolean }) {
  const t = usePageContext().t.dane.coverage.school;
  if (narrowed) return <p class="notice">{t.noneFound}</p>;
  return (
    <p class="notice">
      {t.none} <a href="/dane/imports">{t.toImports}</a>
    </p>
  );
}

const COUNTED = ['rupn', 'carriedOver', 'requested', 'contested', 'clashes'] as const;

function Schools({ schools }: { schools: readonly SchoolCoverage[] }) {
  const { states, school: t } = usePageContext().t.dane.coverage;
  return (
    <table class="table-cards compact">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.families}</th>
          {COUNTED.map((count) => (
            <th scope="col">{t[count]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {schools.map(({ establishment: { uai, name, commune }, coverage }) => (
          <tr>
            <th scope="row">
              <a href={`/school/${uai}`}>{typographic(name)}</a>
              <span class="note block"> {typographic([commune, uai].filter(Boolean).join(', '))}</span>
            </th>
            {coverage ? (
              <>
                <td data-label={t.state}>{states[coverageStateOf(coverage)]}</td>
                <td data-label={t.families}>{coverage.families.join(' ') || t.noFamily}</td>
                {COUNTED.map((count) => (
                  // Zeros are hidden on a phone.
                  <td data-label={t[count]} class={coverage[count] ? undefined : 'zero'}>
                    {coverage[count]}
                  </td>
                ))}
              </>
            ) : (
              <td colspan={7}>{t.notMeasured}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
