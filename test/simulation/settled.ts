import type { Depth, Finding } from '../../src/domain/integrity/invariant.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { signAgain } from './environment.ts';
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
  for (let look = 0; look < MAX_CHECKS; look += 1) {
    for (const { services } of processes) await services.runMaintenance();
    outside.pass(HOUR + 60);
  }
  await askAll(run, 'whole');
  await judgeBadges(run);
  const forgotten = await place.ask(
    "select id from mail where state = 'waiting' and coalesce(letter_id, id) not in (select id from outbox where done_at is null)",
  );
  if (forgotten.length > 0) run.broken(`${forgotten.length} mails wait, and nothing sends them`);
  const left = await place.ask('select kind, attempts from outbox where done_at is null');
  const overdue = left.filter(({ attempts }) => Number(attempts) > 0);
  if (overdue.length > 0)
    run.broken(`${overdue.length} tasks are left: ${JSON.stringify(overdue.slice(0, 3))}`);
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
