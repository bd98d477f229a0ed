import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../measuring/median.ts';
import { residentBytes } from '../measuring/process-use.ts';
import type { NodeShape } from '../servers/start-node-shape.ts';
import { type Office, openOffice } from './office-tasks.ts';
import { readSteadily } from './read-steadily.ts';

export interface SoakPlan {
  readonly minutes: number;
  /** Requests a second. */
  readonly rate: number;
  readonly onMinute: (minute: Minute) => void;
}

export interface Minute {
  /** Since the beginning. */
  readonly minute: number;
  /** So far. */
  readonly answers: number;
  readonly failed: number;
  readonly issued: number;
  readonly revoked: number;
  readonly verified: number;
  /** Milliseconds of this minute's answers. */
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
  /** Resident memory of the service, in MiB. */
  readonly memory: number;
}

export interface Soaked {
  readonly answers: number;
  readonly failed: number;
  /** What failed, a few of each. */
  readonly faults: readonly string[];
  readonly issued: number;
  /** Median memory of the second quarter and of the last, in MiB: the first one fills what is kept. */
  readonly memory: readonly [number, number];
  /** Events of the service's log that are errors, each with its number. */
  readonly logged: Readonly<Record<string, number>>;
  /** What the doctor found. */
  readonly found: readonly string[];
}

/** Pause between two rounds of the office's work. */
const ROUND_MS = 20_000;

/** Lets a shape work: readers at a steady rate and an office that imports, grants, issues and revokes. */
export async function soak(shape: NodeShape, { minutes, rate, onMinute }: SoakPlan): Promise<Soaked> {
  const office = openOffice(shape);
  await office.work();
  const stop = new AbortController();
  const readers = readSteadily(shape, { rate, paths: office.paths, stop: stop.signal });
  const working = workInRounds(office, stop.signal);
  const memories: number[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    await wait(60_000);
    const memory = residentBytes(shape.pid) / 1024 / 1024;
    memories.push(memory);
    const { answers, failed, ...times } = readers.take();
    onMinute({ minute, answers, failed, ...office.counts(), ...times, memory: Math.round(memory) });
  }
  stop.abort();
  await Promise.all([working, readers.ended]);
  const { answers, failed } = readers.take();
  const quarter = Math.max(1, minutes >> 2);
  const middle = (from: number) => Math.round(median(memories.slice(from, from + quarter)));
  return {
    answers,
    failed: failed + office.faults.length,
    faults: [...readers.faults, ...office.faults],
    issued: office.counts().issued,
    memory: [middle(Math.min(quarter, memories.length - quarter)), middle(memories.length - quarter)],
    logged: countErrors(shape.log),
    found: await office.askDoctor(),
  };
}

function countErrors(log: string): Readonly<Record<string, number>> {
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"level":"error"'));
  const reasons = lines.map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
  return Object.fromEntries(
    Object.entries(Object.groupBy(reasons, ({ event, reason }) => `${event}: ${reason}`)).map(
      ([name, all]) => [name, all?.length ?? 0],
    ),
  );
}

async function workInRounds(office: Office, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await office.work();
    await wait(ROUND_MS, undefined, { signal: stop }).catch(() => {});
  }
}
