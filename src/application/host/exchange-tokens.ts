import { DomainError } from '../../domain/errors.ts';
import {
  ACCESS_SECONDS,
  type HostClient,
  type HostCode,
  type HostGrant,
  type HostToken,
  type Kept,
  REFRESH_SECONDS,
} from '../../domain/host/host-grant.ts';
import { isWithin, parseScopes, type Scope, writeScopes } from '../../domain/host/scopes.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import { makeSecret } from '../accounts/begin-sign-in.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import { challengeOf } from './challenge.ts';
import { OAuthError } from './oauth-error.ts';

type Form = Readonly<Record<string, string | undefined>>;

/** The form of a code verifier (RFC 7636 §4.1). */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/** The answer of the token endpoint (RFC 6749 §5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
  readonly refresh_token?: string;
}

/** Exchanges a code or a refresh token for new tokens. Each can be exchanged once. A second exchange ends the
 *  whole grant, because one of the two parties has stolen it. Throws OAuthError. */
export const exchangeTokens =
  (ports: Ports) =>
  async (client: HostClient, form: Form): Promise<TokenAnswer> => {
    switch (form['grant_type']) {
      case 'authorization_code':
        return exchangeCode(ports, client, form);
      case 'refresh_token':
        return renew(ports, client, form);
      default:
        throw new OAuthError('unsupported_grant_type', 'authorization_code or refresh_token');
    }
  };

async function exchangeCode(ports: Ports, client: HostClient, form: Form): Promise<TokenAnswer> {
  const { code, redirect_uri: redirectUri, code_verifier: verifier } = form;
  if (!code || !redirectUri || !verifier || !VERIFIER.test(verifier)) {
    throw new OAuthError('invalid_request', 'code, redirect_uri and code_verifier are required');
  }
  const kept = await ports.store.readHostCode(await sha256Of(code));
  const { secret, grant } = await toUnspent<HostCode>(ports, client, kept);
  const isSame = secret.redirectUri === redirectUri && secret.challenge === (await challengeOf(verifier));
  if (!isSame) throw invalidGrant();
  return makeTokens(ports, { grant, madeFrom: secret.secretHash, form, granted: grant.scopes });
}

async function renew(ports: Ports, client: HostClient, form: Form): Promise<TokenAnswer> {
  const { refresh_token: token } = form;
  if (!token) throw new OAuthError('invalid_request', 'refresh_token is required');
  const kept = await ports.store.readHostToken(await sha256Of(token));
  const { secret, grant } = await toUnspent<HostToken>(
    ports,
    client,
    kept?.secret.kind === 'refresh' ? kept : undefined,
  );
  return makeTokens(ports, { grant, madeFrom: secret.secretHash, form, granted: secret.scopes });
}

/** The code or token of this client, if it was never exchanged and is still valid. */
async function toUnspent<Secret extends HostCode | HostToken>(
  { store, clock }: Ports,
  client: HostClient,
  kept: Kept<Secret> | undefined,
): Promise<Kept<Secret>> {
  if (!kept || kept.grant.clientId !== client.id) throw invalidGrant();
  if (kept.isSpent) {
    await store.commit([{ kind: 'host-grant-ended', grantId: kept.grant.id }]);
    throw invalidGrant();
  }
  if (kept.secret.expiresAt <= clock.now()) throw invalidGrant();
  return kept;
}

interface ToMake {
  readonly grant: HostGrant;
  readonly madeFrom: string;
  readonly form: Form;
  /** The scopes that may be requested, and that the next refresh token has. */
  readonly granted: readonly Scope[];
}

async function makeTokens(
  { store, clock, ids }: Ports,
  { grant, madeFrom, form, granted }: ToMake,
): Promise<TokenAnswer> {
  const scopes = form['scope'] ? parseScopes(form['scope']) : granted;
  if (!scopes || !isWithin(scopes, granted)) throw new OAuthError('invalid_scope', 'more than was granted');
  const at = clock.now();
  const access = `jalon_at_${makeSecret(ids)}`;
  const refresh = granted.includes('offline_access') ? `jalon_rt_${makeSecret(ids)}` : undefined;
  const common = { grantId: grant.id, madeFrom };
  const last = secondsAfter(at, refresh ? REFRESH_SECONDS : ACCESS_SECONDS);
  const tokens: HostToken[] = [
    {
      ...common,
      kind: 'access',
      secretHash: await sha256Of(access),
      scopes,
      expiresAt: secondsAfter(at, ACCESS_SECONDS),
    },
  ];
  if (refresh) {
    tokens.push({
      ...common,
      kind: 'refresh',
      secretHash: await sha256Of(refresh),
      scopes: granted,
      expiresAt: last,
    });
  }
  try {
    await store.commit([{ kind: 'host-tokens-made', grant: { ...grant, expiresAt: last }, tokens }]);
  } catch (error) {
    // Another request exchanged it at the same moment.
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    await store.commit([{ kind: 'host-grant-ended', grantId: grant.id }]);
    throw invalidGrant();
  }
  return {
    access_token: access,
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
    scope: writeScopes(scopes),
    ...(refresh && { refresh_token: refresh }),
  };
}

/** The same answer for every fault of a code or token, so that the fault is not revealed. */
function invalidGrant(): OAuthError {
  return new OAuthError('invalid_grant', 'the code or token is unknown, over, used, or of another request');
}
