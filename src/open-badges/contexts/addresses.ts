// Addresses of JSON-LD contexts. Their texts are in contexts.ts, because they are too large for a browser.

/** First context of every credential we issue (VCDM 2.0 §4.3). */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
/** First context of a VCDM 1.1 credential. Such credentials are read, but never issued. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
/** Terms of status lists for VCDM 1.1 credentials. VCDM 2.0 has them in its own context. */
export const STATUS_V1 = 'https://www.w3.org/ns/credentials/status/v1';
/** Second context of every badge we issue (Open Badges 3.0, "JSON-LD"). */
export const OPEN_BADGES_V3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const OPEN_BADGES_V3_0_2 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json';
export const OPEN_BADGES_V3_0_1 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json';
export const OPEN_BADGES_V3_0_0 = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
/** Required with every `1EdTech…` type. */
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
export const CLR_V2_0_0 = 'https://purl.imsglobal.org/spec/clr/v2p0/context.json';
export const CLR_V2_0_1 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
export const DATA_INTEGRITY_V1 = 'https://w3id.org/security/data-integrity/v1';
export const DATA_INTEGRITY_V2 = 'https://w3id.org/security/data-integrity/v2';
export const ED25519_2020_V1 = 'https://w3id.org/security/suites/ed25519-2020/v1';
/** First context of a controller document. It is never expanded here, so no copy is kept. */
export const DID_V1 = 'https://www.w3.org/ns/did/v1';
export const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1';
export const JWK_V1 = 'https://w3id.org/security/jwk/v1';

/** Terms that only the amended text of context 3.0.3 defines. It was amended on 2026-06-29 at the same
 *  address. */
const AMENDED_TERMS = new Set(['endorsementJwt', 'jti']);

/** Whether a document has a term that the first text of context 3.0.3 lacks. */
export function usesAmendedTerm(value: unknown, levels = 64): boolean {
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  return Object.entries(value).some(
    ([key, member]) => AMENDED_TERMS.has(key) || usesAmendedTerm(member, levels - 1),
  );
}
