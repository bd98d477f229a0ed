/** One line of the bench: one comparison, or one figure with its bound. The file of a row says in `includes`
 *  and `excludes` what was counted, so that a reader can judge whether both sides did the same work. */
export interface Row {
  /** The word after `npm run bench --`. */
  readonly name: string;
  readonly title: string;
  /** The rival, with its package. Absent where a figure stands for itself. */
  readonly against?: string;
  /** `usual` rows run by default and take some ten minutes together; `heavy` ones run by name or by
   *  `heavy`. */
  readonly group: 'usual' | 'heavy';
  /** Whether it starts other programs: the tests leave those rows to the bench itself. */
  readonly startsPrograms: boolean;
  readonly includes: string;
  readonly excludes: string;
  /** What the cost consists of, for the reader of a figure that misses its bound. */
  readonly boundBy?: string;
  readonly measure: (options: RowOptions) => Promise<readonly Finding[]>;
}

export interface RowOptions {
  /** Counted rounds. One more warms up and is not counted. */
  readonly rounds: number;
  /** Processor time of one block of work, in ms. A block has as many operations as fit, at least one. */
  readonly blockMs: number;
  /** Whether rows with a size of their own take the full one. */
  readonly full: boolean;
  /** Replaces the size of the rows that have one. */
  readonly size?: number;
  readonly note: (text: string) => void;
}

export type Wanted = { readonly atLeast: number } | { readonly below: number };

/** One figure. */
export interface Finding {
  readonly what: string;
  /** Undefined where it could not be measured; `detail` says why. */
  readonly value: number | undefined;
  /** `×` is a ratio within one run: how many times more the rival needs. */
  readonly unit: '×' | 'µs' | 'ms' | 's' | 'MB' | '%';
  /** Smallest and greatest value of the counted rounds. */
  readonly spread?: readonly [number, number];
  readonly wanted?: Wanted;
  readonly detail: string;
}

/** Undefined where there is no bound, or no figure. */
export function isReached({ value, wanted }: Finding): boolean | undefined {
  if (wanted === undefined || value === undefined) return undefined;
  return 'atLeast' in wanted ? value >= wanted.atLeast : value < wanted.below;
}
