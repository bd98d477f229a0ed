import { copyFile, rename, rm } from 'node:fs/promises';
import { vi } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { type IssuedBadge, issueEverything, ONE_RUPN, startTestService } from '../support/servers/service.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** The day on which the facts of one person become old is within the life. */
const BEGIN = Date.parse('2027-08-26T22:10:00Z');
const OLD = 'vieux@ac-test.example';
const PEOPLE = 6;
/** Seconds by which a clock is wrong in a fault. */
const WRONG = [20, 90, 2 * HOUR, 30 * HOUR, 40 * DAY, 800 * DAY, -90, -2 * HOUR, -30 * HOUR] as const;
/** Seconds by which the clocks of two processes differ. */
const SKEWS = [0, 5, 50, -50] as const;

export interface RunReport {
  readonly steps: number;
  /** What broke a promise, in words, with the step. */
  readonly broken: readonly string[];
}

/** Lives through so many steps from a seed, and stops at the first broken promise. The time is simulated: a wait
 *  moves the clock and the monotonic clock, a fault the clock alone. */
export async function liveThrough(seed: number, steps: number): Promise<RunReport> {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const run = await begin(seed);
  try {
    for (let step = 1; step <= steps; step += 1) {
      const action = run.pick(Object.keys(ACTS) as (keyof typeof ACTS)[]);
      await ACTS[action](run);
      const broken = await judge(run);
      if (broken.length > 0) return { steps: step, broken: broken.map((one) => `${action}: ${one}`) };
    }
    return { steps, broken: await judgeRest(run) };
  } finally {
    await run.end();
    vi.useRealTimers();
  }
}

interface Run {
  readonly random: () => number;
  pick<Item>(items: readonly Item[]): Item;
  /** The service, and a second process on its database whose clock differs. */
  readonly processes: NodeContext[];
  skews: number[];
  /** Seconds of true time since the beginning. */
  true: number;
  /** Days of true time on which the service worked with a right clock since the old facts could be announced. */
  readonly livedDays: Set<string>;
  readonly badges: IssuedBadge[];
  readonly revoked: Set<string>;
  readonly file: string;
  environment: Readonly<Record<string, string>>;
  hasCopy: boolean;
  end(): Promise<void>;
}

async function begin(seed: number): Promise<Run> {
  vi.setSystemTime(BEGIN);
  const service = await startTestService();
  const names = Array.from({ length: PEOPLE }, (_, at) => `p${at}@ac-test.example`);
  await service.importText({
    ...ONE_RUPN,
    'personnes.csv': `email;prenom;nom\n${[...names, OLD].map((email, at) => `${email};Prénom;Nom${at}\n`).join('')}`,
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...names.map((email, at) => `S-${at};${email};0210001M;01/09/2025;31/08/2026;A1|A2|B1;;confirmee`),
      `O-1;${OLD};0210001M;01/09/2019;31/08/2022;A1|B1;;confirmee`,
      '',
    ].join('\n'),
  });
  const badges = [...(await issueEverything(service))];
  for (const { id } of badges)
    await service.services.acceptCredential({ id, visibility: 'public', actor: 'test' });
  const random = randomFrom(seed);
  const run: Run = {
    random,
    pick: (items) => items[Math.floor(random() * items.length)] as never,
    processes: [service],
    skews: [0],
    true: 0,
    livedDays: new Set(),
    badges,
    revoked: new Set(),
    file: service.environment['DATABASE_URL']?.slice('sqlite:'.length) ?? '',
    environment: service.environment,
    hasCopy: false,
    end: async () => {
      for (const one of run.processes) await one.close().catch(() => {});
      await rm(service.folder, { recursive: true, force: true });
    },
  };
  await work(run);
  return run;
}

/** Sets the clock to the true time, and to a process's own difference. */
function setClock(run: Run, wrong = 0): void {
  vi.setSystemTime(BEGIN + (run.true + wrong) * 1000);
}

/** Lets true time pass: both clocks move. */
function pass(run: Run, seconds: number): void {
  run.true += seconds;
  vi.advanceTimersByTime(seconds * 1000);
}

/** The timers of all processes. A failure of one is left to the next look, as in the service. */
async function work(run: Run, wrong = 0): Promise<void> {
  for (const [at, one] of run.processes.entries()) {
    setClock(run, wrong + (run.skews[at] ?? 0));
    await one.services.runMaintenance().catch(() => {});
  }
  setClock(run, wrong);
  if (wrong === 0)
    run.livedDays.add(new Date(BEGIN + run.true * 1000 + 2 * HOUR * 1000).toISOString().slice(0, 10));
}

/** One hour of life: a look at its begin and at its end. */
async function hours(run: Run, count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    await work(run);
    pass(run, HOUR);
  }
  await work(run);
}

/** From now to ten past midnight in Paris, in summer time. */
function untilNight(run: Run): number {
  return (DAY - (run.true % DAY)) % DAY;
}

async function restart(run: Run): Promise<void> {
  for (const one of run.processes.splice(0)) await one.close();
  const count = run.random() < 0.3 ? 2 : 1;
  run.skews = Array.from({ length: count }, (_, at) => (at === 0 ? 0 : run.pick(SKEWS)));
  for (let at = 0; at < count; at += 1) {
    const one = await openNodeContext(run.environment);
    await one.keys.open();
    run.processes.push(one);
  }
}

const any = (run: Run) => run.pick(run.processes);

/** Something that an agent or a holder does by a clock that may be wrong. It may be refused. */
async function action(run: Run): Promise<void> {
  const one = any(run);
  const badge = run.pick(run.badges);
  const standing = run.badges.filter(({ id }) => !run.revoked.has(id));
  if (run.random() < 0.3 && standing.length > 2) {
    const revoked = run.pick(standing);
    run.revoked.add(revoked.id);
    await one.services.revokeCredential({ id: revoked.id, reason: 'Erreur', actor: 'test' }).catch(() => {});
    return;
  }
  const name = run.pick(['none', 'initials', 'full'] as const);
  await one.services.acceptCredential({ id: badge.id, name, actor: 'test' }).catch(() => {});
}

/** The clock is wrong for a while; people work in the meantime; then it is put right. */
async function wrongFor(run: Run, seconds: number, doing: (run: Run) => Promise<void>): Promise<void> {
  const wrong = run.pick(WRONG);
  setClock(run, wrong);
  await work(run, wrong);
  await doing(run);
  pass(run, seconds);
  await work(run, wrong);
  setClock(run);
}

const ACTS = {
  'a day': async (run: Run) => {
    await hours(run, 2);
    pass(run, untilNight(run));
    await work(run);
    await hours(run, 1);
  },
  'a weekend off': async (run: Run) => {
    await Promise.all(run.processes.splice(0).map((one) => one.close()));
    pass(run, 2 * DAY + untilNight(run));
    await restart(run);
    await work(run);
  },
  acts: async (run: Run) => {
    pass(run, 5 * MINUTE);
    await action(run);
    await work(run);
  },
  'a wrong clock': (run: Run) => wrongFor(run, 12, action),
  'a clock wrong for half a day': (run: Run) => wrongFor(run, 11 * HOUR, action),
  'a start by a wrong clock': async (run: Run) => {
    const wrong = run.pick(WRONG);
    setClock(run, wrong);
    await restart(run);
    await work(run, wrong);
    await action(run);
    pass(run, MINUTE);
    await work(run, wrong);
    await restart(run);
    setClock(run);
  },
  'a start years ahead, just after midnight': async (run: Run) => {
    pass(run, untilNight(run));
    const years = 6 * 365 * DAY;
    setClock(run, years);
    await restart(run);
    for (let look = 0; look < 4; look += 1) {
      await work(run, years);
      pass(run, MINUTE);
      setClock(run, years);
    }
    await restart(run);
    setClock(run);
  },
  'a restart': restart,
  'a copy': async (run: Run) => {
    await Promise.all(run.processes.splice(0).map((one) => one.close()));
    await copyFile(run.file, `${run.file}.copy`);
    run.hasCopy = true;
    await restart(run);
  },
  'a copy put back': async (run: Run) => {
    if (!run.hasCopy) return;
    await Promise.all(run.processes.splice(0).map((one) => one.close()));
    pass(run, 2 * HOUR);
    if (run.random() < 0.5) await copyFile(`${run.file}.copy`, run.file);
    else {
      await copyFile(`${run.file}.copy`, `${run.file}.new`);
      await rename(`${run.file}.new`, run.file);
    }
    for (const suffix of ['-wal', '-shm']) await rm(run.file + suffix, { force: true });
    run.livedDays.clear();
    await restart(run);
    setClock(run);
    // The copy may be older than a revocation.
    run.revoked.clear();
    for (const { id } of run.badges)
      if ((await any(run).ports.store.readCredential(id))?.credential?.revocation) run.revoked.add(id);
    await work(run);
  },
} as const;

/** The promises, at the next look by a right clock. */
async function judge(run: Run): Promise<readonly string[]> {
  setClock(run);
  await work(run);
  // A badge that was signed by a wrong clock is signed again once an hour of one day was lived.
  for (let hour = 0; hour < 2; hour += 1) {
    pass(run, HOUR + MINUTE);
    await work(run);
  }
  pass(run, MINUTE);
  await work(run);
  const broken: string[] = [];
  for (const [at, one] of run.processes.entries()) {
    setClock(run, run.skews[at] ?? 0);
    for (const { id } of run.badges)
      broken.push(...(await judgeBadge(run, one, id)).map((it) => `process ${at}: ${it}`));
    const newest = await one.services.readCheckpoint();
    if (newest && Date.parse(newest.signedAt) > Date.now() + 120_000)
      broken.push('a checkpoint is dated ahead');
  }
  setClock(run);
  broken.push(...(await judgeFacts(run)));
  return broken;
}

/** Nothing is stopped for ever: after twelve more days with a right clock every badge can be signed again, and
 *  what is old was deleted. */
async function judgeRest(run: Run): Promise<readonly string[]> {
  for (let day = 0; day < 12; day += 1) await ACTS['a day'](run);
  const [one] = run.processes;
  const broken: string[] = [];
  for (const { id } of run.badges) {
    const other =
      (await one?.ports.store.readCredential(id))?.credential?.choice.name === 'full' ? 'none' : 'full';
    const signed = one?.services.acceptCredential({ id, name: other, actor: 'test' });
    await signed?.catch((error: Error) => broken.push(`a badge cannot be signed: ${error.message}`));
  }
  const isOver = BEGIN + run.true * 1000 > Date.parse('2027-09-13T00:00:00Z');
  const old = await one?.ports.store.readEngagements(['O-1']);
  if (isOver && old?.length !== 0) broken.push('the old fact is never deleted');
  return [...broken, ...(await judge(run))];
}

async function judgeBadge(run: Run, one: NodeContext, id: CredentialId): Promise<readonly string[]> {
  const found = await one.ports.store.readCredential(id);
  const value = JSON.parse(found?.credential?.document ?? '{}');
  const { steps } = await one.ports.verifyCredential({ kind: 'parsed', value });
  const codeOf = (name: string) => steps.find(({ step }) => step === name)?.code;
  const wanted = run.revoked.has(id) ? 'revoked' : 'ok';
  return [
    ...(codeOf('proof') === 'ok' ? [] : [`proof ${codeOf('proof')}`]),
    ...(codeOf('validity') === 'ok' ? [] : [`validity ${codeOf('validity')}`]),
    ...(codeOf('status') === wanted ? [] : [`status ${codeOf('status')}, not ${wanted}`]),
  ];
}

/** The young facts stay; the old ones stay until seven days were lived after 1 September. */
async function judgeFacts(run: Run): Promise<readonly string[]> {
  const [one] = run.processes;
  if (!one) return ['no process is left'];
  const saved = await one.ports.store.readEngagements([
    ...Array.from({ length: PEOPLE }, (_, at) => `S-${at}`),
    'O-1',
  ]);
  const references = new Set(saved.map(({ reference }) => String(reference)));
  const young = Array.from({ length: PEOPLE }, (_, at) => `S-${at}`).filter((it) => !references.has(it));
  const lived = [...run.livedDays].filter((day) => day > '2027-09-01').length;
  return [
    ...young.map((it) => `the young fact ${it} is deleted`),
    ...(!references.has('O-1') && lived < 7 ? [`the old fact is deleted after ${lived} lived days`] : []),
  ];
}

/** Mulberry32: a small generator whose sequence depends on its seed alone. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
