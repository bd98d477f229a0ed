import * as oidc from 'openid-client';
import type { HearTime } from '#open-badges/fetching';
import type {
  FinishedSignIn,
  IdentityProvider,
  SignInTransaction,
} from '../../application/accounts/identity-provider.ts';
import { type AcceptedLevels, levelsInAll, levelsThatSatisfy } from '../../domain/access/sign-in-level.ts';
import type { IdentityProviderId } from '../../domain/access/signed-in-identity.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { toInstant } from '../../domain/time/calendar.ts';
import { demandParameters, type ProvenAuthentication, proveDemand } from './demand.ts';
import { makeDiscovery } from './discovery.ts';
import { type Claims, pickClaims } from './profiles/claims.ts';
import { fimProfile, fromFim } from './profiles/fim.ts';
import { proConnectProfile } from './profiles/proconnect.ts';
import type { Profile } from './profiles/types.ts';
import { failSignIn, toSignInError } from './sign-in-error.ts';

/** The demonstration's own provider, which plays both federations: it reads the ministry's claims where they
 *  are given, ProConnect's otherwise. Its user information is always signed. */
const localProfile: Profile = {
  scope: 'openid profile email',
  claims: fimProfile.claims,
  signedUserinfo: true,
  keepsIdToken: true,
  toIdentity: fromFim,
};

export interface OpenIdConnectOptions {
  readonly id: IdentityProviderId;
  /** The provider's own name, exactly as in its discovery document and its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our address that the browser returns to, exactly as registered with the provider. */
  readonly redirectUri: string;
  /** In production, only https is used. */
  readonly production: boolean;
  /** The scope to ask for, in place of the profile's own. */
  readonly scope?: string;
  /** Levels of authentication that everyone needs one of, with spaces between them. If it is absent, the level
   *  depends on the demand alone. */
  readonly acrValues?: string;
  /** Reaches the provider; the platform's own `fetch` where absent. */
  readonly fetch?: oidc.CustomFetch;
}

const PROFILES: Readonly<Record<IdentityProviderId, Profile>> = {
  proconnect: proConnectProfile,
  fim: fimProfile,
  local: localProfile,
};

/** An OpenID Connect provider, by authorization code with PKCE, state and nonce. Its discovery document is
 *  read at the first use and kept. Every token and every signed answer is checked against its keys. */
export function makeOpenIdConnect(options: OpenIdConnectOptions): IdentityProvider {
  const profile = PROFILES[options.id];
  const discover = makeDiscovery(options, profile.signedUserinfo);
  return {
    id: options.id,
    async begin({ maxAgeSeconds, ...demand } = {}) {
      const configuration = await discover();
      const levels = levelsInAll(everyonesLevels(options), demand.levels);
      if (levels?.length === 0) failSignIn(options.id, 'acr');
      const transaction: SignInTransaction = compact({
        provider: options.id,
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        levels,
        maxAgeSeconds,
      });
      const parameters = {
        ...(await toParameters(options, profile, transaction)),
        ...demandParameters(transaction, configuration.serverMetadata()),
      };
      return { url: oidc.buildAuthorizationUrl(configuration, parameters).href, transaction };
    },
    async finish(callbackUrl, transaction, hear) {
      if (transaction.provider !== options.id) failSignIn(options.id, 'state');
      const answers = await redeem(await discover(), { options, callbackUrl, transaction, hear });
      return toSignedIn(options, profile, answers);
    },
    async endSessionUrl({ idToken, returnTo }) {
      const configuration = await discover().catch(() => undefined);
      if (!configuration?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: returnTo,
        // ProConnect refuses a request without one.
        state: oidc.randomState(),
        ...(idToken && { id_token_hint: idToken }),
      }).href;
    },
  };
}

/** Sends these parameters and no others: ProConnect answers an error to a parameter that it does not know. */
async function toParameters(options: OpenIdConnectOptions, profile: Profile, transaction: SignInTransaction) {
  return {
    redirect_uri: options.redirectUri,
    scope: options.scope ?? profile.scope,
    state: transaction.state,
    nonce: transaction.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(transaction.verifier),
    code_challenge_method: 'S256',
  };
}

/** The levels that this provider's settings require of everyone. */
function everyonesLevels({ acrValues }: OpenIdConnectOptions): AcceptedLevels | undefined {
  return acrValues ? levelsThatSatisfy(acrValues) : undefined;
}

interface Return {
  readonly options: OpenIdConnectOptions;
  readonly callbackUrl: string;
  readonly transaction: SignInTransaction;
  readonly hear: HearTime | undefined;
}

interface Answers {
  readonly idToken: string;
  readonly subject: string;
  readonly issuer: string;
  /** The level and the instant of the authentication, as the ID token states them. */
  readonly authentication: ProvenAuthentication;
  /** User information comes first: it is more recent and more complete than the ID token. */
  readonly sources: readonly Claims[];
}

async function redeem(configuration: oidc.Configuration, call: Return): Promise<Answers> {
  const { options, transaction } = call;
  const tokens = await oidc
    .authorizationCodeGrant(configuration, toRegisteredAddress(call), {
      expectedState: transaction.state,
      expectedNonce: transaction.nonce,
      pkceCodeVerifier: transaction.verifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      hearIssued(call.hear, refusedClaims(error));
      throw toSignInError(options.id, error, { step: 'id-token', levels: transaction.levels });
    });
  const claims = tokens.claims();
  hearIssued(call.hear, claims);
  if (!claims || !tokens.id_token) return failSignIn(options.id, 'id-token');
  // A sign-in that began before an upgrade has no levels of its own.
  const { levels = everyonesLevels(options) } = transaction;
  const answers = {
    idToken: tokens.id_token,
    subject: claims.sub,
    issuer: claims.iss,
    authentication: proveDemand(options.id, claims, { ...transaction, levels }),
  };
  if (!configuration.serverMetadata().userinfo_endpoint && !PROFILES[options.id].signedUserinfo) {
    return { ...answers, sources: [claims] };
  }
  const userinfo = await oidc
    .fetchUserInfo(configuration, tokens.access_token, claims.sub)
    .catch((error: unknown) => {
      throw toSignInError(options.id, error, { step: 'userinfo' });
    });
  return { ...answers, sources: [userinfo, claims] };
}

/** Tells the instant at which the provider issued the token, by the provider's clock. */
function hearIssued(hear: HearTime | undefined, claims: unknown): void {
  const issued = (claims as { readonly iat?: unknown } | undefined)?.iat;
  if (typeof issued === 'number' && Math.abs(issued) < 8.64e12) hear?.(toInstant(new Date(issued * 1000)));
}

/** The claims of an ID token that was refused for its dates, as the library passes them on. */
function refusedClaims(error: unknown): unknown {
  if (!(error instanceof oidc.ClientError) || error.code !== 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED')
    return undefined;
  const { cause } = (error.cause ?? {}) as { readonly cause?: { readonly claims?: unknown } };
  return cause?.claims;
}

/** The provider's answer, at the address registered with it: behind a proxy, our own address may look
 *  different. */
function toRegisteredAddress({ options, callbackUrl, transaction }: Return): URL {
  const answered = URL.canParse(callbackUrl) ? new URL(callbackUrl).searchParams : new URLSearchParams();
  if (answered.get('state') !== transaction.state) failSignIn(options.id, 'state');
  const address = new URL(options.redirectUri);
  address.search = answered.toString();
  return address;
}

function toSignedIn({ id }: OpenIdConnectOptions, profile: Profile, answers: Answers): FinishedSignIn {
  const { idToken, subject, issuer, authentication, sources } = answers;
  refuseNumen(subject);
  return {
    provider: id,
    issuer,
    subject,
    ...profile.toIdentity(pickClaims(profile.claims, ...sources)),
    ...authentication,
    ...(profile.keepsIdToken && { idToken }),
  };
}
