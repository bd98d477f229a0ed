import { createHash, randomBytes } from 'node:crypto';
import { SCOPES, type Scope, writeScopes } from '../../src/standards/host/feature-scopes.ts';
import type { TestService } from './servers/service.ts';
import type { SignedInBrowser } from './sign-in.ts';

export const CLIENT_ORIGIN = 'https://wallet.example';
export const REDIRECT = `${CLIENT_ORIGIN}/back`;
const ALL: readonly Scope[] = Object.keys(SCOPES) as Scope[];

/** A registration with every required member. */
export const REGISTRATION = {
  client_name: 'Portefeuille',
  client_uri: `${CLIENT_ORIGIN}/`,
  logo_uri: `${CLIENT_ORIGIN}/logo.png`,
  tos_uri: `${CLIENT_ORIGIN}/terms`,
  policy_uri: `${CLIENT_ORIGIN}/privacy`,
  software_id: 'c88b6ed8-269e-448e-99be-7e2ff47167d1',
  software_version: '1.2',
  redirect_uris: [REDIRECT, `${CLIENT_ORIGIN}/other`],
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: writeScopes(ALL),
};

export interface RegisteredClient {
  readonly id: string;
  readonly secret: string;
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
}

type Fields = Readonly<Record<string, string | undefined>>;

/** A handmade client, which sends exactly what a test wants, right or wrong. */
export function makeHostClient(service: Pick<TestService, 'app' | 'ports'>) {
  const { origin } = service.ports;
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const ask = (path: string, init: RequestInit = {}) => service.app.request(`${origin}${path}`, init);
  const basic = ({ id, secret }: RegisteredClient) => ({
    Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });
  const form = (path: string, client: RegisteredClient | undefined, fields: Fields) =>
    ask(path, {
      method: 'POST',
      headers: client ? basic(client) : {},
      body: new URLSearchParams(present(fields)),
    });
  const register = (over: Readonly<Record<string, unknown>> = {}) =>
    ask('/oauth/register', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...REGISTRATION, ...over }),
    });
  const request = (client: RegisteredClient, over: Fields = {}) =>
    new URLSearchParams(
      present({
        response_type: 'code',
        client_id: client.id,
        redirect_uri: REDIRECT,
        scope: writeScopes(ALL),
        state: 'state-1',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...over,
      }),
    ).toString();
  const decide = (browser: SignedInBrowser, requested: string, decision: 'allow' | 'decline' = 'allow') =>
    browser.post('/oauth/authorize', { request: requested, decision });
  const codeFor = async (client: RegisteredClient, browser: SignedInBrowser, over: Fields = {}) => {
    const answer = await decide(browser, request(client, over));
    return new URL(answer.headers.get('Location') ?? '').searchParams.get('code') ?? '';
  };
  const exchange = (client: RegisteredClient | undefined, over: Fields) =>
    form('/oauth/token', client, {
      grant_type: 'authorization_code',
      redirect_uri: REDIRECT,
      code_verifier: verifier,
      ...over,
    });
  const refresh = (client: RegisteredClient | undefined, over: Fields) =>
    form('/oauth/token', client, { grant_type: 'refresh_token', ...over });
  return {
    ask,
    form,
    register,
    request,
    decide,
    codeFor,
    exchange,
    refresh,
    registered: async (over?: Readonly<Record<string, unknown>>): Promise<RegisteredClient> => {
      const { client_id: id, client_secret: secret } = await (await register(over)).json();
      return { id, secret };
    },
    tokensFor: async (client: RegisteredClient, browser: SignedInBrowser, over?: Fields): Promise<Tokens> =>
      (await exchange(client, { code: await codeFor(client, browser, over) })).json(),
    /** Asks the API with a token. */
    api: (path: string, token: string | undefined, init: RequestInit = {}) =>
      ask(`/ims/ob/v3p0${path}`, {
        ...init,
        headers: { ...(token && { Authorization: `Bearer ${token}` }), ...init.headers },
      }),
  };
}

function present(fields: Fields): Record<string, string> {
  const entries = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
