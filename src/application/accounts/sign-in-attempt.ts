import { DomainError } from '../../domain/errors.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import type { IdentityProvider, SignInDemand, SignInTransaction } from './identity-provider.ts';
import { makeSecret } from './newcomer-ticket.ts';
import { type DemandedBy, readSignInDemand } from './sign-in-demand.ts';

/** Seconds within which the person must sign in at the provider. */
const ATTEMPT_SECONDS = 15 * 60;

/** The page opened after a sign-in that did not begin on another page. It leads to the person's waiting
 *  tasks. */
export const SPACE_PATH = '/space';

/** The part of an attempt that is kept while the browser is at the provider. */
export interface PendingAttempt {
  readonly provider: string;
  readonly transaction: SignInTransaction;
  /** A path of this service. */
  readonly returnTo: string;
  /** Whether a first answer was too weak. There is no third attempt. */
  readonly isSecond?: true;
}

interface Command extends DemandedBy {
  readonly provider: string;
  readonly returnTo: string | undefined;
  /** The network of the browser, which has a share of the attempts that are kept. */
  readonly network: string;
}

/** Begins a sign-in, with what the browser's session or the action needs. `secret` goes into the browser's
 *  cookie and only its hash is kept. Throws `not-found` for a provider that is not configured,
 *  `identity-provider-unreachable`, and `sign-in-failed` if no level satisfies all that is required. */
export const beginSignIn =
  (ports: Ports) =>
  async ({ returnTo, network, ...command }: Command) => {
    const provider = ports.identityProviders.find(({ id }) => id === command.provider);
    if (!provider) throw new DomainError('not-found');
    const demand = await readSignInDemand(ports)(command);
    return beginAttempt(ports, { provider, demand, returnTo: toOwnPath(returnTo), network });
  };

interface Attempt {
  readonly provider: IdentityProvider;
  readonly demand: SignInDemand;
  /** A path of this service. */
  readonly returnTo: string;
  readonly network: string;
  readonly isSecond?: true;
}

/** Begins an attempt at this provider: the address where the browser signs in, and the secret of its cookie. */
export async function beginAttempt(
  { store, clock, ids }: Pick<Ports, 'store' | 'clock' | 'ids'>,
  { provider, demand, returnTo, network, isSecond }: Attempt,
): Promise<{ readonly url: string; readonly secret: string }> {
  const { url, transaction } = await provider.begin(demand);
  const secret = makeSecret(ids);
  const saved: PendingAttempt = {
    provider: provider.id,
    transaction,
    returnTo,
    ...(isSecond && { isSecond }),
  };
  await store.commit([
    {
      kind: 'sign-in-begun',
      network: await sha256Of(network),
      attempt: {
        secretHash: await sha256Of(secret),
        attempt: JSON.stringify(saved),
        expiresAt: secondsAfter(clock.now(), ATTEMPT_SECONDS),
      },
    },
  ]);
  return { url, secret };
}

/** A request of authorisation with a long state has some two thousand characters. */
const LONGEST_PATH = 4000;

/** Accepts only a path of this service, because a link to the sign-in page must not lead to another site. A
 *  very long path is kept for no one. */
export function toOwnPath(text: string | undefined): string {
  return text && text.length <= LONGEST_PATH && /^\/(?![/\\])[^\\\p{C}]*$/u.test(text) ? text : SPACE_PATH;
}

/** The attempt of the browser that came back, which is used up. Throws `sign-in-failed` if there is none. */
export async function takeAttempt({ store, clock, identityProviders }: Ports, secret: string | undefined) {
  const attempt = secret === undefined ? undefined : await store.readSignInAttempt(await sha256Of(secret));
  if (!attempt || attempt.expiresAt <= clock.now()) {
    throw new DomainError('sign-in-failed', { reason: 'no-attempt' });
  }
  // This commit comes before the call to the provider, so that the attempt is used up by any answer.
  await store.commit([{ kind: 'sign-in-attempt-used', secretHash: attempt.secretHash }]).catch(toUsed);
  const pending = JSON.parse(attempt.attempt) as PendingAttempt;
  const provider = identityProviders.find(({ id }) => id === pending.provider);
  if (!provider) throw new DomainError('sign-in-failed', { reason: 'no-provider' });
  return { provider, pending };
}

/** Of two answers of the provider to one attempt, the second finds it used. */
function toUsed(error: unknown): never {
  const isUsed = error instanceof DomainError && error.code === 'store-conflict';
  throw isUsed ? new DomainError('sign-in-failed', { reason: 'no-attempt' }) : error;
}
