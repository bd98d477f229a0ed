/** Media types of the documents that we serve and accept. Each has one name here. */
export const MEDIA_TYPES = {
  /** Open Badges 3.0, "Retrieve": the type recommended for a badge with an embedded proof. */
  vcLdJson: 'application/vc+ld+json',
  /** VCDM 2.0 §C.1: the W3C's media type for credentials. */
  vc: 'application/vc',
  ldJson: 'application/ld+json',
  json: 'application/json',
  /** VC-JOSE-COSE: a compact JWS whose payload is the credential. */
  vcJwt: 'application/vc+jwt',
  jwt: 'application/jwt',
  /** Open Badges 3.0: a compact JWS badge file. */
  text: 'text/plain',
  did: 'application/did',
  didLdJson: 'application/did+ld+json',
  /** RFC 7517 §8.5. */
  jwk: 'application/jwk+json',
  jwkSet: 'application/jwk-set+json',
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
} as const;

/** JSON types under which a signed badge is served, in our order of preference. */
export const BADGE_JSON_TYPES: readonly string[] = [
  MEDIA_TYPES.vcLdJson,
  MEDIA_TYPES.ldJson,
  MEDIA_TYPES.json,
  MEDIA_TYPES.vc,
];

/** Types under which the compact JWS of a badge is served. */
export const BADGE_JWS_TYPES: readonly string[] = [MEDIA_TYPES.vcJwt, MEDIA_TYPES.text];
