import * as oidc from 'openid-client';
import type { SignInFailure } from '../../application/accounts/identity-provider.ts';
import type { AcceptedLevels } from '../../domain/access/sign-in-level.ts';
import type { IdentityProviderId } from '../../domain/access/signed-in-identity.ts';
import { DomainError } from '../../domain/errors.ts';

/** Throws `sign-in-failed`. */
export function failSignIn(provider: IdentityProviderId, reason: SignInFailure): never {
  throw new DomainError('sign-in-failed', { provider, reason });
}

interface Attempted {
  /** The reason if the library found the fault. */
  readonly step: SignInFailure;
  /** The levels that were requested. */
  readonly levels?: AcceptedLevels | undefined;
}

/** The refusal for what went wrong at this step. The library's error is not kept as its cause: it holds whole
 *  tokens and claims, which may hold the NUMEN. */
export function toSignInError(
  provider: IdentityProviderId,
  error: unknown,
  attempted: Attempted,
): DomainError {
  if (isUnreachable(error)) return toUnreachable(provider, { error });
  return new DomainError('sign-in-failed', { provider, reason: toReason(error, attempted) });
}

/** Names the host and port that were asked, where they are known, and what Node says of them. */
export function toUnreachable(
  provider: IdentityProviderId,
  { error, issuer }: { readonly error: unknown; readonly issuer?: string },
): DomainError {
  const server = issuer === undefined ? undefined : serverOf(new URL(issuer));
  return new DomainError('identity-provider-unreachable', {
    provider,
    ...(server && { server }),
    cause: causeOf(error),
  });
}

function serverOf({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === 'http:' ? 80 : 443)}`;
}

/** The code of the deepest cause: Node's own (`ECONNREFUSED`), a status, or the library's. */
function causeOf(error: unknown): string {
  if (error instanceof Response) return `http-${error.status}`;
  if (!(error instanceof Error)) return 'unknown';
  const deeper = error.cause === undefined ? 'unknown' : causeOf(error.cause);
  if (deeper !== 'unknown') return deeper;
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

function toReason(error: unknown, { step, levels }: Attempted): SignInFailure {
  if (error instanceof oidc.AuthorizationResponseError) return reasonOfAnswer(error, levels);
  if (error instanceof oidc.ResponseBodyError)
    return error.error === 'invalid_grant' ? 'code' : 'provider-error';
  return step;
}

/** ProConnect's descriptions of `access_denied`: « requested ACRs could not be satisfied », and « authentication
 *  aborted due to invalid identity » for an agent whom the service doesn't accept. */
const ABOUT_LEVEL = /\bacrs?\b|authentication (context|level)|level of authentication/i;
const ABOUT_IDENTITY = /invalid identity/i;

/** OpenID Connect Core Error Code unmet_authentication_requirements 1.0, §2. */
const UNMET = 'unmet_authentication_requirements';

/** The reason of an error that the provider sent with the browser (RFC 6749, §4.1.2.1). The description comes
 *  with the browser too, so it only chooses a sentence. */
function reasonOfAnswer(
  { error, error_description: description = '' }: oidc.AuthorizationResponseError,
  levels: AcceptedLevels | undefined,
): SignInFailure {
  if (levels && error === UNMET) return 'level-unavailable';
  if (error !== 'access_denied') return 'provider-error';
  if (levels && ABOUT_LEVEL.test(description)) return 'level-unavailable';
  return ABOUT_IDENTITY.test(description) ? 'not-accepted' : 'cancelled';
}

/** Whether the provider did not answer, answered too late, or answered with a server error. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof oidc.ClientError && error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') {
    return error.cause instanceof Response && error.cause.status >= 500;
  }
  if (error instanceof oidc.ClientError) {
    return error.code === 'OAUTH_TIMEOUT' || error.code === undefined;
  }
  return error instanceof TypeError && !('code' in error);
}
