import { type Context, Hono } from 'hono';
import type { CoveragePeriod } from '../../../../application/store/engagement-readers.ts';
import { compact } from '../../../../domain/compact.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { firstDayOf, schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis, parseLocalDate } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { type FieldFault, readForm } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { CoveragePage } from './coverage-page.tsx';
import { CoverageSchoolsPage } from './coverage-schools-page.tsx';
import { coverageView, fromDepartmentPath, toDepartmentPath, toSchoolLine } from './coverage-view.ts';

const PAGE_SIZE = 50;
/** Number of school years to choose from, the current one included. */
const YEARS = 6;
/** Separates a commune and a UAI in the address of the next page. */
const SEPARATOR = '~';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** The filters of the list of schools, by their words in the address. */
const ONLY = { without: 'without-rupn', clashes: 'clashes' } as const;

/** `/dane/coverage`: the académie, its départements, their schools, and the same data as files. */
export function coverageRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/coverage', ...reads, (c) => answerCoverage(c, deps))
    .get('/dane/coverage.csv', ...reads, (c) => answerFile(c, deps, { table: 'schools', format: 'csv' }))
    .get('/dane/coverage.xlsx', ...reads, (c) => answerFile(c, deps, { table: 'schools', format: 'xlsx' }))
    .get('/dane/coverage/departments.csv', ...reads, (c) =>
      answerFile(c, deps, { table: 'departments', format: 'csv' }),
    )
    .get('/dane/coverage/departments.xlsx', ...reads, (c) =>
      answerFile(c, deps, { table: 'departments', format: 'xlsx' }),
    )
    .post('/dane/coverage/measure', ...keeps, async (c) => {
      const { personId } = c.var.signedIn.actor;
      const { year: [year = ''] = [], on: [day = ''] = [] } = await readForm(c);
      const { on } = periodOf(deps, { year, on: day });
      if (on) {
        const measuring = await deps.services.beginJob({ kind: 'measure-coverage-day', on }, personId);
        return c.redirect(`/dane/jobs/${measuring.id}`, 303);
      }
      const schoolYear = yearOf(deps, year);
      const isCurrent = schoolYear === thisYear(deps);
      const command = { kind: 'measure-coverage', ...(!isCurrent && { schoolYear }) } as const;
      const job = await deps.services.beginJob(command, personId);
      return c.redirect(`/dane/jobs/${job.id}`, 303);
    })
    .get('/dane/coverage/:departmentCode', ...reads, (c) => answerSchools(c, deps));
}

function thisYear({ ports }: AppDeps): number {
  return schoolYearOf(localDateInParis(ports.clock.now()));
}

function yearsOf(deps: AppDeps): readonly number[] {
  const current = thisYear(deps);
  return Array.from({ length: YEARS }, (_, before) => current - before);
}

/** The school year that the address names; by default the current one. */
function yearOf(deps: AppDeps, asked: string | undefined): number {
  return yearsOf(deps).find((year) => String(year) === asked) ?? thisYear(deps);
}

interface AskedPeriod {
  readonly year?: string | undefined;
  readonly on?: string | undefined;
}

/** The school year, or the chosen day of one, that an address names. A day that is invalid, in the future or
 *  too old gives a fault, and the last measure of the year is shown instead. For today, the last measure is
 *  shown. */
function periodOf(
  deps: AppDeps,
  { year, on = '' }: AskedPeriod,
): CoveragePeriod & { readonly fault?: FieldFault } {
  const schoolYear = yearOf(deps, year);
  if (on === '') return { schoolYear };
  const today = localDateInParis(deps.ports.clock.now());
  try {
    const day = parseLocalDate(on);
    const first = firstDayOf(yearsOf(deps).at(-1) ?? schoolYear);
    if (day > today) return { schoolYear, fault: `after:${today}` };
    if (day < first) return { schoolYear, fault: `before:${first}` };
    return day === today ? { schoolYear: schoolYearOf(day) } : { schoolYear: schoolYearOf(day), on: day };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { schoolYear, fault: 'invalid-date' };
  }
}

/** The part of an address that names the period. */
function queryOf({ schoolYear, on }: CoveragePeriod): Readonly<Record<string, string>> {
  return { year: String(schoolYear), ...(on && { on }) };
}

async function answerCoverage(c: Context<AppEnv>, deps: AppDeps) {
  const { store, scope, catalogue } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const { fault, ...period } = periodOf(deps, c.req.query());
  const { schoolYear, on } = period;
  const [departments, latest] = await Promise.all([
    store.readDepartmentCoverage({ scope, ...period }),
    store.readLatestJob(on ? 'measure-coverage-day' : 'measure-coverage'),
  ]);
  const view = compact({
    ...coverageView(frame, departments, period),
    on,
    query: `${new URLSearchParams(queryOf(period))}`,
    form: {
      values: { year: [String(schoolYear)], on: [on ?? (fault ? (c.req.query('on') ?? '') : '')] },
      faults: fault ? { on: fault } : {},
    },
    scope,
    year: String(schoolYear),
    years: yearsOf(deps).map((year) => ({ value: String(year), label: schoolYearLabel(year) })),
    families: catalogue.framework.families.map(({ code, label }) => ({ code, label: label[frame.locale] })),
    job: latest && { id: latest.id, underway: !latest.finishedAt },
  });
  return answerPage(c, frame, <CoveragePage view={view} />);
}

/** Stands in place of a département's code for the schools of all départements. */
const ALL = 'schools';

async function answerSchools(c: Context<AppEnv>, deps: AppDeps) {
  const { store, scope } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const part = c.req.param('departmentCode') ?? '';
  const { q = '', only = 'all', after = '', department = '' } = c.req.query();
  const { fault: _, ...period } = periodOf(deps, c.req.query());
  const departments = await store.readDepartmentCoverage({ scope, ...period });
  const chosen = part === ALL ? department && fromDepartmentPath(department) : fromDepartmentPath(part);
  const one = departments.find(({ code }) => code === chosen);
  if (part !== ALL && !one) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const [commune = '', uai = ''] = after.split(SEPARATOR);
  const found = await store.searchSchoolCoverage({
    scope,
    ...period,
    limit: PAGE_SIZE + 1,
    ...(one && { departmentCode: one.code }),
    ...(q.trim() && { text: q.trim() }),
    ...(only in ONLY && { only: ONLY[only as keyof typeof ONLY] }),
    ...(uai && { after: { commune, uai: uai as Uai } }),
  });
  const schools = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? schools.at(-1)?.establishment : undefined;
  const kept = { q, only, ...(department && { department }), ...queryOf(period) };
  const next = last && { ...kept, after: `${last.commune}${SEPARATOR}${last.uai}` };
  const t = frame.t.dane.coverage;
  const action = part === ALL ? `/dane/coverage/${ALL}` : toDepartmentPath(one?.code ?? '');
  const view = compact({
    title: one ? t.school.title(one.name || one.code || t.noDepartment) : t.school.allTitle,
    action,
    period: queryOf(period),
    on: period.on,
    departments:
      part === ALL
        ? departments.map(({ code, name }) => ({
            value: toDepartmentPath(code).split('/').at(-1) ?? '',
            label: name || code || t.noDepartment,
          }))
        : [],
    schools: schools.map(toSchoolLine),
    form: { values: { q: [q], only: [only], department: [department] }, faults: {} },
    nextHref: next && `${action}?${new URLSearchParams(next)}`,
  });
  return answerPage(c, frame, <CoverageSchoolsPage view={view} />);
}

interface File {
  readonly table: 'schools' | 'departments';
  readonly format: 'csv' | 'xlsx';
}

async function answerFile(c: Context<AppEnv>, deps: AppDeps, { table: wanted, format }: File) {
  const { services, ports } = deps;
  const t = workspaceFrame(c, deps, 'dane').t.dane.coverage;
  const { fault: _, ...period } = periodOf(deps, c.req.query());
  const { csv, xlsx } = ports.tableWriters;
  const write = format === 'csv' ? csv : xlsx(c.var.locale);
  const table = await (wanted === 'schools'
    ? services.readCoverageTable(t.file, period)
    : services.readDepartmentTable({ ...t.departmentFile, academy: t.academy }, period));
  return c.body(write([table]) as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': MEDIA_TYPES[format] ?? '',
    'Content-Disposition': `attachment; filename="${table.name}-${period.on ?? schoolYearLabel(period.schoolYear)}.${format}"`,
  });
}
