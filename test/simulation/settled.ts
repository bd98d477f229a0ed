import { type Depth, type Finding, WRONG_CLOCK } from '../../src/domain/integrity/invariant.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { signAgain } from './environment.ts';
import type { Process } from './process.ts';
import type { SimulationRun } from './run.ts';

/** An hour is more than every lease, and every mail is tried again within a day. */
const HOUR = 3600;
const MAX_CHECKS = 4;

/** Asks the invariants of the service that need no signature. */
export async function judgeQuickly(run: SimulationRun): Promise<void> {
  await askAll(run, 'quick');
}

/** What was done by a clock that was ahead is dated ahead, until that day has come. */
async function askAll({ processes: [process], outside, broken }: SimulationRun, depth: Depth): Promise<void> {
  if (!process) return;
  const wasAhead = outside.time.passed < outside.time.aheadUntil;
  const isExcused = (invariant: string, { detail }: Finding) =>
    (wasAhead && (invariant === 'nothing-ahead' || detail?.['fault'] === 'wrong-clock')) ||
    // An import that a fault ended may have gone on after a measure, and has no line of the audit.
    invariant === 'kept-coverage';
  for (const { invariant, found, failure } of await contradictionsOf(process, depth)) {
    const errors = found.filter((one) => !isExcused(invariant, one));
    if (failure || errors.length > 0)
      broken(`invariant ${invariant}: ${failure ?? 'found'} ${JSON.stringify(errors.slice(0, 3))}`);
  }
}

/** Lets the service come to rest by a right clock, then asks everything: the invariants with all signatures, what a
 *  stranger's verification says of each badge, and whether work or mails are left. */
export async function judgeSettled(run: SimulationRun): Promise<void> {
  const { outside, processes, place } = run;
  if (processes[0]) await signAgain(processes[0]);
  for (let check = 0; check < MAX_CHECKS; check += 1) {
    for (const { services } of processes) await services.runMaintenance();
    outside.pass(HOUR + 60);
  }
  await askAll(run, 'whole');
  await judgeBadges(run);
  const forgotten = await place.ask(
    "select id from mail where state = 'waiting' and coalesce(letter_id, id) not in (select id from outbox where done_at is null)",
  );
  if (forgotten.length > 0) run.broken(`${forgotten.length} mails wait, and nothing sends them`);
  await judgeWork(run);
  await judgeRetention(run);
  await judgeReadiness(run);
}

/** Each job that is due ends, unless it fails, and each task that is due is done. */
async function judgeWork({ outside, place, broken }: SimulationRun): Promise<void> {
  const now = outside.now();
  const jobs = await place.ask(
    `select id, kind from job where finished_at is null and failure_count is null and held_by is null and (starts_at is null or starts_at <= '${now}') order by id`,
  );
  for (const { id, kind } of jobs) broken(`the job ${id} (${kind}) is due and does not end`);
  const tasks = await place.ask(
    `select id, kind, attempts from outbox where done_at is null and (attempts > 0 or due_at <= '${now}')`,
  );
  if (tasks.length > 0) broken(`${tasks.length} tasks are left: ${JSON.stringify(tasks.slice(0, 3))}`);
}

/** What a table holds until an instant, and for how many days it may stay after it. */
const RETAINED: readonly (readonly [table: string, column: string, days: number])[] = [
  ['session', 'expires_at', 1],
  ['sign_in_attempt', 'expires_at', 1],
  ['typed_form', 'expires_at', 1],
  ['upload', 'expires_at', 1],
  ['outbox', 'done_at', 31],
];

/** Nothing is retained for too long. */
async function judgeRetention({ outside, place, broken }: SimulationRun): Promise<void> {
  for (const [table, column, days] of RETAINED) {
    const before = secondsAfter(outside.now(), -days * 86_400);
    const [row] = await place.ask(`select count(*) as old from ${table} where ${column} < '${before}'`);
    if (Number(row?.['old']) > 0) broken(`${table}: ${row?.['old']} rows are retained for too long`);
  }
}

/** What of the life is the cause of a warning, as a query that finds it. */
const CAUSES: Readonly<Record<string, string>> = {
  'job-set-aside':
    'select id from job where finished_at is null and failure_count is not null and failure_retry_at is null',
  'job-not-moving': 'select id from job where finished_at is null and failure_count is not null',
  'invariant-broken': 'select invariant from invariant_answer where contradictions > 0',
  // What the last check found stays until the next one, also after the instant is past.
  'clock-leftovers': `select invariant from invariant_answer where found like '%"${WRONG_CLOCK}"%'`,
};

/** Each warning of readiness has a cause, and what has one is warned of. */
async function judgeReadiness({ processes: [process], outside, place, broken }: SimulationRun) {
  if (!process) return;
  const response = await process.app.request(`${process.ports.origin}/health/ready`);
  const { warnings = [] } = (await response.json()) as { readonly warnings?: readonly string[] };
  // A wrong clock is a cause until what it wrote is past.
  const wasAhead = outside.time.passed < outside.time.aheadUntil;
  for (const warning of warnings) {
    if (/clock|ahead/.test(warning) && wasAhead) continue;
    const cause = CAUSES[warning];
    const found = cause === undefined ? [] : await place.ask(cause);
    if (found.length === 0) broken(`readiness warns of ${warning} without a cause`);
  }
  const aside = await place.ask(CAUSES['job-set-aside'] ?? '');
  if (aside.length > 0 && !warnings.includes('job-set-aside'))
    broken('readiness does not warn of a job that was set aside');
}

/** A process that was started without keys says so, and shows what is signed. */
export async function judgeWithoutKeys({ broken }: SimulationRun, { app, ports }: Process): Promise<void> {
  const response = await app.request(`${ports.origin}/health/ready?for=writing`);
  const { warnings = [] } = (await response.json()) as { readonly warnings?: readonly string[] };
  if (response.status !== 503 || !warnings.includes('signing-unavailable'))
    broken('readiness does not say that the keys are away');
  const document = await app.request(`${ports.origin}/.well-known/did.json`);
  if (document.status !== 200) broken('the public keys are not published while the private ones are away');
}

/** Each badge verifies, and its public status is what was decided. */
async function judgeBadges({ processes, place, broken }: SimulationRun): Promise<void> {
  const [process] = processes;
  const badges = await place.ask(
    'select id, document, revoked_at, suspended_at, erased_at from credential order by id',
  );
  for (const { id, document, revoked_at, suspended_at, erased_at } of badges) {
    if (erased_at || !process) continue;
    const report = await process.ports.verifyCredential({
      kind: 'parsed',
      value: JSON.parse(String(document)),
    });
    const codeOf = (name: string) => report.steps.find(({ step }) => step === name)?.code;
    const wanted = revoked_at ? 'revoked' : suspended_at ? 'suspended' : 'ok';
    if (codeOf('proof') !== 'ok') broken(`the badge ${id}: its proof is ${codeOf('proof')}`);
    if (codeOf('status') !== wanted)
      broken(`the badge ${id}: its status is ${codeOf('status')}, not ${wanted}`);
  }
}
