import { DomainError } from '../../domain/errors.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import { sha256Of } from '../digest.ts';
import type { Ids } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { SignInTransaction } from './identity-provider.ts';

/** Seconds within which the person must sign in at the provider. */
const ATTEMPT_SECONDS = 15 * 60;

/** The page opened after a sign-in that did not begin on another page. It leads to the person's waiting
 *  tasks. */
export const SPACE_PATH = '/space';

/** The part of an attempt that is kept while the browser is at the provider. */
export interface KeptAttempt {
  readonly provider: string;
  readonly transaction: SignInTransaction;
  /** A path of this service. */
  readonly returnTo: string;
}

interface Command {
  readonly provider: string;
  readonly returnTo: string | undefined;
  /** The network of the browser, which has a share of the attempts that are kept. */
  readonly network: string;
}

/** Begins a sign-in. `secret` goes into the browser's cookie and only its hash is kept. Throws `not-found`
 *  for a provider that is not configured, `identity-provider-unreachable`. */
export const beginSignIn =
  ({ store, clock, ids, identityProviders }: Ports) =>
  async (command: Command) => {
    const provider = identityProviders.find(({ id }) => id === command.provider);
    if (!provider) throw new DomainError('not-found');
    const { url, transaction } = await provider.begin();
    const secret = makeSecret(ids);
    const kept: KeptAttempt = {
      provider: provider.id,
      transaction,
      returnTo: toOwnPath(command.returnTo),
    };
    await store.commit([
      {
        kind: 'sign-in-begun',
        network: await sha256Of(command.network),
        attempt: {
          secretHash: await sha256Of(secret),
          attempt: JSON.stringify(kept),
          expiresAt: secondsAfter(clock.now(), ATTEMPT_SECONDS),
        },
      },
    ]);
    return { url, secret };
  };

/** 256 random bits. */
export function makeSecret(ids: Pick<Ids, 'credentialId'>): string {
  return `${ids.credentialId()}${ids.credentialId()}`;
}

/** A request of authorisation with a long state has some two thousand characters. */
const LONGEST_PATH = 4000;

/** Accepts only a path of this service, because a link to the sign-in page must not lead to another site. A
 *  very long path is kept for nobody. */
export function toOwnPath(text: string | undefined): string {
  return text && text.length <= LONGEST_PATH && /^\/(?![/\\])[^\\\p{C}]*$/u.test(text) ? text : SPACE_PATH;
}
