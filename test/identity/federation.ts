import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type InteractionResults, Provider } from 'oidc-provider';
import { makeMemoryAdapter } from '../../src/adapters/identity/memory-adapter.node.ts';
import { findFreePort } from '../support/servers/free-port.ts';

export const REDIRECT_URI = 'https://jalon.test/sign-in/callback';
export const CLIENT = { clientId: 'jalon', clientSecret: 'a-secret-of-the-tests-0123456789' };

type Claims = Readonly<Record<string, unknown>>;
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real provider over HTTP on the loopback, which signs in the chosen person. */
export interface Federation {
  readonly issuer: string;
  /** Names of the query parameters of the authorization requests, in order. */
  readonly asked: string[][];
  /** Answers in place of the provider, by path such as `/me` or `/token`. */
  readonly inPlace: Map<string, Answer>;
  /** A JWT of the provider's own key, or of a key that it never had. */
  sign(claims: Claims, key?: CryptoKey): Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  readonly kind: 'proconnect' | 'fim';
  readonly claims: Claims & { readonly sub: string };
  /** The agent's act at the provider. */
  readonly agent?: 'signs-in' | 'gives-up' | 'is-of-the-private-sector';
  /** The level of the agent's account. Without it, ProConnect states `eidas1`, and sends a code by mail where a
   *  second factor is essential. The ministry's federation then states none. */
  readonly acr?: string;
}

const LEVELS = ['eidas0', 'eidas0-mfa', 'eidas1', 'eidas1-mfa', 'eidas2', 'eidas3'];

/** ProConnect's description of an error, where no level of the account satisfies the request. */
export const UNMET_LEVEL = 'requested ACRs could not be satisfied';

/** The parameters that ProConnect accepts; any other is an error there. */
const PROCONNECT_PARAMETERS =
  'client_id response_type redirect_uri scope claims state nonce prompt acr_values idp_hint login_hint siret_hint code_challenge code_challenge_method'.split(
    ' ',
  );

export async function startFederation(options: Options): Promise<Federation> {
  const port = await findFreePort();
  const path = '/api/v2';
  const issuer = `http://127.0.0.1:${port}${path}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = await makeProvider({ ...options, issuer, privateKey });
  const federation: Federation = {
    issuer,
    asked: [],
    inPlace: new Map(),
    sign: (claims, key = privateKey) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'federation' }).sign(key),
    stop: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
  const callback = provider.callback();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const route = url.pathname.slice(path.length);
    const inPlace = federation.inPlace.get(route);
    if (inPlace) return inPlace(request, response);
    if (route.startsWith('/interaction/')) return signIn(provider, { request, response, options });
    if (route === '/auth') {
      const names = [...url.searchParams.keys()];
      federation.asked.push(names);
      if (options.kind === 'proconnect' && names.some((name) => !PROCONNECT_PARAMETERS.includes(name))) {
        return response.writeHead(400).end('Y000400 Bad Request');
      }
    }
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? '/').slice(path.length) });
    await callback(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return federation;
}

async function makeProvider(options: Options & { issuer: string; privateKey: CryptoKey }): Promise<Provider> {
  const { kind, claims, issuer, privateKey } = options;
  const names = Object.keys(claims);
  const proconnect = { openid: ['sub'], ...Object.fromEntries(names.map((name) => [name, [name]])) };
  return new Provider(issuer, {
    adapter: makeMemoryAdapter(),
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [REDIRECT_URI],
        post_logout_redirect_uris: ['https://jalon.test/signed-out'],
        token_endpoint_auth_method: 'client_secret_post',
        ...(kind === 'proconnect' && { userinfo_signed_response_alg: 'RS256' }),
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'federation' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: kind === 'proconnect' ? proconnect : { openid: ['sub'], profile: names, email: ['email'] },
    // The ministry's federation may put every claim in the ID token.
    conformIdTokenClaims: kind === 'proconnect',
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: kind === 'proconnect' },
      rpInitiatedLogout: { enabled: kind === 'proconnect' },
    },
    pkce: { required: () => true },
    acrValues: LEVELS,
    clientBasedCORS: () => false,
    ttl: { AccessToken: 60, AuthorizationCode: 30, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    findAccount: (_ctx, accountId) => ({ accountId, claims: async () => claims }),
    interactions: { url: (_ctx, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: claims.sub });
      grant.addOIDCScope(String(oidc.params?.['scope']));
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => {
      ctx.body = out.error;
    },
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: Options;
}

async function signIn(provider: Provider, { request, response, options }: Exchange): Promise<void> {
  const { prompt } = await provider.interactionDetails(request, response);
  await provider.interactionFinished(request, response, answerOf(options, prompt));
}

interface Prompt {
  readonly reasons: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** The result of an interaction, as ProConnect's published code decides it. */
function answerOf({ kind, agent, claims, acr }: Options, { reasons, details }: Prompt): InteractionResults {
  if (agent === 'gives-up') return { error: 'access_denied' };
  if (agent === 'is-of-the-private-sector') {
    return { error: 'access_denied', error_description: 'authentication aborted due to invalid identity' };
  }
  const login = { accountId: claims.sub };
  if (kind === 'fim') return { login: { ...login, ...(acr && { acr }) } };
  const isEssential = reasons.some((reason) => reason.startsWith('essential_acr'));
  const stated = acr ?? (isEssential ? 'eidas1-mfa' : 'eidas1');
  const { values, value } = (details['acr'] ?? {}) as { values?: readonly string[]; value?: string };
  const accepted = values ?? (value === undefined ? [] : [value]);
  return isEssential && !accepted.includes(stated)
    ? { error: 'access_denied', error_description: UNMET_LEVEL }
    : { login: { ...login, acr: stated } };
}
