import type { Award, IssuedCredential } from '../../domain/award/types.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import { type Instant, isWithin } from '../../domain/time/calendar.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';

/** The public answer for an address. It is the same for unknown, not accepted, declined and hidden badges, so
 *  that it reveals nothing. */
export type PublicCredential =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'found'; readonly award: Award; readonly credential: IssuedCredential };

/** Reads a credential for the public, by the last part of its address. */
const readPublicCredential =
  ({ store }: Ports) =>
  async (id: string): Promise<PublicCredential> => {
    const parsed = parseCredentialId(id);
    const found = parsed && (await store.readCredential(parsed));
    if (!found?.credential) return { kind: 'not-found' };
    const { award, credential } = found;
    const { choice } = credential;
    if (choice.acceptance !== 'accepted' || choice.hidden) return { kind: 'not-found' };
    return credential.erasedAt ? { kind: 'erased' } : { kind: 'found', award, credential };
  };

/** Seconds for which a count is reused: on some engines, counting badges costs a read for each. */
const COUNT_SECONDS = 3600;

/** The number of badges that were ever signed, and the time of the count. */
export interface IssuedCount {
  readonly total: number;
  readonly countedAt: Instant;
}

/** Counts the issued badges, at most once an hour in each process. */
function countIssued({ store, clock }: Ports): () => Promise<IssuedCount> {
  let known: IssuedCount | undefined;
  return async () => {
    const now = clock.now();
    // Where the clock was set back, the age of the count is unknown.
    const isFresh = known && isWithin(now, known.countedAt, COUNT_SECONDS);
    if (known && isFresh) return known;
    known = { total: await store.countIssued(), countedAt: now };
    return known;
  };
}

export const publicCredentialServices = useCases({ countIssued, readPublicCredential });
