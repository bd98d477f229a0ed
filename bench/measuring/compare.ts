import { median } from './median.ts';
import type { Finding, RowOptions, Wanted } from './row.ts';

/** One of the two sides of a comparison. */
export interface Contender {
  /** Processor time used so far, in ms. */
  cpuMs(): number;
  /** Operations in a block; by default the number that fits into the time of a block. */
  readonly count?: number;
  /** Prepares a block. The time for this is not counted. */
  prepare?(count: number): Promise<void>;
  /** Does this many operations. */
  run(count: number): Promise<void>;
}

/** Processor time of one operation in each round, in µs. */
export interface Comparison {
  readonly ours: readonly number[];
  readonly rival: readonly number[];
}

type Rounds = Pick<RowOptions, 'rounds' | 'blockMs'>;

/** Measures both sides in turn: ours, rival, ours, rival… Other work of the machine thus affects both alike.
 *  The first round finds how many operations fit into a block, and warms up both sides. */
export async function compare(
  sides: { readonly ours: Contender; readonly rival: Contender },
  { rounds, blockMs }: Rounds,
): Promise<Comparison> {
  const counts = { ours: await findCount(sides.ours, blockMs), rival: await findCount(sides.rival, blockMs) };
  const found = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['ours', 'rival'] as const) {
      found[side].push((await costOf(sides[side], counts[side])) * 1000);
    }
  }
  return found;
}

/** Finds the operations of a block, by doubling them until they take half of its time. */
async function findCount(contender: Contender, blockMs: number): Promise<number> {
  if (contender.count !== undefined) {
    await costOf(contender, contender.count);
    return contender.count;
  }
  for (let count = 1; ; count *= 2) {
    const cost = await costOf(contender, count);
    if (cost * count >= blockMs / 2) return Math.max(1, Math.round(blockMs / cost));
  }
}

/** Processor time of one operation, in ms. The garbage of the previous block is collected first, so that
 *  neither side pays for the other. */
async function costOf(contender: Contender, count: number): Promise<number> {
  await contender.prepare?.(count);
  globalThis.gc?.();
  const before = contender.cpuMs();
  await contender.run(count);
  return (contender.cpuMs() - before) / count;
}

/** The median of the ratios of all rounds. */
export function toRatio(what: string, { ours, rival }: Comparison, wanted?: Wanted): Finding {
  const ratios = ours.map((cost, round) => (rival[round] ?? Number.NaN) / cost);
  return {
    what,
    value: median(ratios),
    unit: '×',
    spread: [Math.min(...ratios), Math.max(...ratios)],
    ...(wanted && { wanted }),
    detail: `${microseconds(median(ours))} against ${microseconds(median(rival))}`,
  };
}

/** A cost in a readable unit. */
export function microseconds(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} ms` : `${value.toFixed(value < 10 ? 2 : 0)} µs`;
}
