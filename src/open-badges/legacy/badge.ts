import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';

/** The versions of Open Badges before 3.0 that are verified. Version 0.5 is only recognised. */
export type LegacyVersion = '2.0' | '1.1' | '1.0';
/** How such a badge is verified: by the site that serves it, or by a signature. */
export type LegacyKind = 'hosted' | 'signed';

/** A badge of Open Badges 2.0 or 1.x, as received. */
export interface LegacyBadge {
  readonly version: LegacyVersion;
  readonly assertion: JsonObject;
  /** Present where the badge is a compact JWS; `assertion` is its payload. */
  readonly signed?: { readonly jws: string; readonly header: JsonObject };
}

/** The result of recognising a document: an older badge, a badge of version 0.5, a mixture of versions that is
 *  not read, or none of these. In version 0.5 the badge itself states its issuer and the hosts that answer for
 *  it, so nothing outside of it can confirm it. */
export type Recognised =
  | { readonly kind: 'older'; readonly version: LegacyVersion }
  | { readonly kind: 'first'; readonly name: string | undefined; readonly issuer: string | undefined }
  | { readonly kind: 'mixed'; readonly reason: string }
  | { readonly kind: 'neither' };

/** The addresses at which the contexts of each version were published. They are compared, but never fetched:
 *  an older badge is read by its JSON names (docs/adr/0027). */
const CONTEXTS: Readonly<Record<string, LegacyVersion>> = {
  'w3id.org/openbadges/v2': '2.0',
  'openbadgespec.org/v2/context.json': '2.0',
  'w3id.org/openbadges/v1': '1.1',
  'openbadgespec.org/v1/context.json': '1.1',
  'standard.openbadges.org/1.1/context.json': '1.1',
};
const NEWER_CONTEXT = /^https?:\/\/(?:www\.w3\.org\/|purl\.imsglobal\.org\/spec\/(?:ob|clr|vc)\/)/;
const NEWER_TYPES = ['VerifiableCredential', 'OpenBadgeCredential', 'AchievementCredential'];
/** Members that only a credential of 3.0 has. An older badge with one of them is a mixture, because another
 *  reader could judge it as 3.0. */
const NEWER_MEMBERS = [
  'credentialSubject',
  'credentialStatus',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'proof',
  'vc',
];

/** Recognises an assertion by `badge` and `recipient`, which every version has, and its version by its
 *  context. */
export function recogniseLegacyBadge(value: JsonObject): Recognised {
  if (value['badge'] === undefined || value['recipient'] === undefined) return { kind: 'neither' };
  const contexts = listOf(value['@context']);
  const newer = NEWER_MEMBERS.find((name) => value[name] !== undefined);
  if (newer !== undefined) return { kind: 'mixed', reason: `an assertion with ${newer}` };
  const type = NEWER_TYPES.find((name) => hasType(value, name));
  if (type !== undefined) return { kind: 'mixed', reason: `an assertion of type ${type}` };
  if (contexts.some((one) => typeof one !== 'string' || NEWER_CONTEXT.test(one))) {
    return { kind: 'mixed', reason: 'a context that is not of Open Badges 2.0 or 1.x' };
  }
  const versions = new Set(contexts.flatMap((one) => versionOf(String(one)) ?? []));
  if (versions.size > 1) return { kind: 'mixed', reason: 'the contexts of two versions' };
  const [version] = versions;
  if (version !== undefined) return { kind: 'older', version };
  if (contexts.length > 0) return { kind: 'neither' };
  return readFirst(value) ?? { kind: 'older', version: '1.0' };
}

function versionOf(context: string): LegacyVersion | undefined {
  const address = context.replace(/^https?:\/\//, '');
  return Object.hasOwn(CONTEXTS, address) ? CONTEXTS[address] : undefined;
}

/** What a badge of version 0.5 says of itself: the whole badge is inside, and its issuer states an origin. */
function readFirst({ badge }: JsonObject): Recognised | undefined {
  const issuer = isJsonObject(badge) ? badge['issuer'] : undefined;
  const origin = textOf(issuer, 'origin');
  if (origin === undefined) return undefined;
  return { kind: 'first', name: textOf(badge, 'name'), issuer: textOf(issuer, 'name') ?? origin };
}

/** The member that says how the badge is verified. */
export function verificationOf({ assertion }: Pick<LegacyBadge, 'assertion'>): JsonObject | undefined {
  const stated = assertion['verification'] ?? assertion['verify'];
  return isJsonObject(stated) ? stated : undefined;
}

/** The kind of verification that the assertion states; undefined if it states none. */
export function statedKind(badge: Pick<LegacyBadge, 'assertion' | 'version'>): LegacyKind | undefined {
  const types = listOf(verificationOf(badge)?.['type']);
  const isHosted = types.includes('HostedBadge') || types.includes('hosted');
  const isSigned = types.includes('SignedBadge') || types.includes('signed');
  if (isHosted === isSigned) return undefined;
  return isHosted ? 'hosted' : 'signed';
}

/** The address at which the issuer serves the assertion; undefined if none is stated. */
export function hostedAddressOf({ version, assertion }: LegacyBadge): string | undefined {
  const stated = version === '2.0' ? assertion['id'] : verificationOf({ assertion })?.['url'];
  return typeof stated === 'string' && isWebAddress(stated) ? stated : undefined;
}

/** Whether the value is the text of an http or https address. */
export function isWebAddress(text: unknown): text is string {
  return typeof text === 'string' && /^https?:\/\//.test(text) && URL.canParse(text);
}
