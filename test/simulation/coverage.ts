import { readFileSync, writeFileSync } from 'node:fs';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { ACTS } from './operations.ts';
import type { Counts, RunReport } from './simulate.ts';

/** What fixed lives have committed, and which acts have succeeded in them. */
export interface Coverage {
  readonly kinds: readonly (readonly [kind: string, commits: number])[];
  readonly actions: readonly (readonly [name: string, outcomes: Readonly<Record<string, number>>])[];
}

export function sumCounts(reports: readonly Pick<RunReport, 'counts'>[]): Counts {
  const sum: Counts = { outcomes: {}, errors: {}, actions: {}, kinds: {} };
  const add = (to: Record<string, number>, from: Readonly<Record<string, number>>) => {
    for (const [name, times] of Object.entries(from)) to[name] = (to[name] ?? 0) + times;
  };
  for (const { counts } of reports) {
    for (const name of ['outcomes', 'errors', 'kinds'] as const) add(sum[name], counts[name]);
    for (const [name, outcomes] of Object.entries(counts.actions)) {
      sum.actions[name] ??= {};
      add(sum.actions[name] ?? {}, outcomes);
    }
  }
  return sum;
}

export function coverageOf({ kinds, actions }: Counts): Coverage {
  const names = new Set([...ACTS.map(({ name }) => name), ...Object.keys(actions)]);
  return {
    kinds: Object.keys(WRITERS)
      .toSorted()
      .map((kind) => [kind, kinds[kind] ?? 0] as const),
    actions: [...names].toSorted().map((name) => [name, actions[name] ?? {}] as const),
  };
}

const SUCCESSES = ['done', 'idle', 'looked'] as const;
const succeeded = (outcomes: Readonly<Record<string, number>>) =>
  SUCCESSES.reduce((sum, name) => sum + (outcomes[name] ?? 0), 0);
const timesOf = (outcomes: Readonly<Record<string, number>>) =>
  Object.values(outcomes).reduce((sum, times) => sum + times, 0);

/** The share of acts that were refused, in percent. */
export function refusedShare({ outcomes }: Counts): number {
  return Math.round((100 * (outcomes['refused'] ?? 0)) / Math.max(1, timesOf(outcomes)));
}

/** Two tables: each kind of change and how often it was committed, each act and how often it succeeded. */
export function coverageAsText({ kinds, actions }: Coverage): string {
  const committed = kinds.filter(([, commits]) => commits > 0).length;
  const done = actions.filter(([, outcomes]) => succeeded(outcomes) > 0).length;
  return [
    `kinds of change: ${committed} of ${kinds.length} committed`,
    ...kinds.map(([kind, commits]) => `  ${kind.padEnd(36)} ${String(commits).padStart(6)}`),
    `acts: ${done} of ${actions.length} succeeded (times, succeeded, refused)`,
    ...actions.map(([name, outcomes]) =>
      [
        `  ${name.padEnd(60)}`,
        String(timesOf(outcomes)).padStart(5),
        String(succeeded(outcomes)).padStart(5),
        String(outcomes['refused'] ?? 0).padStart(5),
      ].join(' '),
    ),
  ].join('\n');
}

interface Uncommitted {
  readonly reason: string;
  readonly kinds: readonly string[];
}

const RECORDED = new URL('data/committed-kinds.json', import.meta.url);
const readJson = (file: URL) => JSON.parse(readFileSync(file, 'utf8'));

/** The kinds that the recorded histories commit. */
export const readCommittedKinds = (): readonly string[] => readJson(RECORDED);
/** The kinds that they do not commit, with reasons. */
export const readUncommittedKinds = (): readonly Uncommitted[] =>
  readJson(new URL('data/uncommitted-kinds.json', import.meta.url));

/** Records which kinds were committed. */
export function recordKinds(kinds: Counts['kinds']): void {
  writeFileSync(RECORDED, `${JSON.stringify(Object.keys(kinds).toSorted(), null, 2)}\n`);
}
