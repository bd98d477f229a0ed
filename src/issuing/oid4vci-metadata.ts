import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '#open-badges/credential';
import type { JsonObject } from '#open-badges/parsing';

/** The grant type of a pre-authorised code (OpenID4VCI 1.0 §3.5). */
export const PRE_AUTHORISED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

const TYPES = ['VerifiableCredential', 'OpenBadgeCredential'];

/** The two forms in which a wallet can take a badge: with its embedded proof, or as a VC-JWT. */
export const CONFIGURATIONS: Readonly<Record<string, JsonObject & { readonly format: string }>> = {
  OpenBadgeCredential: {
    format: 'ldp_vc',
    credential_definition: { '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3], type: TYPES },
    credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
  },
  OpenBadgeCredential_jwt: {
    format: 'jwt_vc_json',
    credential_definition: { type: TYPES },
    credential_signing_alg_values_supported: ['RS256'],
  },
};

interface IssuerNames {
  readonly name: string;
  /** The name of the badges, by language. */
  readonly badges: Readonly<Record<string, string>>;
}

/** `/.well-known/openid-credential-issuer` (OpenID4VCI 1.0 §12.2). */
export function credentialIssuerMetadata(
  origin: string,
  algorithms: readonly string[],
  { name, badges }: IssuerNames,
): JsonObject {
  const display = Object.entries(badges).map(([locale, texts]) => ({ name: texts, locale }));
  const common = {
    cryptographic_binding_methods_supported: ['did:key', 'did:jwk', 'jwk'],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: algorithms } },
    credential_metadata: { display },
  };
  return {
    credential_issuer: origin,
    authorization_servers: [authorisationServer(origin)],
    credential_endpoint: `${origin}/oid4vci/credential`,
    nonce_endpoint: `${origin}/oid4vci/nonce`,
    display: [{ name, locale: 'fr' }],
    credential_configurations_supported: Object.fromEntries(
      Object.entries(CONFIGURATIONS).map(([id, one]) => [id, { ...one, ...common }]),
    ),
  };
}

/** Wallets have an authorization server of their own: its codes give access to nothing else. */
function authorisationServer(origin: string): string {
  return `${origin}/oid4vci`;
}

/** `/.well-known/oauth-authorization-server/oid4vci` (RFC 8414 §3.1). */
export function authorisationServerMetadata(origin: string): JsonObject {
  return {
    issuer: authorisationServer(origin),
    token_endpoint: `${origin}/oid4vci/token`,
    grant_types_supported: [PRE_AUTHORISED],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['none'],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}
