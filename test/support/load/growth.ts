import { setImmediate as nextTurn } from 'node:timers/promises';

/** Processor time of this thread for one run, in milliseconds: the least of several, because a busy machine
 *  can only make a run longer. */
export async function costOf(run: () => unknown, times = 7): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    const before = process.threadCpuUsage();
    await run();
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

interface Grown {
  /** The exponent of the growth: 1 where cost is in proportion to size, 2 where it is in proportion to the square. */
  readonly exponent: number;
  readonly largeMs: number;
}

/** Sizes are compared where the larger one costs enough to be measured; below that, no one is delayed. */
const MEASURABLE_MS = 30;

/** A machine at work for others blurs a measure, and never towards a better one: it is taken again. */
const MOST_MEASURES = 6;
/** Below that, cost grows as the size does, and nothing is gained by measuring again. */
const CLEARLY_LINEAR = 1.3;

/** How the cost of a reader grows from a quarter of its largest input to the whole of it: the least of several
 *  measures. */
export async function growthOf<Input>(
  make: (size: number) => Input,
  read: (input: Input) => unknown,
  largest: number,
): Promise<Grown> {
  const [small, large] = [make(Math.ceil(largest / 4)), make(largest)];
  // The engine compiles what it runs often.
  for (let times = 0; times < 3; times += 1) await attempt(read, small);
  let grown: Grown = { exponent: Number.POSITIVE_INFINITY, largeMs: Number.POSITIVE_INFINITY };
  for (let measure = 0; measure < MOST_MEASURES && grown.exponent > CLEARLY_LINEAR; measure += 1) {
    const largeMs = await costOf(() => attempt(read, large));
    if (largeMs < MEASURABLE_MS) return { exponent: 0, largeMs };
    const smallMs = await costOf(() => attempt(read, small));
    const exponent = Math.log(largeMs / Math.max(smallMs, 0.05)) / Math.log(4);
    grown = { exponent: Math.min(grown.exponent, exponent), largeMs: Math.min(grown.largeMs, largeMs) };
  }
  return grown;
}

/** A refusal is an answer like any other. */
async function attempt<Input>(read: (input: Input) => unknown, input: Input): Promise<void> {
  try {
    await read(input);
  } catch {
    return;
  }
}

/** The share of a run's processor time that the longest turn of this thread's loop takes, during which no one else
 *  would be served: the least of several runs, because a busy machine can only make a turn longer. */
export async function longestTurnOf(run: () => Promise<unknown>, times = 3): Promise<number> {
  let least = 1;
  for (let time = 0; time < times; time += 1) {
    const watched = watchTurns();
    await run();
    const { longest, whole } = await watched();
    least = Math.min(least, longest / whole);
  }
  return least;
}

/** Measures each turn until the returned function is called, which tells the longest and all of them together, in
 *  milliseconds. */
function watchTurns(): () => Promise<{ longest: number; whole: number }> {
  let isOver = false;
  let longest = 0;
  let whole = 0;
  const watching = (async () => {
    while (!isOver) {
      const before = process.threadCpuUsage();
      await nextTurn();
      const { user, system } = process.threadCpuUsage(before);
      const turn = (user + system) / 1000;
      longest = Math.max(longest, turn);
      whole += turn;
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return { longest, whole };
  };
}
