import { type Context, Hono } from 'hono';
import { schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../page-answer.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import { workspaceFrame } from '../../workspace-frame.ts';
import { CoveragePage } from './coverage-page.tsx';
import { CoverageSchoolsPage } from './coverage-schools-page.tsx';
import { coverageView, fromDepartmentPath, toDepartmentPath, toSchoolLine } from './coverage-view.ts';

const PAGE_SIZE = 50;
/** Between a commune and a UAI in the address of the next page. */
const SEPARATOR = '~';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `/dane/coverage`: the académie, its départements, their schools, and the same as a file. */
export function coverageRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/coverage', ...reads, (c) => answerCoverage(c, deps))
    .get('/dane/coverage.csv', ...reads, (c) => answerFile(c, deps, 'csv'))
    .get('/dane/coverage.xlsx', ...reads, (c) => answerFile(c, deps, 'xlsx'))
    .post('/dane/coverage/measure', ...keeps, async (c) => {
      const { personId } = c.var.signedIn.actor;
      const job = await deps.services.beginJob({ kind: 'measure-coverage' }, personId);
      return c.redirect(inLanguage({ locale: c.var.locale }, `/dane/jobs/${job.id}`), 303);
    })
    .get('/dane/coverage/:departmentCode', ...reads, (c) => answerSchools(c, deps));
}

/** Schools that nobody serves this school year, by the last measure. */
export async function countWithoutRupn(deps: AppDeps): Promise<number> {
  const departments = await deps.ports.store.readDepartmentCoverage(frameNow(deps));
  return departments.reduce((total, { withoutRupn }) => total + withoutRupn, 0);
}

function frameNow({ ports }: AppDeps) {
  return { scope: ports.scope, schoolYear: schoolYearOf(localDateInParis(ports.clock.now())) };
}

async function answerCoverage(c: Context<AppEnv>, deps: AppDeps) {
  const { store, scope } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const now = frameNow(deps);
  const [departments, latest] = await Promise.all([
    store.readDepartmentCoverage(now),
    store.readLatestJob('measure-coverage'),
  ]);
  const view = {
    ...coverageView(frame, departments, now.schoolYear),
    scope,
    ...(latest && {
      lastMeasure: {
        at: latest.finishedAt ?? latest.madeAt,
        jobId: latest.id,
        underway: !latest.finishedAt,
      },
    }),
  };
  return answerPage(c, <CoveragePage frame={frame} view={view} />);
}

async function answerSchools(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const departmentCode = fromDepartmentPath(c.req.param('departmentCode') ?? '');
  const now = frameNow(deps);
  const department = (await store.readDepartmentCoverage(now)).find(({ code }) => code === departmentCode);
  if (!department) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const { q = '', only = 'all', after = '' } = c.req.query();
  const [commune = '', uai = ''] = after.split(SEPARATOR);
  const found = await store.searchSchoolCoverage({
    ...now,
    departmentCode,
    limit: PAGE_SIZE + 1,
    ...(q.trim() && { text: q.trim() }),
    ...(only === 'without' && { withoutRupn: true }),
    ...(uai && { after: { commune, uai: uai as Uai } }),
  });
  const schools = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? schools.at(-1)?.establishment : undefined;
  const action = toDepartmentPath(departmentCode);
  const next = last && { q, only, after: `${last.commune}${SEPARATOR}${last.uai}` };
  const view = {
    department: department.name || departmentCode || frame.t.dane.coverage.noDepartment,
    action,
    schools: schools.map(toSchoolLine),
    form: { values: { q: [q], only: [only] }, faults: {} },
    ...(next && { nextHref: inLanguage(frame, `${action}?${new URLSearchParams(next)}`) }),
  };
  return answerPage(c, <CoverageSchoolsPage frame={frame} view={view} />);
}

async function answerFile(c: Context<AppEnv>, deps: AppDeps, format: 'csv' | 'xlsx') {
  const { file } = workspaceFrame(c, deps, 'dane').t.dane.coverage;
  const { csv, xlsx } = deps.ports.tableWriters;
  const write = format === 'csv' ? csv : xlsx(c.var.locale);
  const table = await deps.services.readCoverageTable(file);
  const bytes = write([table]) as Uint8Array<ArrayBuffer>;
  return c.body(bytes, 200, {
    'Content-Type': MEDIA_TYPES[format] ?? '',
    'Content-Disposition': `attachment; filename="${file.name}.${format}"`,
  });
}
