import { lookAtEndorsements } from '../endorsements/look-at-endorsements.ts';
import { UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import { readTrustedLists } from '../trust/read-trusted-lists.ts';
import { takeTurn } from './take-turn.ts';

/** The queries for endorsements, where the database limits them. */
const QUERIES = 20;

/** The timer's work that waits for the hosts of strangers: it reads lists of trusted issuers, and verifies
 *  endorsements from outside again. It stands apart from the rest, so that a host which answers late or never
 *  delays neither the start nor any other work; what was read before is in the database meanwhile. */
export const lookOutside = (ports: Ports) => {
  const read = readTrustedLists(ports);
  return async (): Promise<void> => {
    const allowance = ports.beginAllowance?.() ?? UNLIMITED;
    await takeTurn(ports.log, 'trusted-lists', read);
    await takeTurn(ports.log, 'endorsements', () => lookAtEndorsements(ports)(allowance.part(QUERIES)));
  };
};
