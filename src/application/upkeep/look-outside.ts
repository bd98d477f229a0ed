import type { Log } from '../ports.ts';
import { type Allowance, type BeginAllowance, UNLIMITED } from '../query-allowance.ts';
import { takeTurn } from './take-turn.ts';

/** The queries for endorsements, where the database limits them. */
const QUERIES = 20;

interface Needs {
  readonly log: Log;
  readonly beginAllowance?: BeginAllowance;
  readonly readTrustedLists: () => Promise<void>;
  readonly lookAtEndorsements: (allowance: Allowance) => Promise<void>;
}

/** The timer's work that waits for the hosts of strangers: it reads lists of trusted issuers, and verifies
 *  endorsements from outside again. It stands apart from the rest, so that a host which answers late or never
 *  delays neither the start nor any other work; what was read before is in the database meanwhile. */
export const lookOutside = (needs: Needs) => async (): Promise<void> => {
  const allowance = needs.beginAllowance?.() ?? UNLIMITED;
  await takeTurn(needs.log, 'trusted-lists', () => needs.readTrustedLists());
  await takeTurn(needs.log, 'endorsements', () => needs.lookAtEndorsements(allowance.part(QUERIES)));
};
