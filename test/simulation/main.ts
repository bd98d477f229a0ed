import { parseArgs } from 'node:util';
import { ENGINES, type Engine, stopEngines } from './engines.ts';
import { ACTS } from './operations.ts';
import { planSimulationRun, SIMULATED_SECONDS, type Step } from './plan.ts';
import { shrink } from './shrink.ts';
import { type Broken, live, type RunReport } from './simulate.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    steps: { type: 'string', default: '2000' },
    engine: { type: 'string', default: 'sqlite' },
    only: { type: 'string' },
    trace: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm run simulate -- [--minutes N] [--seed S] [--steps N] [--engine sqlite|file|postgres] [--only 3,17] [--trace]
Lives through ten school years again and again, each life from the seed after the last one. With --only, one life of
these steps of its seed. With --trace, every step is printed.
`;
const MINUTE_MS = 60_000;
/** Minutes for the search of the shortest history. */
const SHRINKING = 5;
const print = (text: string) => void process.stdout.write(`${text}\n`);
const now = () => performance.now();

if (values.help) print(HELP);
else process.exitCode = await main().finally(stopEngines);

async function main(): Promise<number> {
  const engine = values.engine as Engine;
  if (!ENGINES[engine]) throw new Error(`--engine is one of ${Object.keys(ENGINES).join(', ')}`);
  const first = Number(values.seed ?? Date.now() % 1_000_000);
  const until = now() + Number(values.minutes) * MINUTE_MS;
  const whole = { lives: 0, acts: 0, faults: 0, broken: 0 };
  for (let seed = first; seed === first || now() < until; seed += 1) {
    const planned = planSimulationRun(seed, { steps: Number(values.steps), acts: ACTS });
    const only = values.only && new Set(values.only.split(',').map(Number));
    const steps = only ? planned.filter(({ number }) => only.has(number)) : planned;
    const began = now();
    const report = await liveOn(engine, seed, steps);
    if (values.trace) print(report.trace.join('\n'));
    print(`life ${seed}: ${reportAsText(report)}, ${((now() - began) / 1000).toFixed(0)} s`);
    whole.lives += 1;
    whole.acts += report.steps;
    whole.faults += Object.values(report.faults).reduce((sum, times) => sum + times, 0);
    for (const one of report.broken) print(`  step ${one.step}, ${one.act}: ${one.what}`);
    const [broken] = report.broken;
    if (broken) whole.broken += 1;
    if (broken && !only) await showShortest(engine, seed, { steps, broken });
    if (only || (values.seed !== undefined && values.minutes === '0')) break;
  }
  print(
    `${whole.lives} lives of ${Math.round(SIMULATED_SECONDS / 31_557_600)} school years, ${whole.acts} acts, ${whole.faults} faults injected, ${whole.broken} lives broke a promise.`,
  );
  return whole.broken > 0 ? 1 : 0;
}

async function liveOn(engine: Engine, seed: number, steps: readonly Step[]): Promise<RunReport> {
  const place = await ENGINES[engine]();
  try {
    return await live({ place, seed, steps });
  } finally {
    await place.remove();
  }
}

interface Found {
  readonly steps: readonly Step[];
  readonly broken: Broken;
}

async function showShortest(engine: Engine, seed: number, { steps, broken }: Found): Promise<void> {
  const until = now() + SHRINKING * MINUTE_MS;
  const run = async (some: readonly Step[]) => (await liveOn(engine, seed, some)).broken[0];
  const shortest = await shrink({ steps, broken, run, mayGoOn: () => now() < until });
  const numbers = shortest.map(({ number }) => number).join(',');
  const places = `--seed ${seed} --steps ${values.steps} --engine ${engine}`;
  print(`  the shortest history found, of ${shortest.length} steps:`);
  for (const step of shortest) print(`    ${JSON.stringify(step)}`);
  print(`  again: npm run simulate -- ${places} --only ${numbers} --trace`);
}

function reportAsText({ steps, told, faults, mails, digest }: RunReport): string {
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .toSorted()
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  return `${steps} acts (${counted(told)}), ${mails} mails, faults: ${counted(faults)}; ${digest.slice(0, 16)}`;
}
