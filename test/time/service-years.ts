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

export interface LifeReport {
  readonly steps: number;
  /** What broke a promise, in words, with the step. */
  readonly broken: readonly string[];
}

/** Lives through so many steps from a seed, and stops at the first broken promise. The time is simulated: a wait
 *  moves the clock and the monotonic clock, a fault the clock alone. */
export async function liveThrough(seed: number, steps: number): Promise<LifeReport> {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const life = await begin(seed);
  try {
    for (let step = 1; step <= steps; step += 1) {
      const act = life.pick(Object.keys(ACTS) as (keyof typeof ACTS)[]);
      await ACTS[act](life);
      const broken = await judge(life);
      if (broken.length > 0) return { steps: step, broken: broken.map((one) => `${act}: ${one}`) };
    }
    return { steps, broken: await judgeRest(life) };
  } finally {
    await life.end();
    vi.useRealTimers();
  }
}

interface Life {
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

async function begin(seed: number): Promise<Life> {
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
  const life: Life = {
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
      for (const one of life.processes) await one.close().catch(() => {});
      await rm(service.folder, { recursive: true, force: true });
    },
  };
  await work(life);
  return life;
}

/** Sets the clock to the true time, and to a process's own difference. */
function setClock(life: Life, wrong = 0): void {
  vi.setSystemTime(BEGIN + (life.true + wrong) * 1000);
}

/** Lets true time pass: both clocks move. */
function pass(life: Life, seconds: number): void {
  life.true += seconds;
  vi.advanceTimersByTime(seconds * 1000);
}

/** The timers of all processes. A failure of one is left to the next look, as in the service. */
async function work(life: Life, wrong = 0): Promise<void> {
  for (const [at, one] of life.processes.entries()) {
    setClock(life, wrong + (life.skews[at] ?? 0));
    await one.services.keepUp().catch(() => {});
  }
  setClock(life, wrong);
  if (wrong === 0)
    life.livedDays.add(new Date(BEGIN + life.true * 1000 + 2 * HOUR * 1000).toISOString().slice(0, 10));
}

/** One hour of life: a look at its begin and at its end. */
async function hours(life: Life, count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    await work(life);
    pass(life, HOUR);
  }
  await work(life);
}

/** From now to ten past midnight in Paris, in summer time. */
function untilNight(life: Life): number {
  return (DAY - (life.true % DAY)) % DAY;
}

async function restart(life: Life): Promise<void> {
  for (const one of life.processes.splice(0)) await one.close();
  const count = life.random() < 0.3 ? 2 : 1;
  life.skews = Array.from({ length: count }, (_, at) => (at === 0 ? 0 : life.pick(SKEWS)));
  for (let at = 0; at < count; at += 1) {
    const one = await openNodeContext(life.environment);
    await one.keys.open();
    life.processes.push(one);
  }
}

const any = (life: Life) => life.pick(life.processes);

/** Something that an agent or a holder does by a clock that may be wrong. It may be refused. */
async function act(life: Life): Promise<void> {
  const one = any(life);
  const badge = life.pick(life.badges);
  const standing = life.badges.filter(({ id }) => !life.revoked.has(id));
  if (life.random() < 0.3 && standing.length > 2) {
    const revoked = life.pick(standing);
    life.revoked.add(revoked.id);
    await one.services.revokeCredential({ id: revoked.id, reason: 'Erreur', actor: 'test' }).catch(() => {});
    return;
  }
  const name = life.pick(['none', 'initials', 'full'] as const);
  await one.services.acceptCredential({ id: badge.id, name, actor: 'test' }).catch(() => {});
}

/** The clock is wrong for a while; people work meanwhile; then it is put right. */
async function wrongFor(life: Life, seconds: number, doing: (life: Life) => Promise<void>): Promise<void> {
  const wrong = life.pick(WRONG);
  setClock(life, wrong);
  await work(life, wrong);
  await doing(life);
  pass(life, seconds);
  await work(life, wrong);
  setClock(life);
}

const ACTS = {
  'a day': async (life: Life) => {
    await hours(life, 2);
    pass(life, untilNight(life));
    await work(life);
    await hours(life, 1);
  },
  'a weekend off': async (life: Life) => {
    await Promise.all(life.processes.splice(0).map((one) => one.close()));
    pass(life, 2 * DAY + untilNight(life));
    await restart(life);
    await work(life);
  },
  acts: async (life: Life) => {
    pass(life, 5 * MINUTE);
    await act(life);
    await work(life);
  },
  'a wrong clock': (life: Life) => wrongFor(life, 12, act),
  'a clock wrong for half a day': (life: Life) => wrongFor(life, 11 * HOUR, act),
  'a start by a wrong clock': async (life: Life) => {
    const wrong = life.pick(WRONG);
    setClock(life, wrong);
    await restart(life);
    await work(life, wrong);
    await act(life);
    pass(life, MINUTE);
    await work(life, wrong);
    await restart(life);
    setClock(life);
  },
  'a start years ahead, just after midnight': async (life: Life) => {
    pass(life, untilNight(life));
    const years = 6 * 365 * DAY;
    setClock(life, years);
    await restart(life);
    for (let look = 0; look < 4; look += 1) {
      await work(life, years);
      pass(life, MINUTE);
      setClock(life, years);
    }
    await restart(life);
    setClock(life);
  },
  'a restart': restart,
  'a copy': async (life: Life) => {
    await Promise.all(life.processes.splice(0).map((one) => one.close()));
    await copyFile(life.file, `${life.file}.copy`);
    life.hasCopy = true;
    await restart(life);
  },
  'a copy put back': async (life: Life) => {
    if (!life.hasCopy) return;
    await Promise.all(life.processes.splice(0).map((one) => one.close()));
    pass(life, 2 * HOUR);
    if (life.random() < 0.5) await copyFile(`${life.file}.copy`, life.file);
    else {
      await copyFile(`${life.file}.copy`, `${life.file}.new`);
      await rename(`${life.file}.new`, life.file);
    }
    for (const suffix of ['-wal', '-shm']) await rm(life.file + suffix, { force: true });
    life.livedDays.clear();
    await restart(life);
    setClock(life);
    // The copy may be older than a revocation.
    life.revoked.clear();
    for (const { id } of life.badges)
      if ((await any(life).ports.store.readCredential(id))?.credential?.revocation) life.revoked.add(id);
    await work(life);
  },
} as const;

/** The promises, at the next look by a right clock. */
async function judge(life: Life): Promise<readonly string[]> {
  setClock(life);
  await work(life);
  // A badge that was signed by a wrong clock is signed again once an hour of one day was lived.
  for (let hour = 0; hour < 2; hour += 1) {
    pass(life, HOUR + MINUTE);
    await work(life);
  }
  pass(life, MINUTE);
  await work(life);
  const broken: string[] = [];
  for (const [at, one] of life.processes.entries()) {
    setClock(life, life.skews[at] ?? 0);
    for (const { id } of life.badges)
      broken.push(...(await judgeBadge(life, one, id)).map((it) => `process ${at}: ${it}`));
    const newest = await one.services.readCheckpoint();
    if (newest && Date.parse(newest.signedAt) > Date.now() + 120_000)
      broken.push('a checkpoint is dated ahead');
  }
  setClock(life);
  broken.push(...(await judgeFacts(life)));
  return broken;
}

/** Nothing is stopped for ever: after twelve more days with a right clock every badge can be signed again, and
 *  what is old was deleted. */
async function judgeRest(life: Life): Promise<readonly string[]> {
  for (let day = 0; day < 12; day += 1) await ACTS['a day'](life);
  const [one] = life.processes;
  const broken: string[] = [];
  for (const { id } of life.badges) {
    const other =
      (await one?.ports.store.readCredential(id))?.credential?.choice.name === 'full' ? 'none' : 'full';
    const signed = one?.services.acceptCredential({ id, name: other, actor: 'test' });
    await signed?.catch((error: Error) => broken.push(`a badge cannot be signed: ${error.message}`));
  }
  const isOver = BEGIN + life.true * 1000 > Date.parse('2027-09-13T00:00:00Z');
  const old = await one?.ports.store.readEngagements(['O-1']);
  if (isOver && old?.length !== 0) broken.push('the old fact is never deleted');
  return [...broken, ...(await judge(life))];
}

async function judgeBadge(life: Life, one: NodeContext, id: CredentialId): Promise<readonly string[]> {
  const found = await one.ports.store.readCredential(id);
  const value = JSON.parse(found?.credential?.document ?? '{}');
  const { steps } = await one.ports.verifyCredential({ kind: 'parsed', value });
  const codeOf = (name: string) => steps.find(({ step }) => step === name)?.code;
  const wanted = life.revoked.has(id) ? 'revoked' : 'ok';
  return [
    ...(codeOf('proof') === 'ok' ? [] : [`proof ${codeOf('proof')}`]),
    ...(codeOf('validity') === 'ok' ? [] : [`validity ${codeOf('validity')}`]),
    ...(codeOf('status') === wanted ? [] : [`status ${codeOf('status')}, not ${wanted}`]),
  ];
}

/** The young facts stay; the old ones stay until seven days were lived after 1 September. */
async function judgeFacts(life: Life): Promise<readonly string[]> {
  const [one] = life.processes;
  if (!one) return ['no process is left'];
  const kept = await one.ports.store.readEngagements([
    ...Array.from({ length: PEOPLE }, (_, at) => `S-${at}`),
    'O-1',
  ]);
  const references = new Set(kept.map(({ reference }) => String(reference)));
  const young = Array.from({ length: PEOPLE }, (_, at) => `S-${at}`).filter((it) => !references.has(it));
  const lived = [...life.livedDays].filter((day) => day > '2027-09-01').length;
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
