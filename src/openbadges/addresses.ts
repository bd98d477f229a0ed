import type { CredentialId } from '../domain/ids.ts';

/** The public addresses that stand inside signed documents. `origin` is PUBLIC_URL, without a slash at its end. */

/** `did:web` identifier of the issuer: the origin's host, a port percent-encoded (did:web method, §3.1). */
export function didOf(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`;
}

/** Readable address of the issuer's Profile. */
export function issuerUrl(origin: string): string {
  return `${origin}/issuer`;
}

/** Address of one public key: the `kid` of our JWS headers. */
export function keyUrl(origin: string, kid: string): string {
  return `${origin}/keys/${kid}`;
}

/** Verification method of one key inside the DID document: what our Data Integrity proofs name. */
export function keyIdOf(origin: string, kid: string): string {
  return `${didOf(origin)}#${kid}`;
}

/** A credential's own id. */
export function credentialUrl(origin: string, id: CredentialId): string {
  return `${origin}/credentials/${id}`;
}

/** A status list's own id. */
export function statusListUrl(origin: string, listId: string): string {
  return `${origin}/status/${listId}`;
}

/** An achievement's own id: one per badge, version of the criteria and language; French has no suffix. */
export function achievementUrl(origin: string, badge: BadgeVersion, locale: 'fr' | 'en'): string {
  const url = `${origin}/badges/${badge.code}/v${badge.version}`;
  return locale === 'fr' ? url : `${url}/en`;
}

export interface BadgeVersion {
  readonly code: string;
  /** Version of the criteria. */
  readonly version: number;
}

/** Address of the mission framework, or of one of its missions. */
export function frameworkUrl(origin: string, version: number, mission?: string): string {
  const url = `${origin}/referentiel/rupn/v${version}`;
  return mission === undefined ? url : `${url}/missions/${mission}`;
}

/** What a verification may ask of this service itself. Nothing here verifies anything, so that no verification can make
 *  the service ask itself again and again. */
const DOCUMENT_PATHS = [
  /^\/credentials\/[\w-]{1,64}(\.(json|jws|png|svg))?$/,
  /^\/status\/[\w-]{1,64}$/,
  /^\/keys\/[\w.~%-]{1,200}$/,
  /^\/\.well-known\/(did|jwks)\.json$/,
  /^\/issuer$/,
  /^\/badges\/[\w-]{1,64}\/v[1-9]\d{0,5}(\/en)?$/,
] as const;

/** Whether an address of this service is one of those that a verification reads: a credential in any of its forms, a
 *  status list, a key, the issuer, an achievement. */
export function isDocumentUrl(origin: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const address = new URL(url);
  return address.origin === origin && DOCUMENT_PATHS.some((path) => path.test(address.pathname));
}
