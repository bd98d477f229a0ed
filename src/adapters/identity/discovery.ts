import * as oidc from 'openid-client';
import type { IdentityProviderId } from '../../domain/access/signed-in-identity.ts';
import { toUnreachable } from './sign-in-error.ts';

interface Options {
  readonly id: IdentityProviderId;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly production: boolean;
  readonly fetch?: oidc.CustomFetch;
}

/** How long a person who wants to sign in waits for a provider that hangs. */
const DISCOVERY_TIMEOUT_SECONDS = 4;
/** How long the provider may take to give tokens and user information. */
const TIMEOUT_SECONDS = 10;

/** Reads the provider's discovery document once and keeps it; after a failure the next call tries again. With
 *  `signedUserinfo`, user information that is not a JWT is refused. Throws
 *  `identity-provider-unreachable`. */
export function makeDiscovery(options: Options, signedUserinfo: boolean): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | undefined;
  return () => {
    found ??= discover(options, signedUserinfo).catch((error: unknown) => {
      found = undefined;
      throw toUnreachable(options.id, { error, issuer: options.issuer });
    });
    return found;
  };
}

async function discover(options: Options, signedUserinfo: boolean): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret, production, fetch = platformFetch } = options;
  const insecure = !production && issuer.startsWith('http:');
  const configuration = await oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    oidc.ClientSecretPost(clientSecret),
    {
      timeout: DISCOVERY_TIMEOUT_SECONDS,
      [oidc.customFetch]: fetch,
      // Tokens and signed answers come from the provider over TLS; their signatures are checked all the same.
      execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
    },
  );
  configuration.timeout = TIMEOUT_SECONDS;
  if (signedUserinfo) {
    const { userinfo_endpoint: endpoint } = configuration.serverMetadata();
    configuration[oidc.customFetch] = refuseUnsigned(fetch, endpoint);
  }
  return configuration;
}

const platformFetch: oidc.CustomFetch = (url, init) => globalThis.fetch(url, init as RequestInit);

/** The library accepts user information with or without a signature. This refuses the unsigned kind; the
 *  provider still chooses the algorithm. */
function refuseUnsigned(fetch: oidc.CustomFetch, userinfoEndpoint: string | undefined): oidc.CustomFetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (url !== userinfoEndpoint || !response.ok || type === 'application/jwt') return response;
    await response.body?.cancel();
    return new Response('', { headers: { 'content-type': 'application/jwt' } });
  };
}
