import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { embedProof } from '../credential-signing.ts';
import {
  ATTACKER_KEY,
  DID,
  type FixturePages,
  json,
  ORIGIN,
  OUR_KEY,
  statusList,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../fixtures/credentials.ts';
import { badge, endorsement, statusEntry, subject } from './badge.ts';
import { type CorpusCase, invalid, valid } from './case.ts';

const OLD_LIST = 'https://w3id.org/vc/status-list/2021/v1';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const NEWER = `${ORIGIN}/newer`;

const sign = (document: JsonObject) =>
  embedProof(document, OUR_KEY, { verificationMethod: `${DID}#ed-active` });

/** A list of the draft of 2021, whose bits have no letter of their base. */
function oldList(set: readonly number[], changes: JsonObject = {}): JsonObject {
  const id = `${ORIGIN}/status/2021`;
  const { credentialSubject, validFrom, validUntil, ...list } = statusList(set, { id });
  const { encodedList, ttl: _, ...subject } = credentialSubject as JsonObject;
  return {
    ...list,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      OLD_LIST,
      'https://w3id.org/security/data-integrity/v2',
    ],
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    issuer: DID,
    issuanceDate: validFrom,
    expirationDate: validUntil,
    credentialSubject: { ...subject, type: 'StatusList2021', encodedList: String(encodedList).slice(1) },
    ...changes,
  };
}

function withOldStatus(index: string, purpose = 'revocation'): JsonObject {
  const { '@context': contexts, ...body } = badge();
  const list = `${ORIGIN}/status/2021`;
  return {
    ...body,
    '@context': [...(contexts as string[]), OLD_LIST],
    credentialStatus: {
      id: `${list}#${index}`,
      type: 'StatusList2021Entry',
      statusPurpose: purpose,
      statusListIndex: index,
      statusListCredential: list,
    },
  };
}

/** Two bits an entry: 1 says that a renewal is due. */
function withMessage(index: string, changes: JsonObject = {}): JsonObject {
  const list = `${ORIGIN}/status/messages`;
  return badge({
    credentialStatus: {
      id: `${list}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'message',
      statusListIndex: index,
      statusListCredential: list,
      statusSize: 2,
      statusMessage: [
        { status: '0x0', message: 'en cours' },
        { status: '0x1', message: 'à renouveler' },
      ],
      ...changes,
    },
  });
}

const refreshable = (name: string, changes: JsonObject = {}): JsonObject =>
  badge({
    '@context': [...(badge()['@context'] as string[]), EXTENSIONS],
    refreshService: { id: `${NEWER}/${name}`, type: '1EdTechCredentialRefresh' },
    ...changes,
  });

export async function statusAndRefreshPages(): Promise<FixturePages> {
  const later = { validFrom: '2026-09-01T10:00:00Z', name: 'RUPN engagé·e, mis à jour' };
  const newer = (changes: JsonObject = {}) => refreshable('good', { ...later, ...changes });
  const page = (document: unknown) => json(document, 200, 'application/vc+ld+json');
  const messages = statusList(
    [3],
    { id: `${ORIGIN}/status/messages` },
    { statusPurpose: 'message', size: 262_144 },
  );
  const outsider = { ...later, issuer: { id: THIRD_PARTY_DID, type: ['Profile'], name: 'DANE de Dijon' } };
  return {
    [`${ORIGIN}/status/2021`]: page(await sign(oldList([7]))),
    [`${ORIGIN}/status/messages`]: page(await sign(messages)),
    [`${NEWER}/good`]: page(await sign(newer())),
    [`${NEWER}/revoked`]: page(
      await sign(newer({ credentialStatus: statusEntry({ statusListIndex: '7' }) })),
    ),
    [`${NEWER}/older`]: page(await sign(newer({ validFrom: '2026-06-01T10:00:00Z' }))),
    [`${NEWER}/other-id`]: page(await sign(newer({ id: `${ORIGIN}/credentials/other` }))),
    [`${NEWER}/other-issuer`]: page(
      await embedProof(newer(outsider), THIRD_PARTY_KEY, { verificationMethod: `${THIRD_PARTY_DID}#k1` }),
    ),
    [`${NEWER}/other-holder`]: page(
      await sign(newer({ credentialSubject: subject({ id: 'urn:uuid:another-holder' }) })),
    ),
    [`${NEWER}/other-kind`]: page(
      await sign(
        endorsement({
          ...later,
          id: `${ORIGIN}/credentials/corpus`,
          credentialSubject: {
            id: 'urn:uuid:5c6ac6ee-2f5a-4d5f-9b0e-0d6d0b0b4a11',
            type: ['EndorsementSubject'],
          },
        }),
      ),
    ),
    [`${NEWER}/excused`]: page(await sign(newer({ credentialStatus: undefined }))),
    [`${NEWER}/forged`]: page(
      await embedProof(newer({ credentialStatus: undefined }), ATTACKER_KEY, {
        verificationMethod: `${DID}#ed-active`,
      }),
    ),
    [`${NEWER}/not-json`]: {
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><title>Non</title>',
    },
  };
}

export async function validStatusCases(): Promise<readonly CorpusCase[]> {
  const refreshedCase = async (name: string, why: string) =>
    valid(`refresh-${name}`, why, await sign(refreshable(name)), { document: ['passed', 'ok'] });
  return [
    valid('status-list-2021', 'the draft of status lists', await sign(withOldStatus('42')), {
      status: ['passed', 'ok'],
    }),
    valid('status-message', 'a message in two bits', await sign(withMessage('1')), {
      status: ['passed', 'status-message'],
    }),
    valid('refreshed', 'a newer version stands at its address', await sign(refreshable('good')), {
      document: ['passed', 'refreshed'],
    }),
    await refreshedCase('older', 'what stands at the address is older'),
    await refreshedCase('other-id', 'what stands at the address is another badge'),
    await refreshedCase('other-issuer', 'what stands at the address is by another issuer'),
    await refreshedCase('other-holder', 'what stands at the address is a badge of another holder'),
    await refreshedCase('other-kind', 'what stands at the address is an endorsement with the same id'),
    await refreshedCase('forged', 'what stands at the address is signed by an attacker'),
    await refreshedCase('not-json', 'what stands at the address is no badge'),
    await refreshedCase('absent', 'the address does not answer'),
  ];
}

export async function invalidStatusCases(): Promise<readonly CorpusCase[]> {
  const broken = { verdict: 'status-unreachable', step: 'status', code: 'status-list-invalid' } as const;
  const revoked = { verdict: 'revoked', step: 'status', code: 'revoked' } as const;
  return [
    invalid(
      'status-list-2021-revoked',
      'revoked in a list of the draft',
      await sign(withOldStatus('7')),
      revoked,
    ),
    invalid(
      'status-list-2021-purpose',
      'a purpose that the list does not have',
      await sign(withOldStatus('7', 'suspension')),
      broken,
    ),
    invalid(
      'status-message-size',
      'three bits for a revocation',
      await sign(withMessage('1', { statusPurpose: 'revocation' })),
      broken,
    ),
    invalid('refreshed-revoked', 'the newer version is revoked', await sign(refreshable('revoked')), revoked),
    invalid(
      'refresh-of-a-revoked',
      'a newer version does not take back a revocation',
      await sign(refreshable('excused', { credentialStatus: statusEntry({ statusListIndex: '7' }) })),
      revoked,
    ),
    invalid(
      'refresh-of-a-forgery',
      'a forged badge is not excused by a good one at its address',
      { ...(await sign(refreshable('good'))), name: 'Palmes académiques' },
      { verdict: 'signature-not-valid', step: 'proof', code: 'bad-signature' },
    ),
  ];
}
