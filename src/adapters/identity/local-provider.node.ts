import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import type {
  ClientMetadata,
  Configuration,
  KoaContextWithOIDC,
  Provider as OpenIdProvider,
} from 'oidc-provider';
import { SIGN_IN_LEVELS } from '../../domain/access/sign-in-level.ts';
import { type LocalPersona, toClaims } from './local-persona.ts';
import { makeMemoryAdapter } from './memory-adapter.node.ts';
import {
  answerFailed,
  answerPersonas,
  failedDocument,
  PAGE_HEADERS,
  readChoice,
} from './persona-response.node.ts';

export interface LocalProviderOptions {
  readonly production: boolean;
  /** Public origin of the server that carries the provider, such as `http://localhost:3000`. */
  readonly origin: string;
  /** Path of the provider on that server, such as `/demo/identity`. */
  readonly path: string;
  /** Address of the service that the browser returns to. */
  readonly redirectUri: string;
  readonly personas: readonly LocalPersona[];
  /** Address of the style sheet. */
  readonly css: string;
}

export interface LocalProvider {
  readonly issuer: string;
  /** A client made again at each start. */
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** Takes every request whose path begins with `path`. The request's body must not be read before. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

const SCOPES = ['openid', 'profile', 'email'];
const SECONDS = {
  AccessToken: 300,
  AuthorizationCode: 60,
  Grant: 3600,
  IdToken: 300,
  Interaction: 3600,
  Session: 3600,
};

/** The demonstration's own OpenID provider: one signs in by choosing a person in a list. Its keys and its
 *  memory last as long as the process. Throws in production and at an https address. Its library is loaded
 *  here and nowhere else. */
export async function makeLocalProvider(options: LocalProviderOptions): Promise<LocalProvider> {
  if (options.production || !options.origin.startsWith('http://')) {
    throw new Error('The demonstration has no place in production, nor at an https address.');
  }
  const { Provider } = await import('oidc-provider');
  const client = { clientId: 'jalon-demonstration', clientSecret: randomBytes(32).toString('base64url') };
  const issuer = `${options.origin}${options.path}`;
  const provider = new Provider(issuer, await toConfiguration(options, client));
  provider.proxy = true;
  return { issuer, client, handler: makeHandler(provider, options) };
}

async function toConfiguration(
  options: LocalProviderOptions,
  client: LocalProvider['client'],
): Promise<Configuration> {
  const { personas, redirectUri } = options;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const names = new Set(['sub', ...personas.flatMap((persona) => Object.keys(toClaims(persona)))]);
  return {
    adapter: makeMemoryAdapter(),
    clients: [toClientMetadata(client, redirectUri)],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'demonstration' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], profile: [...names], email: ['email'] },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    acrValues: [...SIGN_IN_LEVELS],
    pkce: { required: () => true },
    ttl: SECONDS,
    clientBasedCORS: () => false,
    findAccount: (_ctx, subject) => {
      const persona = personas.find((one) => one.subject === subject);
      return persona && { accountId: subject, claims: async () => ({ ...toClaims(persona), sub: subject }) };
    },
    interactions: { url: (_ctx, { uid }) => `${options.path}/interaction/${uid}` },
    loadExistingGrant: grantAll,
    renderError: (ctx) => {
      ctx.set(PAGE_HEADERS);
      ctx.body = failedDocument(ctx.req, options);
    },
  };
}

function toClientMetadata(client: LocalProvider['client'], redirectUri: string): ClientMetadata {
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uris: [redirectUri],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: 'ES256',
    userinfo_signed_response_alg: 'ES256',
  };
}

/** Grants everything: the only client is ours, so the person is not asked what to share. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const clientId = oidc.client?.clientId;
  const accountId = oidc.session?.accountId;
  if (!clientId || !accountId) return undefined;
  const grant = new oidc.provider.Grant({ clientId, accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}

/** Signing in again means choosing another person, so the provider must not remember the previous one. */
function forgetSession(request: IncomingMessage): void {
  const saved = request.headers.cookie?.split('; ').filter((cookie) => !cookie.startsWith('_session'));
  if (saved) request.headers.cookie = saved.join('; ');
}

function makeHandler(provider: OpenIdProvider, options: LocalProviderOptions): LocalProvider['handler'] {
  const { origin, path } = options;
  const callback = provider.callback();
  const { host, protocol } = new URL(origin);
  return async (request, response) => {
    // Addresses are built from the public origin, never from the request's own headers.
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.replace(':', '');
    forgetSession(request);
    const url = request.url ?? '/';
    if (url.startsWith(`${path}/interaction/`)) return interact(provider, { request, response, options });
    Object.assign(request, { originalUrl: url });
    request.url = url.slice(path.length) || '/';
    await callback(request, response);
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: LocalProviderOptions;
}

async function interact(provider: OpenIdProvider, { request, response, options }: Exchange): Promise<void> {
  try {
    const { uid, prompt } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return answerPersonas(response, { request, options, uid });
    const subject = await readChoice(request);
    const result = options.personas.some((one) => one.subject === subject)
      ? { login: { accountId: subject, ...levelFor(prompt.details) } }
      : { error: 'access_denied' };
    await provider.interactionFinished(request, response, result);
  } catch {
    answerFailed(response, { request, options });
  }
}

/** The demonstration has no second factor: it states the lowest of the levels that are essential to the request,
 *  so that the rules of the service can be seen. Without such levels, it states none. */
function levelFor(details: Readonly<Record<string, unknown>>): { readonly acr?: string } {
  const { values = [] } = (details['acr'] ?? {}) as { readonly values?: readonly string[] };
  const [acr] = values;
  return acr === undefined ? {} : { acr };
}
