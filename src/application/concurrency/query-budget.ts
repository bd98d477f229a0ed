/** The queries that one invocation may still send to its database. A piece of work begins only if the most
 *  queries that it needs are left; otherwise it is done in the next invocation. */
export interface Allowance {
  /** Whether this many queries are left. */
  has(queries: number): boolean;
  /** A part of the allowance, with at most this many queries, so that one kind of work leaves queries for the
   *  others. */
  limitedTo(queries: number): Allowance;
}

/** Begins to count the queries of one invocation. */
export type BeginAllowance = () => Allowance;

/** The allowance of a database that sets no limit. */
export const UNLIMITED: Allowance = { has: () => true, limitedTo: () => UNLIMITED };

/** An allowance of at most `most` queries from now on. `asked` returns the number sent so far. It includes
 *  those of simultaneous invocations, which can only end the work sooner. */
export function makeAllowance(requested: () => number, most: number): Allowance {
  return limitAllowance(UNLIMITED, requested, most);
}

function limitAllowance(whole: Allowance, requested: () => number, most: number): Allowance {
  const begin = requested();
  const part: Allowance = {
    has: (queries) => whole.has(queries) && requested() - begin + queries <= most,
    limitedTo: (queries) => limitAllowance(part, requested, queries),
  };
  return part;
}
