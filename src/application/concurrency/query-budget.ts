/** The queries that one invocation may still send to its database. A piece of work begins only if the most
 *  queries that it needs are left; otherwise it is done in the next invocation. */
export interface Allowance {
  /** Whether this many queries are left. */
  has(queries: number): boolean;
  /** A part of the allowance, with at most this many queries, so that one kind of work leaves queries for the
   *  others. */
  part(queries: number): Allowance;
}

/** Begins to count the queries of one invocation. */
export type BeginAllowance = () => Allowance;

/** The allowance of a database that sets no limit. */
export const UNLIMITED: Allowance = { has: () => true, part: () => UNLIMITED };

/** An allowance of at most `most` queries from now on. `asked` returns the number sent so far. It includes
 *  those of simultaneous invocations, which can only end the work sooner. */
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
