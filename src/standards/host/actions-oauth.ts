import { toBase64Url, webSha256 } from '#open-badges/keys';
import { makeSecret } from '../../application/accounts/newcomer-ticket.ts';
import { commitIfPresent } from '../../application/concurrency/named-record.ts';
import { sha256Of } from '../../application/digest.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';
import { OAuthError, type OAuthErrorCode } from './actions-access.ts';
import {
  ACCESS_SECONDS,
  CODE_SECONDS,
  type HostClient,
  type HostCode,
  type HostGrant,
  type HostToken,
  type IssuedSecret,
  REFRESH_SECONDS,
} from './feature.ts';
import { registeredScopes } from './feature-client-metadata.ts';
import { isWithin, parseScopes, type Scope, writeScopes } from './feature-scopes.ts';

/** The result of reading a request for access. `unknown`: neither client nor address can be trusted, so the
 *  browser is not sent back. `refused`: the browser is sent to the client's own address `to`, which contains
 *  the reason. */
export type AccessRequest =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly to: string }
  | {
      readonly kind: 'asked';
      readonly client: HostClient;
      readonly scopes: readonly Scope[];
      readonly redirectUri: string;
      readonly state: string;
      readonly challenge: string;
    };

/** A base64url text of 32 bytes. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;
const LONGEST_STATE = 2000;

/** Reads an authorization request (RFC 6749 §4.1.1, RFC 7636). A parameter given twice counts as absent. */
const readAccessRequest =
  ({ store, origin }: Ports) =>
  async (query: URLSearchParams): Promise<AccessRequest> => {
    const of = (name: string) => (query.getAll(name).length === 1 ? (query.get(name) ?? '') : '');
    const [id, redirectUri, state] = [of('client_id'), of('redirect_uri'), of('state')];
    const client = id === '' ? undefined : await store.readHostClient(id);
    if (!client?.metadata.redirect_uris.includes(redirectUri)) return { kind: 'unknown' };
    const refuse = (error: OAuthErrorCode, description: string): AccessRequest => ({
      kind: 'refused',
      to: answerTo(redirectUri, { error, error_description: description, state, iss: origin }),
    });
    if (state === '' || state.length > LONGEST_STATE) return refuse('invalid_request', 'state is required');
    if (of('response_type') !== 'code')
      return refuse('unsupported_response_type', 'response_type must be code');
    const challenge = of('code_challenge');
    if (of('code_challenge_method') !== 'S256' || !CHALLENGE.test(challenge)) {
      return refuse('invalid_request', 'PKCE is required: code_challenge, code_challenge_method=S256');
    }
    const scopes = parseScopes(of('scope'));
    if (!scopes || !isWithin(scopes, registeredScopes(client.metadata))) {
      return refuse('invalid_scope', 'ask for scopes that the client has registered');
    }
    return { kind: 'asked', client, scopes, redirectUri, state, challenge };
  };

type ValidAccessRequest = Extract<AccessRequest, { readonly kind: 'asked' }>;

/** Grants the requested access in the person's name. Returns the client's address with the answer. */
const grantAccess =
  ({ store, clock, ids, origin }: Ports) =>
  async (
    { client, scopes, redirectUri, state, challenge }: ValidAccessRequest,
    personId: PersonId,
  ): Promise<string> => {
    const at = clock.now();
    const expiresAt = secondsAfter(at, CODE_SECONDS);
    const grant: HostGrant = {
      id: ids.uuid(),
      clientId: client.id,
      personId,
      scopes,
      grantedAt: at,
      expiresAt,
    };
    const code = makeSecret(ids);
    await store.commit([
      {
        kind: 'host-grant-made',
        grant,
        code: { secretHash: await sha256Of(code), grantId: grant.id, redirectUri, challenge, expiresAt },
      },
      audit('host-access-granted', {
        at,
        actor: personId,
        subject: personId,
        details: { service: client.metadata.client_name, scopes: scopes.join(' ') },
      }),
    ]);
    return answerTo(redirectUri, { code, scope: writeScopes(scopes), state, iss: origin });
  };

/** The client's address with the answer that the person declines. */
const declineAccess =
  ({ origin }: Ports) =>
  async ({ redirectUri, state }: ValidAccessRequest): Promise<string> => {
    const description = 'the person does not grant this access';
    return answerTo(redirectUri, {
      error: 'access_denied',
      error_description: description,
      state,
      iss: origin,
    });
  };

/** An authorization response. `iss` names our server, so that a client of several servers sees which one
 *  answers (RFC 9207, §2). */
interface AccessAnswer extends Readonly<Record<string, string>> {
  readonly state: string;
  readonly iss: string;
}

/** The client's address with the answer added. Its own query parameters are kept. */
function answerTo(redirectUri: string, answer: AccessAnswer): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) if (value !== '') address.searchParams.set(name, value);
  return address.href;
}

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
const exchangeTokens =
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
  const saved = await ports.store.readHostCode(await sha256Of(code));
  const { secret, grant } = await toUnspent<HostCode>(ports, client, saved);
  const isSame = secret.redirectUri === redirectUri && secret.challenge === (await challengeOf(verifier));
  if (!isSame) throw invalidGrant();
  return makeTokens(ports, { grant, madeFrom: secret.secretHash, form, granted: grant.scopes });
}

async function renew(ports: Ports, client: HostClient, form: Form): Promise<TokenAnswer> {
  const { refresh_token: token } = form;
  if (!token) throw new OAuthError('invalid_request', 'refresh_token is required');
  const saved = await ports.store.readHostToken(await sha256Of(token));
  const { secret, grant } = await toUnspent<HostToken>(
    ports,
    client,
    saved?.secret.kind === 'refresh' ? saved : undefined,
  );
  return makeTokens(ports, { grant, madeFrom: secret.secretHash, form, granted: secret.scopes });
}

/** The code or token of this client, if it was never exchanged and is still valid. */
async function toUnspent<Secret extends HostCode | HostToken>(
  { store, clock }: Ports,
  client: HostClient,
  saved: IssuedSecret<Secret> | undefined,
): Promise<IssuedSecret<Secret>> {
  if (!saved || saved.grant.clientId !== client.id) throw invalidGrant();
  if (saved.isSpent) {
    await commitIfPresent(store, [{ kind: 'host-grant-ended', grantId: saved.grant.id }]);
    throw invalidGrant();
  }
  if (saved.secret.expiresAt <= clock.now()) throw invalidGrant();
  return saved;
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
    await commitIfPresent(store, [{ kind: 'host-grant-ended', grantId: grant.id }]);
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

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
export async function challengeOf(verifier: string): Promise<string> {
  return toBase64Url(await webSha256(verifier));
}

export const hostGrantServices = useCases({
  readAskedAccess: readAccessRequest,
  grantAccess,
  declineAccess,
  exchangeTokens,
});
