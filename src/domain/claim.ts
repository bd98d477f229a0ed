/** The kinds of work that processes share by claims. */
export type Work = 'award' | 'job' | 'outbox';

/** A claim on work: its holder, and a counter that rises with each step of the holder. What a holder does counts
 *  only while the claim is its own. */
export interface Claim {
  readonly by: string;
  readonly count: number;
}

/** Seconds for which a claim must stand still before another process may take its work. */
export const LEASE_SECONDS: Readonly<Record<Work, number>> = { award: 15, job: 20, outbox: 15 };
