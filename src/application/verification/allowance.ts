/** How many more queries one invocation may ask of its database. Work is begun only where there is room for the most that
 *  a unit of it takes; what there is no room for is done at the next invocation. */
export interface Allowance {
  /** Is there room for so many more? */
  has(queries: number): boolean;
  /** A part of it: so many at most, so that one kind of work leaves some for the others. */
  part(queries: number): Allowance;
}

/** Begins to count for one invocation. */
export type BeginAllowance = () => Allowance;

/** For a database that sets no limit. */
export const UNLIMITED: Allowance = { has: () => true, part: () => UNLIMITED };

/** At most so many queries from now on. `asked` is how many were asked so far, by this invocation and by those beside it:
 *  theirs are counted too, which only ends the work sooner. */
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
