import type { DocumentMember } from '../../fr/papers/document-parts.ts';

/** Names of the members of a badge, for readers who do not know its format. */
const MEMBER_NAMES: Readonly<Record<DocumentMember, string>> = {
  '@context': 'the vocabulary',
  achievement: 'what the badge recognises',
  achievementType: 'the kind of badge',
  alignment: 'the alignments',
  badge: 'what the badge recognises',
  awardedDate: 'the date of issue',
  creator: 'the author of the badge',
  credentialSchema: 'the schema it follows',
  credentialStatus: 'the way to know whether it is revoked',
  credentialSubject: 'what is said of the holder',
  criteria: 'the criteria',
  description: 'the description',
  digestMultibase: 'the digest',
  digestSRI: 'the digest',
  email: 'the e-mail address',
  endorsement: 'an endorsement',
  endorsementJwt: 'an endorsement',
  evidence: 'the evidence named',
  expires: 'the end of validity',
  expirationDate: 'the end of validity',
  id: 'the identifier',
  identifier: 'the identity of the holder',
  image: 'the image',
  issuedOn: 'the date of issue',
  issuanceDate: 'the beginning of validity',
  issuer: 'the issuer',
  name: 'the name',
  narrative: 'the text',
  recipient: 'the holder',
  proof: 'the signature',
  refreshService: 'the refresh service',
  relatedResource: 'a related resource',
  result: 'the results',
  resultDescription: 'the results',
  source: 'the author of the badge',
  termsOfUse: 'the terms of use',
  type: 'the kind',
  url: 'the address',
  verification: 'the way to verify it',
  verify: 'the way to verify it',
  validFrom: 'the beginning of validity',
  validUntil: 'the end of validity',
  verifiableCredential: 'the badges inside',
};

/** The place of a JSON pointer, in words: the last part that has a name, and the named part around it.
 *  Undefined if no part has a name, because the pointer itself is not readable. */
export function placeOf(pointer: string | number | undefined): string | undefined {
  const names = String(pointer ?? '')
    .split('/')
    .flatMap((part) => (Object.hasOwn(MEMBER_NAMES, part) ? [MEMBER_NAMES[part as DocumentMember]] : []));
  const [around, last] = names.slice(-2);
  return last === undefined ? around : `${last} (${around})`;
}
