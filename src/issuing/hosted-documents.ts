import { type Achievement, publicFactsOf } from '#open-badges/credential';
import { isJsonObject, type JsonObject, listOf, textOf } from '#open-badges/parsing';
import type { CredentialId } from '../domain/ids.ts';
import { type BadgeVersion, credentialUrl } from './addresses.ts';
import type { IssuerDetails } from './profile.ts';

/** Our badges as hosted badges of Open Badges 2.0, for backpacks that do not read version 3.0
 *  (docs/adr/0027). Their content is taken from the badge of 3.0. */
const CONTEXT = 'https://w3id.org/openbadges/v2';

/** Address of our profile in the form of Open Badges 2.0. */
export function legacyIssuerUrl(origin: string): string {
  return `${origin}/issuer/ob2`;
}

function legacyClassUrl(origin: string, { code, version }: BadgeVersion): string {
  return `${origin}/badges/${code}/v${version}/ob2`;
}

function legacyAssertionUrl(origin: string, id: CredentialId): string {
  return `${credentialUrl(origin, id)}/ob2`;
}

/** Our profile. Its policy names the addresses of our badges with a single `startsWith`: the standard allows
 *  several, but 1EdTech's validator reports a list as a fault. */
export function legacyIssuer(issuer: IssuerDetails & { readonly url: string }, origin: string): JsonObject {
  return {
    '@context': CONTEXT,
    type: 'Issuer',
    id: legacyIssuerUrl(origin),
    name: issuer.name,
    url: issuer.url,
    email: issuer.email,
    ...(issuer.logoUrl && { image: issuer.logoUrl }),
    verification: {
      type: 'VerificationObject',
      startsWith: `${origin}/`,
      allowedOrigins: new URL(origin).host,
    },
  };
}

/** Our achievement as a BadgeClass. */
export function legacyClass(achievement: Achievement, badge: BadgeVersion, origin: string): JsonObject {
  const page = `${origin}/badges/${badge.code}/v${badge.version}`;
  const alignment = listOf(achievement.alignment).filter(isJsonObject);
  return {
    '@context': CONTEXT,
    type: 'BadgeClass',
    id: legacyClassUrl(origin, badge),
    name: achievement.name,
    description: achievement.description,
    image: `${page}/image.png`,
    criteria: {
      id: page,
      ...(achievement.criteria.narrative && { narrative: achievement.criteria.narrative }),
    },
    issuer: legacyIssuerUrl(origin),
    ...(alignment.length > 0 && { alignment: alignment.map(legacyAlignment) }),
  };
}

function legacyAlignment(alignment: JsonObject): JsonObject {
  const names = ['targetName', 'targetUrl', 'targetDescription', 'targetFramework', 'targetCode'];
  return Object.fromEntries(
    names.flatMap((name) => (textOf(alignment, name) ? [[name, alignment[name]]] : [])),
  );
}

interface OwnBadge extends BadgeVersion {
  readonly id: CredentialId;
  /** The signed badge of 3.0, as JSON text. */
  readonly document: string;
}

/** The assertion of a badge; undefined if its holder did not choose to be found by their e-mail address,
 *  because this version requires an address. */
export function legacyAssertion(badge: OwnBadge, origin: string): JsonObject | undefined {
  const credential: unknown = JSON.parse(badge.document);
  const recipient = recipientOf(credential);
  if (recipient === undefined) return undefined;
  const facts = publicFactsOf(credential);
  return {
    '@context': CONTEXT,
    type: 'Assertion',
    id: legacyAssertionUrl(origin, badge.id),
    recipient,
    badge: legacyClassUrl(origin, badge),
    verification: { type: 'HostedBadge' },
    issuedOn: facts.awardedDate ?? facts.validFrom,
    ...(facts.validUntil && { expires: facts.validUntil }),
    image: `${credentialUrl(origin, badge.id)}/image.png`,
    evidence: { id: credentialUrl(origin, badge.id) },
  };
}

/** The document at the address of a revoked badge. */
export function legacyRevokedDocument(id: CredentialId, reason: string, origin: string): JsonObject {
  return {
    '@context': CONTEXT,
    type: 'Assertion',
    id: legacyAssertionUrl(origin, id),
    revoked: true,
    revocationReason: reason,
  };
}

/** Whether the badge has a form of version 2.0, because its holder chose to be found by their e-mail
 *  address. */
export function hasLegacyForm(document: string): boolean {
  return recipientOf(JSON.parse(document)) !== undefined;
}

function recipientOf(credential: unknown): JsonObject | undefined {
  const subject = isJsonObject(credential) ? credential['credentialSubject'] : undefined;
  const identifiers = isJsonObject(subject) ? listOf(subject['identifier']) : [];
  const email = identifiers.find((one) => textOf(one, 'identityType') === 'emailAddress');
  const identity = textOf(email, 'identityHash');
  const salt = textOf(email, 'salt');
  if (identity === undefined || salt === undefined) return undefined;
  return { type: 'email', hashed: true, identity, salt };
}
