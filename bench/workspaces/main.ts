import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jalon } from '../../test/support/command-line.ts';
import { openSession } from '../fixtures/open-session.ts';
import { measure, view } from '../measuring/measure.ts';
import { startSqliteShape } from '../servers/start-node-shape.ts';
import { AGENT, HEAD, TEACHER, writeFixtureFiles } from './fixture.ts';

/** `npm run bench -- workspaces [--json]`: measures each page behind the sign-in with 20,000 people and
 *  60,000 engagements, as a multiple of the catalogue page, drawn again, in the same rounds. The exit code is
 *  1 where a page costs more than 20 times as much. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const MOST_TIMES_CATALOGUE = 20;
/** The catalogue page, drawn again at each request: with a query without meaning, no kept answer is used. */
const CATALOGUE = '/badges?drawn=anew';
const VIEWS = 60;
const ROUNDS = 3;

const note = (text: string) => void process.stderr.write(`${text}\n`);

const shape = await startSqliteShape();
const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-world-'));
try {
  const uai = writeFixtureFiles(folder);
  note('importing 20,000 people and 60,000 engagements');
  const environment = { DATABASE_URL: `sqlite:${shape.file}`, PUBLIC_URL: shape.origin, DEMO: '0' };
  await jalon(['import', folder, '--json'], { environment });
  const cookies = {
    agent: openSession(shape.file, AGENT),
    teacher: openSession(shape.file, TEACHER),
    head: openSession(shape.file, HEAD),
  };
  await work('/dane/decisions/judge', cookies.agent);
  await work('/dane/coverage/measure', cookies.agent);
  const costs = await measurePages(definePages(uai, cookies));
  const dearest = Math.max(...costs.map(({ times }) => times));
  for (const cost of costs) {
    process.stdout.write(
      values.json
        ? `${JSON.stringify(cost)}\n`
        : `${cost.times.toFixed(1).padStart(6)} ×  ${cost.cpuMs.toFixed(2).padStart(7)} ms  ${cost.path}\n`,
    );
  }
  if (dearest > MOST_TIMES_CATALOGUE) process.exitCode = 1;
} finally {
  await shape.stop();
  rmSync(folder, { recursive: true });
}

/** Starts a job and follows it to its end. */
async function work(path: string, cookie: string): Promise<void> {
  note(path);
  const begun = await fetch(`${shape.url}${path}`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: shape.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });
  const job = begun.headers.get('Location') ?? '';
  for (;;) {
    const page = await (await fetch(`${shape.url}${job}`, { headers: { Cookie: cookie } })).text();
    if (!page.includes('http-equiv="refresh"')) return;
  }
}

interface Page {
  readonly path: string;
  readonly cookie: string;
}

function definePages(uai: string, cookies: Readonly<Record<'agent' | 'teacher' | 'head', string>>) {
  const of = (cookie: string, paths: readonly string[]): readonly Page[] =>
    paths.map((path) => ({ path, cookie }));
  return [
    ...of(cookies.teacher, [
      '/my',
      '/my/engagements',
      '/my/trainings',
      '/my/badges',
      '/my/iprof',
      '/my/data',
      '/my/documents',
    ]),
    ...of(cookies.teacher, ['/my/engagements/new?q=dijon']),
    ...of(
      cookies.head,
      ['', '/confirmations', '/reviews', '/actions', '/means', '/papers', '/contests', '/badge'].map(
        (page) => `/school/${uai}${page}`,
      ),
    ),
    ...of(cookies.agent, [
      '/dane',
      '/dane/decisions',
      '/dane/people',
      '/dane/people?q=martin-1999',
      '/dane/decisions?q=martin-1999',
    ]),
    ...of(cookies.agent, ['/dane/coverage', '/dane/coverage/21', '/dane/campaigns', '/dane/events']),
    ...of(cookies.agent, [
      '/dane/criteria',
      '/dane/criteria/workshop',
      '/dane/contests',
      '/dane/requests',
      '/dane/confirmations',
    ]),
  ];
}

/** Measures every page in turn, the catalogue first, round after round. The first round warms up and is not
 *  counted. */
async function measurePages(pages: readonly Page[]) {
  const sums = new Map<string, number>();
  for (let round = 0; round <= ROUNDS; round += 1) {
    note(`round ${round} of ${ROUNDS}`);
    for (const { path, cookie } of [{ path: CATALOGUE, cookie: '' }, ...pages]) {
      const headers: Record<string, string> = cookie ? { Cookie: cookie } : {};
      const { cpuMs = 0 } = await measure(shape, VIEWS, () => view([`${shape.url}${path}`], VIEWS, headers));
      if (round > 0) sums.set(path, (sums.get(path) ?? 0) + cpuMs);
    }
  }
  const catalogue = sums.get(CATALOGUE) ?? 1;
  return [...sums].map(([path, cpuMs]) => ({ path, cpuMs: cpuMs / ROUNDS, times: cpuMs / catalogue }));
}
