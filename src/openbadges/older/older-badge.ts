import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../json-value.ts';

/** The versions of Open Badges before 3.0. */
export type OlderVersion = '2.0' | '1.1' | '1.0' | '0.5';
/** Who answers for such a badge: the site that serves it, or a signature. */
export type OlderKind = 'hosted' | 'signed';

/** A badge of Open Badges 2.0 or 1.x, as it was given. */
export interface OlderBadge {
  readonly version: OlderVersion;
  readonly assertion: JsonObject;
  /** Present where the badge was given as a compact JWS, of which `assertion` is the payload. */
  readonly signed?: { readonly jws: string; readonly header: JsonObject };
}

/** The result of recognising: an older badge, a document that mixes versions and is not read, or neither. */
export type Recognised =
  | { readonly kind: 'older'; readonly version: OlderVersion }
  | { readonly kind: 'mixed'; readonly reason: string }
  | { readonly kind: 'neither' };

/** The addresses under which the contexts of each version were published. They are compared, and never
 *  fetched: an older badge is read by its JSON names (docs/adr/0027). */
const CONTEXTS: Readonly<Record<string, OlderVersion>> = {
  'w3id.org/openbadges/v2': '2.0',
  'openbadgespec.org/v2/context.json': '2.0',
  'w3id.org/openbadges/v1': '1.1',
  'openbadgespec.org/v1/context.json': '1.1',
  'standard.openbadges.org/1.1/context.json': '1.1',
};
const NEWER_CONTEXT = /^https?:\/\/(?:www\.w3\.org\/|purl\.imsglobal\.org\/spec\/(?:ob|clr|vc)\/)/;
const NEWER_TYPES = ['VerifiableCredential', 'OpenBadgeCredential', 'AchievementCredential'];
/** Members that only a credential of 3.0 has. Another reader could judge the document by them. */
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

/** Recognises an assertion by the two members that every version has, `badge` and `recipient`, and its version
 *  by its context. */
export function recogniseOlder(value: JsonObject): Recognised {
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
  return { kind: 'older', version: isOfTheFirst(value) ? '0.5' : '1.0' };
}

function versionOf(context: string): OlderVersion | undefined {
  const address = context.replace(/^https?:\/\//, '');
  return Object.hasOwn(CONTEXTS, address) ? CONTEXTS[address] : undefined;
}

/** In the first form the whole badge stands inside, and its issuer states an origin. */
function isOfTheFirst({ badge }: JsonObject): boolean {
  const issuer = isJsonObject(badge) ? badge['issuer'] : undefined;
  return textOf(issuer, 'origin') !== undefined;
}

/** The member that says how the badge is verified. */
export function verificationOf({ assertion }: Pick<OlderBadge, 'assertion'>): JsonObject | undefined {
  const stated = assertion['verification'] ?? assertion['verify'];
  return isJsonObject(stated) ? stated : undefined;
}

/** How the assertion says that it is verified; undefined where it says neither. */
export function statedKind(badge: Pick<OlderBadge, 'assertion' | 'version'>): OlderKind | undefined {
  if (badge.version === '0.5') return 'hosted';
  const types = listOf(verificationOf(badge)?.['type']);
  const isHosted = types.includes('HostedBadge') || types.includes('hosted');
  const isSigned = types.includes('SignedBadge') || types.includes('signed');
  if (isHosted === isSigned) return undefined;
  return isHosted ? 'hosted' : 'signed';
}

/** The address at which the issuer serves the assertion; undefined where it states none, as the first form
 *  never does. */
export function hostedAddressOf({ version, assertion }: OlderBadge): string | undefined {
  const stated = version === '2.0' ? assertion['id'] : verificationOf({ assertion })?.['url'];
  return typeof stated === 'string' && isWebAddress(stated) ? stated : undefined;
}

export function isWebAddress(text: unknown): text is string {
  return typeof text === 'string' && /^https?:\/\//.test(text) && URL.canParse(text);
}
