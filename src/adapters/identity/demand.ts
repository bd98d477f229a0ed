import type { ServerMetadata } from 'openid-client';
import type { FinishedSignIn, SignInTransaction } from '../../application/accounts/identity-provider.ts';
import { isAccepted } from '../../domain/access/sign-in-level.ts';
import type { IdentityProviderId } from '../../domain/access/signed-in-identity.ts';
import { toInstant } from '../../domain/time/calendar.ts';
import type { Claims } from './profiles/claims.ts';
import { failSignIn } from './sign-in-error.ts';

/** Turns a demand into parameters of an authorization request, and checks the ID token against it. */

/** The level and the instant of an authentication. */
export type ProvenAuthentication = Pick<FinishedSignIn, 'acr' | 'authTime'>;

type Demanded = Pick<SignInTransaction, 'provider' | 'levels' | 'maxAgeSeconds'>;

/** A longer text isn't a level, and isn't kept. */
const MOST_ACR_CHARACTERS = 200;

/** Seconds by which the clocks of a provider's servers may differ. */
const TOLERANCE_SECONDS = 30;

/** The parameters that ask for the demanded level and age. ProConnect treats `acr_values` as a mere preference
 *  and refuses `max_age`. So an essential claim asks for both if the provider knows the parameter `claims`
 *  (OpenID Connect Core 1.0, §5.5.1.1), together with `prompt=login`. */
export function demandParameters(
  { provider, levels, maxAgeSeconds }: Demanded,
  { claims_parameter_supported: announcesClaims }: ServerMetadata,
): Readonly<Record<string, string>> {
  const takesClaims = provider === 'proconnect' || announcesClaims === true;
  const fresh = maxAgeSeconds !== undefined;
  const essential = {
    ...(levels && { acr: { essential: true, values: levels } }),
    ...(fresh && { auth_time: { essential: true } }),
  };
  return {
    ...(takesClaims && (levels || fresh) && { claims: JSON.stringify({ id_token: essential }) }),
    ...(!takesClaims && levels && { acr_values: levels.join(' ') }),
    ...(fresh && { prompt: 'login' }),
    ...(fresh && provider !== 'proconnect' && { max_age: String(maxAgeSeconds) }),
  };
}

/** What a verified ID token proves of the authentication. Throws `sign-in-failed` with the reason `acr` or
 *  `auth-time` if it doesn't prove what was demanded: a provider may ignore the request. */
export function proveDemand(
  provider: IdentityProviderId,
  { acr, auth_time: authenticated, iat: issued }: Claims,
  {
    levels,
    maxAgeSeconds,
  }: Pick<Demanded, 'maxAgeSeconds'> & { readonly levels: Demanded['levels'] | undefined },
): ProvenAuthentication {
  const level = typeof acr === 'string' && acr.length <= MOST_ACR_CHARACTERS ? acr : undefined;
  if (!isAccepted(level, levels)) failSignIn(provider, 'acr');
  const stated = level === undefined ? {} : { acr: level };
  if (maxAgeSeconds === undefined) return stated;
  // Both instants are of the provider's clock, so its difference from ours doesn't matter.
  if (!isInstant(authenticated) || !isInstant(issued)) return failSignIn(provider, 'auth-time');
  const age = issued - authenticated;
  if (!(-TOLERANCE_SECONDS <= age && age <= maxAgeSeconds + TOLERANCE_SECONDS)) {
    return failSignIn(provider, 'auth-time');
  }
  return { ...stated, authTime: toInstant(new Date(authenticated * 1000)) };
}

/** Whether it is a number of seconds since 1970 that a date can express. */
function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < 8.64e12;
}
