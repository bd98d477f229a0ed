import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEarners } from '../fixtures/earners.ts';
import { microseconds } from '../measuring/compare.ts';
import { measureProgram, type ProgramCost } from '../measuring/measure-program.ts';
import type { Finding, Row, RowOptions } from '../measuring/row.ts';

const SIZES = [1_000, 10_000, 100_000];
const STEPS = ['import', 'evaluate', 'grant', 'issue'] as const;
const MOST_PERCENT = 15;
const MOST_MB = 400;

type Step = (typeof STEPS)[number];
type Costs = ReadonlyMap<Step, ProgramCost & { readonly items: number }>;

/** Runs the commands of an operator one after the other, each in a process of its own. The cost of a command
 *  that has nothing to do is the same at every size. It is measured in the same run and subtracted. */
export const wholeProgram: Row = {
  name: 'whole-program',
  title: 'the whole program at three sizes',
  group: 'heavy',
  startsPrograms: true,
  includes:
    '`jalon import`, `evaluate`, `grant --all-met` and `issue` of as many people with one engagement and one badge each, on a SQLite file: a line, a person, an award, a badge. One run a size; the processor time of the commands with all their threads, the time that passed, the most memory that a command held.',
  excludes:
    'The start of a command (what it takes with an empty database), which would weigh on the small sizes; its output goes nowhere.',
  boundBy:
    'V8 compiles the program during the first quarter of a second of each command, which is most of what 1,000 items take. An item gets no dearer with their number: from 10,000 to 100,000 every step but the import gets cheaper.',
  measure: async (options) => {
    const sizes =
      options.size === undefined ? SIZES : SIZES.map((size) => ((options.size ?? 1) * size) / 100_000);
    const runs: { readonly size: number; readonly costs: Costs }[] = [];
    for (const size of sizes) runs.push({ size, costs: await runCommands(size, options) });
    const figures = runs.flatMap(({ size, costs }) => STEPS.map((step) => figureOf(step, size, costs)));
    const constancy = STEPS.map((step) =>
      constancyOf(
        step,
        runs.map(({ costs }) => costs),
      ),
    );
    const peak = Math.max(...runs.flatMap(({ costs }) => [...costs.values()].map(({ peakMb }) => peakMb)));
    return [
      ...figures,
      ...constancy,
      {
        what: 'the most memory of a command',
        value: peak,
        unit: 'MB',
        wanted: { below: MOST_MB },
        detail: 'resident, of all sizes and commands',
      },
    ];
  },
};

async function runCommands(size: number, { note }: RowOptions): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  try {
    const files = join(folder, 'files');
    mkdirSync(files);
    writeEarners(files, { count: size, prefix: 'p' });
    const environment = {
      DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
      KEYS_DIR: join(folder, 'keys'),
      PUBLIC_URL: 'https://jalon.test',
      DEMO: '0',
    };
    await measureProgram(['keys', 'generate'], environment);
    // The first command makes the tables.
    await measureProgram(['evaluate'], environment);
    const start = await measureProgram(['evaluate'], environment);
    const costs = new Map<Step, ProgramCost & { readonly items: number }>();
    for (const step of STEPS) {
      note(`${size}: ${step}`);
      const cost = await measureProgram(argumentsOf(step, files), environment);
      const items = step === 'import' ? 2 * size + 1 : size;
      costs.set(step, {
        items,
        cpuMs: cost.cpuMs - start.cpuMs,
        wallMs: cost.wallMs - start.wallMs,
        peakMb: cost.peakMb,
      });
    }
    return costs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function argumentsOf(step: Step, files: string): readonly string[] {
  if (step === 'import') return ['import', files];
  return step === 'grant' ? ['grant', '--all-met', '--also-to-look-at'] : [step];
}

function figureOf(step: Step, size: number, costs: Costs): Finding {
  const { cpuMs = Number.NaN, wallMs = Number.NaN, peakMb = 0, items = 1 } = costs.get(step) ?? {};
  return {
    what: `${step} at ${size.toLocaleString('en')}`,
    value: (cpuMs * 1000) / items,
    unit: 'µs',
    detail: `an item; ${microseconds((wallMs * 1000) / items)} passed; ${peakMb.toFixed(0)} MB`,
  };
}

/** The cost of an item at the dearest size, divided by that at the cheapest size. */
function constancyOf(step: Step, all: readonly Costs[]): Finding {
  const perItem = all.map((costs) => (costs.get(step)?.cpuMs ?? Number.NaN) / (costs.get(step)?.items ?? 1));
  return {
    what: `${step}: dearest size over cheapest`,
    value: (Math.max(...perItem) / Math.min(...perItem) - 1) * 100,
    unit: '%',
    wanted: { below: MOST_PERCENT },
    detail: 'processor time of an item',
  };
}
