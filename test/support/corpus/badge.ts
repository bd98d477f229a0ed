import { isJsonObject, type JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { parseDateTime } from '../../../src/open-badges/schema/rfc3339.ts';
import { embedProof, makeJws } from '../credential-signing.ts';
import { DID, LIST, OB, ORIGIN, OUR_KEY, V2 } from '../fixtures/credentials.ts';

/** A small badge of ours, unsigned and correct; `changes` replace its members. */
export function badge(changes: JsonObject = {}): JsonObject {
  return {
    '@context': [V2, OB],
    id: `${ORIGIN}/credentials/corpus`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'RUPN engagé·e',
    issuer: {
      id: DID,
      type: ['Profile'],
      name: 'DANE de Dijon',
      url: `${ORIGIN}/issuer`,
    },
    validFrom: '2026-07-12T10:00:00Z',
    validUntil: '2029-08-31T22:00:00Z',
    awardedDate: '2026-07-10T08:00:00Z',
    credentialSubject: subject(),
    evidence: [
      { type: ['Evidence'], name: 'Engagement', narrative: 'Confirmé par le chef d’établissement.' },
    ],
    credentialStatus: statusEntry(),
    ...changes,
  };
}

export function subject(changes: JsonObject = {}): JsonObject {
  return {
    id: 'urn:uuid:5c6ac6ee-2f5a-4d5f-9b0e-0d6d0b0b4a11',
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
        identityType: 'emailAddress',
        salt: 'Kosher',
      },
    ],
    achievement: achievement(),
    ...changes,
  };
}

export function achievement(changes: JsonObject = {}): JsonObject {
  return {
    id: `${ORIGIN}/badges/RUPN-ENG/v1`,
    type: ['Achievement'],
    achievementType: 'Badge',
    name: 'RUPN engagé·e',
    description: 'Un an d’engagement confirmé.',
    criteria: { id: `${ORIGIN}/badges/RUPN-ENG/v1`, narrative: 'Au moins un an de missions.' },
    image: { id: `${ORIGIN}/badges/RUPN-ENG/v1/image.png`, type: 'Image' },
    ...changes,
  };
}

export function statusEntry(changes: JsonObject = {}): JsonObject {
  return {
    id: `${LIST}#42`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '42',
    statusListCredential: LIST,
    ...changes,
  };
}

export function endorsement(changes: JsonObject = {}): JsonObject {
  return {
    '@context': [V2, OB],
    id: `${ORIGIN}/endorsements/1`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Soutien de la DANE',
    issuer: { id: DID, type: ['Profile'], name: 'DANE de Dijon', url: `${ORIGIN}/issuer` },
    validFrom: '2026-07-12T10:00:00Z',
    credentialSubject: {
      id: `${ORIGIN}/credentials/corpus`,
      type: ['EndorsementSubject'],
      endorsementComment: 'Un badge sérieux.',
    },
    ...changes,
  };
}

/** Signs the document with our active key, even if its content is wrong. */
export function signed(document: JsonObject, options: JsonObject = {}): Promise<JsonObject> {
  return embedProof(document, OUR_KEY, { verificationMethod: `${DID}#ed-active`, ...options });
}

/** The payload of a badge's VC-JWT; `changes` replace claims and members, or remove them where undefined. */
export function payloadOf(document: JsonObject, changes: JsonObject = {}): JsonObject {
  const { credentialSubject, issuer, id, validFrom, validUntil } = document;
  const seconds = (date: unknown) => Number(parseDateTime(String(date))) / 1000;
  return {
    ...document,
    iss: isJsonObject(issuer) ? issuer['id'] : issuer,
    sub: isJsonObject(credentialSubject) ? credentialSubject['id'] : undefined,
    jti: id,
    nbf: seconds(validFrom),
    ...(validUntil !== undefined && { exp: seconds(validUntil) }),
    ...changes,
  };
}

export const JWT_HEADER = { alg: 'RS256', kid: `${ORIGIN}/keys/rs-active`, typ: 'JWT' };

export function jwt(document: JsonObject, changes: JsonObject = {}, header: JsonObject = {}): string {
  return makeJws({ ...JWT_HEADER, ...header }, payloadOf(document, changes));
}
