import { audit } from '../../domain/audit.ts';
import { registeredScopes } from '../../domain/host/client-metadata.ts';
import { CODE_SECONDS, type HostClient, type HostGrant } from '../../domain/host/host-grant.ts';
import { isWithin, parseScopes, type Scope, writeScopes } from '../../domain/host/scopes.ts';
import type { PersonId } from '../../domain/ids.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import { makeSecret } from '../accounts/begin-sign-in.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import type { OAuthErrorCode } from './oauth-error.ts';

/** The result of reading a request for access. `unknown`: neither client nor address can be trusted, so the
 *  browser is not sent back. `refused`: the browser is sent to the client's own address `to`, which contains
 *  the reason. */
export type AskedAccess =
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
export const readAskedAccess =
  ({ store }: Ports) =>
  async (query: URLSearchParams): Promise<AskedAccess> => {
    const of = (name: string) => (query.getAll(name).length === 1 ? (query.get(name) ?? '') : '');
    const [id, redirectUri, state] = [of('client_id'), of('redirect_uri'), of('state')];
    const client = id === '' ? undefined : await store.readHostClient(id);
    if (!client?.metadata.redirect_uris.includes(redirectUri)) return { kind: 'unknown' };
    const refuse = (error: OAuthErrorCode, description: string): AskedAccess => ({
      kind: 'refused',
      to: answerTo(redirectUri, { error, error_description: description, state }),
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

type Asked = Extract<AskedAccess, { readonly kind: 'asked' }>;

/** Grants the requested access in the person's name. Returns the client's address with the answer. */
export const grantAccess =
  ({ store, clock, ids }: Ports) =>
  async ({ client, scopes, redirectUri, state, challenge }: Asked, personId: PersonId): Promise<string> => {
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
    return answerTo(redirectUri, { code, scope: writeScopes(scopes), state });
  };

/** The client's address with the answer that the person declines. */
export function declineAccess({ redirectUri, state }: Asked): string {
  const description = 'the person does not grant this access';
  return answerTo(redirectUri, { error: 'access_denied', error_description: description, state });
}

/** The client's address with the answer added. Its own query parameters are kept. */
function answerTo(redirectUri: string, answer: Readonly<Record<string, string>>): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) if (value !== '') address.searchParams.set(name, value);
  return address.href;
}
