import * as oidc from 'openid-client';
import type { SignInFailure } from '../../application/accounts/identity-provider.ts';
import type { IdentityProviderId } from '../../domain/access/signed-in-identity.ts';
import { DomainError } from '../../domain/errors.ts';

/** Throws `sign-in-failed`. */
export function failSignIn(provider: IdentityProviderId, reason: SignInFailure): never {
  throw new DomainError('sign-in-failed', { provider, reason });
}

/** The refusal for what went wrong at this step. The library's error is not kept as its cause: it holds whole
 *  tokens and claims, which may hold the NUMEN. */
export function toSignInError(
  provider: IdentityProviderId,
  error: unknown,
  step: SignInFailure,
): DomainError {
  if (isUnreachable(error)) return toUnreachable(provider, { error });
  return new DomainError('sign-in-failed', { provider, reason: toReason(error, step) });
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

function toReason(error: unknown, step: SignInFailure): SignInFailure {
  if (error instanceof oidc.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'cancelled' : 'provider-error';
  }
  if (error instanceof oidc.ResponseBodyError)
    return error.error === 'invalid_grant' ? 'code' : 'provider-error';
  return step;
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
