import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../support/command-line.ts';
import { coverageAsText, coverageOf, recordKinds, refusedShare, sumCounts } from './coverage.ts';
import { ENGINES, type Engine, stopEngines } from './engines.ts';
import { sortOf } from './known-failures.ts';
import { ACTS } from './operations.ts';
import { planAsText, planSimulationRun, SIMULATED_SECONDS, type Step } from './plan.ts';
import { makeReplays, shrink } from './shrink.ts';
import { type Broken, live, type RunReport } from './simulate.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    steps: { type: 'string', default: '2000' },
    engine: { type: 'string', default: 'sqlite' },
    only: { type: 'string' },
    trace: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    histories: { type: 'string' },
    record: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm run simulate -- [--minutes N] [--seed S] [--steps N] [--engine sqlite|file|postgres] [--only 3,17] [--trace]
  [--coverage] [--histories N] [--record]
Lives through ten school years again and again, each life from the seed after the last one, for so many minutes. With
0 minutes and a seed, one whole life. With --only, one life of these steps of its seed. With --trace, every step is
printed. With --coverage, the committed kinds of change and the acts that succeeded are printed at the end. With --histories,
so many lives instead of minutes. With --record, the committed kinds are written to test/simulation/data. A failure is
kept in artefacts/simulation, with the command that repeats it.
`;
const MINUTE_MS = 60_000;
/** Minutes for the search of the shortest history of a life that has no limit of its own. */
const SHRINKING = 5;
const PROGRESS_MS = 10_000;
const FAILURES = join(ROOT, 'artefacts/simulation');
const print = (text: string) => void process.stdout.write(`${text}\n`);
const now = () => performance.now();
const seconds = (since: number) => ((now() - since) / 1000).toFixed(0);

if (values.help) print(HELP);
else process.exitCode = await main().finally(stopEngines);

async function main(): Promise<number> {
  const engine = values.engine as Engine;
  if (!ENGINES[engine]) throw new Error(`--engine is one of ${Object.keys(ENGINES).join(', ')}`);
  const first = Number(values.seed ?? Date.now() % 1_000_000);
  const isOne = values.only !== undefined || (values.seed !== undefined && values.minutes === '0');
  const isTimed = values.histories === undefined && !(isOne && values.minutes === '0');
  const until = isTimed ? now() + Number(values.minutes) * MINUTE_MS : undefined;
  const mayGoOn = () => until === undefined || now() < until;
  const reports: RunReport[] = [];
  const end = first + Number(values.histories ?? Number.POSITIVE_INFINITY);
  for (let seed = first; seed === first || (seed < end && mayGoOn()); seed += 1) {
    const planned = planSimulationRun(seed, { steps: Number(values.steps), acts: ACTS });
    const only = values.only && new Set(values.only.split(',').map(Number));
    const steps = only ? planned.filter(({ number }) => only.has(number)) : planned;
    print(`life ${seed} on ${engine}: ${planAsText(steps)}; again: ${commandOf(engine, seed)}`);
    const report = await liveOn(engine, { seed, steps, mayGoOn });
    reports.push(report);
    const [broken] = report.broken;
    if (broken && !only) await saveFailure(engine, seed, { steps, broken, until });
    if (isOne && values.histories === undefined) break;
  }
  const sum = sumCounts(reports);
  if (values.record) recordKinds(sum.kinds);
  if (values.coverage) print(coverageAsText(coverageOf(sum)));
  const [actions, errors] = [sum.outcomes, sum.errors].map((counts) =>
    Object.values(counts).reduce((all, times) => all + times, 0),
  );
  const broken = reports.filter((report) => report.broken.length > 0).length;
  print(
    `${reports.length} lives of ${Math.round(SIMULATED_SECONDS / 31_557_600)} school years, ${actions} acts (${refusedShare(sum)} % refused), ${errors} faults injected, ${Object.keys(sum.kinds).length} kinds committed, ${broken} lives broke a promise.`,
  );
  return broken > 0 ? 1 : 0;
}

function commandOf(engine: Engine, seed: number, more = ''): string {
  return `npm run simulate -- --seed ${seed} --steps ${values.steps} --engine ${engine} --minutes 0${more}`;
}

interface PlannedRun {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly mayGoOn: () => boolean;
}

/** Lives through the steps, and prints where it is every ten seconds and how it ended. */
async function liveOn(engine: Engine, { seed, steps, mayGoOn }: PlannedRun): Promise<RunReport> {
  const place = await ENGINES[engine]();
  const began = now();
  let printed = began;
  const onStep = ({ number }: Step, at: string) => {
    if (now() - printed < PROGRESS_MS) return;
    printed = now();
    print(`  step ${number} of ${steps.length}, ${at.slice(0, 10)}, ${seconds(began)} s`);
  };
  try {
    const report = await live({ place, seed, steps, mayGoOn, onStep });
    if (values.trace) print(report.trace.join('\n'));
    print(`  ${reportAsText(report)}, ${seconds(began)} s`);
    for (const one of report.known) print(`  known, step ${one.step}, ${one.act}: ${one.what}`);
    for (const one of report.broken) print(`  step ${one.step}, ${one.act}: ${one.what}`);
    return report;
  } finally {
    await place.remove();
  }
}

interface Found {
  readonly steps: readonly Step[];
  readonly broken: Broken;
  readonly until: number | undefined;
}

/** Searches the shortest history, and keeps it as a file with its command. A failure of a sort that was kept before is
 *  not searched again. */
async function saveFailure(engine: Engine, seed: number, { steps, broken, until }: Found): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const before = readdirSync(FAILURES).find((name) => readSort(name) === sortOf(broken.what));
  if (before) {
    print(`  met before: artefacts/simulation/${before}`);
    return;
  }
  const name = `${engine}-${seed}-${broken.step}.json`;
  const save = (some: readonly Step[], command: string) =>
    writeFileSync(
      join(FAILURES, name),
      `${JSON.stringify({ command, sort: sortOf(broken.what), ...broken, steps: some }, null, 2)}\n`,
    );
  save([], commandOf(engine, seed));
  print(`  kept: artefacts/simulation/${name}`);
  const end = Math.min(until ?? Number.POSITIVE_INFINITY, now() + SHRINKING * MINUTE_MS);
  const place = await ENGINES[engine]();
  const mayGoOn = () => now() < end;
  try {
    const replays = makeReplays({ place, seed, mayGoOn });
    const shortest = await shrink({ steps, broken, run: (some) => replays.run(some), mayGoOn });
    const numbers = shortest.map(({ number }) => number).join(',');
    const command = commandOf(engine, seed, ` --only ${numbers} --trace`);
    save(shortest, command);
    print(
      `  the shortest history found, of ${shortest.length} steps (${replays.spared} steps spared by snapshots):`,
    );
    for (const step of shortest) print(`    ${JSON.stringify(step)}`);
    print(`  again: ${command}`);
  } finally {
    await place.remove();
  }
}

function readSort(name: string): string | undefined {
  if (!name.endsWith('.json')) return undefined;
  return (JSON.parse(readFileSync(join(FAILURES, name), 'utf8')) as { readonly sort?: string }).sort;
}

function reportAsText({ steps, isCut, counts, mails, digest }: RunReport): string {
  const counted = (one: Readonly<Record<string, number>>) =>
    Object.entries(one)
      .toSorted()
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const cut = isCut ? ', cut by the time' : '';
  return `${steps} acts (${counted(counts.outcomes)}; ${refusedShare(counts)} % refused)${cut}, ${mails} mails, faults: ${counted(counts.errors)}; ${digest.slice(0, 16)}`;
}
