import { SUSPENSION } from '#open-badges/credential';
import { didOf } from '#open-badges/keys';
import { spelledAddress } from '#open-badges/parsing';
import { type CredentialId, type ProfileId, parseCredentialId, type RecordId } from '../domain/ids.ts';

/** The public addresses inside signed documents. `origin` is PUBLIC_URL, without a final slash. */

/** Readable address of the issuer's Profile. */
export function issuerUrl(origin: string): string {
  return `${origin}/issuer`;
}

/** Address of one public key: the `kid` of our JWS headers. */
export function keyUrl(origin: string, kid: string): string {
  return `${origin}/keys/${kid}`;
}

/** Verification method of one key in the DID document. Our Data Integrity proofs name it. */
export function keyIdOf(origin: string, kid: string): string {
  return `${didOf(origin)}#${kid}`;
}

/** The id and address of a credential. */
export function credentialUrl(origin: string, id: CredentialId): string {
  return `${origin}/credentials/${id}`;
}

/** The id of the credential of this service that an absolute address names, in any of its forms; undefined for
 *  any other text. */
export function credentialIdAt(origin: string, address = ''): CredentialId | undefined {
  const own = /^https?:/i.test(address) ? spelledAddress(address, origin) : undefined;
  const place = `${origin}/credentials/`;
  // The address of the older form has one more part.
  return own?.startsWith(place)
    ? parseCredentialId(own.slice(place.length).replace(/\/ob2$/, ''))
    : undefined;
}

/** The last part of the origin of each log. */
const PATHS = { badges: 'log', audit: 'audit' } as const;

/** The origin of a log of a service: its address without scheme (C2SP tlog-tiles, Parameters). */
export function logOrigin(publicOrigin: string, log: keyof typeof PATHS = 'badges'): string {
  return `${publicOrigin.replace(/^https?:\/\//, '')}/${PATHS[log]}`;
}

/** The address at which the newest signed version of a credential is read. It answers with the signed bytes
 *  whatever media types are accepted, unlike the credential's own address. It is as hard to guess as the
 *  credential's id. */
export function refreshUrl(origin: string, id: CredentialId): string {
  return `${credentialUrl(origin, id)}.json`;
}

/** The address of a person's public profile. */
export function profileUrl(origin: string, id: ProfileId): string {
  return `${origin}/profiles/${id}`;
}

/** The id and address of a person's record of badges. */
export function recordUrl(origin: string, id: RecordId): string {
  return `${origin}/records/${id}`;
}

/** The id and address of a status list. */
export function statusListUrl(origin: string, listId: string): string {
  return `${origin}/status/${listId}`;
}

/** The id and address of the list that tells which set entries of a status list are suspensions. */
export function suspensionListUrl(origin: string, listId: string): string {
  return `${statusListUrl(origin, listId)}${SUSPENSION}`;
}

/** The id and address of an achievement: one for each badge, criteria version and language. French has no
 *  suffix. */
export function achievementUrl(origin: string, badge: BadgeVersion, locale: 'fr' | 'en'): string {
  const url = `${origin}/badges/${badge.code}/v${badge.version}`;
  return locale === 'fr' ? url : `${url}/en`;
}

/** A badge in one version of the criteria. */
export interface BadgeVersion {
  readonly code: string;
  /** Version of the criteria. */
  readonly version: number;
}

/** Path of a document in which another body endorses an achievement, served as it was received. */
export function endorsementPath({ code, version, id, form }: EndorsementReference): string {
  return `/badges/${code}/v${version}/endorsements/${id}.${form}`;
}

interface EndorsementReference extends BadgeVersion {
  readonly id: string;
  readonly form: 'json' | 'jws';
}

/** Address of the mission framework or, with `mission`, of one of its missions. */
export function frameworkUrl(origin: string, version: number, mission?: string): string {
  const url = `${origin}/referentiel/rupn/v${version}`;
  return mission === undefined ? url : `${url}/missions/${mission}`;
}

/** Paths of this service that a verification may read. No request to them starts a verification, so the
 *  service cannot make itself verify in an endless loop. */
const DOCUMENT_PATHS = [
  /^\/credentials\/[\w-]{1,64}(\.(json|jws|png|svg|pdf)|\/ob2)?$/,
  /^\/records\/[\w-]{1,64}(\.(json|jws))?$/,
  /^\/schools\/\d{7}[A-Z]\/did\.json$/,
  /^\/status\/[\w-]{1,64}(\.suspension)?$/,
  /^\/keys\/[\w.~%-]{1,200}$/,
  /^\/\.well-known\/(did|jwks)\.json$/,
  /^\/issuer(\/ob2)?$/,
  /^\/badges\/[\w-]{1,64}\/v[1-9]\d{0,5}(\/en|\/ob2|\/endorsements\/[\w-]{1,64}\.(json|jws))?$/,
] as const;

/** Whether an address of this service can be read by a verification: a credential in any form, a status list,
 *  a key, the issuer or an achievement. */
export function isDocumentUrl(origin: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const address = new URL(url);
  return address.origin === origin && isDocumentPath(address.pathname);
}

/** Whether a verification can read this path of this service. */
export function isDocumentPath(pathname: string): boolean {
  return DOCUMENT_PATHS.some((path) => path.test(pathname));
}
