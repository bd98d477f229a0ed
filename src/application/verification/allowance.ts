/** The queries that one invocation may still send to its database. A unit of work begins only where its most
 *  queries are left; the rest is done at the next invocation. */
export interface Allowance {
  /** Whether this many queries are left. */
  has(queries: number): boolean;
  /** A part of the allowance, of at most this many queries, so that one kind of work leaves some to the
   *  others. */
  part(queries: number): Allowance;
}

/** Begins to count for one invocation. */
export type BeginAllowance = () => Allowance;

/** The allowance for a database that sets no limit. */
export const UNLIMITED: Allowance = { has: () => true, part: () => UNLIMITED };

/** At most `most` queries from now on. `asked` counts those sent so far, including those of simultaneous
 *  invocations, which only ends the work sooner. */
export function makeAllowance(asked: () => number, most: number): Allowance {
  return partOf(UNLIMITED, asked, most);
}

function partOf(whole: Allowance, asked: () => number, most: number): Allowance {
  const begin = asked();
  const part: Allowance = {
    has: (queries) => whole.has(queries) && asked() - begin + queries <= most,
    part: (queries) => partOf(part, asked, queries),
  };
  return part;
}
