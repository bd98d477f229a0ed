import { firstAhead } from '../../domain/time/dated-ahead.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import { reSignCredential } from '../credentials/re-sign-credential.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';

/** The most badges of one call. */
const AT_ONCE = 5;
/** The most queries that signing one badge again needs. */
const QUERIES = 20;

/** Signs again, with the true time, badges that were signed while the clock was ahead: before that instant
 *  nobody could verify them. It waits until today counts as lived, because to a clock that is behind every
 *  recent badge looks dated ahead. The timer calls it. */
export const reSignAhead =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    const { store, time, log } = ports;
    if (!allowance.has(2 + QUERIES)) return 0;
    const { now, contradictions } = await time.look();
    const { days } = await store.readLife();
    if (contradictions.length > 0 || days.at(-1) !== localDateInParis(now)) return 0;
    let signed = 0;
    for (const id of await store.readCredentialsDatedAfter(firstAhead(now), AT_ONCE)) {
      if (!allowance.has(QUERIES)) break;
      await store.commit(await reSignCredential(ports, id, 'worthless-signature'));
      signed += 1;
    }
    if (signed > 0) log.info('dated-ahead-signed-again', { badges: signed });
    return signed;
  };
