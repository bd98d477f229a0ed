/** One line of the bench: a comparison, or a figure with its bound. `includes` and `excludes` tell which work
 *  is counted, so that a reader can judge whether both sides did the same work. */
export interface Row {
  /** The word after `npm run bench --`. */
  readonly name: string;
  readonly title: string;
  /** The rival, with its package. Absent if a figure is not compared. */
  readonly against?: string;
  /** `usual` rows run by default and take some ten minutes together. `heavy` rows run by name or by
   *  `heavy`. */
  readonly group: 'usual' | 'heavy';
  /** Whether it starts other programs. The tests do not run such rows. */
  readonly startsPrograms: boolean;
  readonly includes: string;
  readonly excludes: string;
  /** The main parts of the cost, for a figure that misses its bound. */
  readonly boundBy?: string;
  readonly measure: (options: RowOptions) => Promise<readonly Finding[]>;
}

export interface RowOptions {
  /** Number of counted rounds. One more round warms up and is not counted. */
  readonly rounds: number;
  /** Processor time of one block of work, in ms. A block has as many operations as fit into it, at least
   *  one. */
  readonly blockMs: number;
  /** Whether rows with a size use their full size. */
  readonly full: boolean;
  /** Replaces the size of the rows that have one. */
  readonly size?: number;
  readonly note: (text: string) => void;
}

export type Wanted = { readonly atLeast: number } | { readonly below: number };

/** One measured figure. */
export interface Finding {
  readonly what: string;
  /** Undefined if it could not be measured; `detail` then gives the reason. */
  readonly value: number | undefined;
  /** `×` is a ratio within one run: the rival's cost divided by ours. */
  readonly unit: '×' | 'µs' | 'ms' | 's' | 'MB' | '%';
  /** Smallest and greatest value of the counted rounds. */
  readonly spread?: readonly [number, number];
  readonly wanted?: Wanted;
  readonly detail: string;
}

/** Whether the bound is reached; undefined if there is no bound or no figure. */
export function isReached({ value, wanted }: Finding): boolean | undefined {
  if (wanted === undefined || value === undefined) return undefined;
  return 'atLeast' in wanted ? value >= wanted.atLeast : value < wanted.below;
}
