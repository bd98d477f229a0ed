import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { embedProof, makeJws } from '../credential-signing.ts';
import { DID, OB, THIRD_PARTY_DID, THIRD_PARTY_KEY, V2 } from '../fixtures/credentials.ts';
import { achievement, badge, JWT_HEADER, jwt, payloadOf, signed, statusEntry, subject } from './badge.ts';
import { type CorpusCase, invalid, valid } from './case.ts';
import { enveloped, named, record } from './embedded.ts';
import { dataModel1, thirdPartyProfile } from './valid.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';
const PICTURE = 'https://badges.example/picture.png';
const PAGE = 'https://badges.example/project';

const picture = (caption: string) => ({ id: PICTURE, type: 'Image', caption });

/** What an issuer that recognises itself signs. */
const selfIssued = () =>
  embedProof(
    badge({
      issuer: thirdPartyProfile(THIRD_PARTY_DID),
      credentialStatus: undefined,
      credentialSubject: subject({ id: THIRD_PARTY_DID }),
    }),
    THIRD_PARTY_KEY,
    { verificationMethod: `${THIRD_PARTY_DID}#k1` },
  );

const CRITERIA = 'Mener un projet.';

/** One page is the criteria and the evidence. */
const criteriaAsEvidence = () =>
  signed(
    badge({
      evidence: [{ id: PAGE, type: ['Evidence'], name: 'Le projet' }],
      credentialSubject: subject({
        achievement: achievement({ criteria: { id: PAGE, narrative: CRITERIA } }),
      }),
    }),
  );

function presentation(...credentials: readonly unknown[]): JsonObject {
  return { '@context': [V2], type: ['VerifiablePresentation'], verifiableCredential: credentials };
}

/** Badges of which two parts meet under one address, and badges in a presentation. */
export async function validMetCases(): Promise<readonly CorpusCase[]> {
  const passed = { document: ['passed', 'ok'] } as const;
  const { validFrom, ...body } = record([await signed(dataModel1())]);
  const vp = makeJws({ alg: 'RS256', typ: 'vp+jwt' }, presentation(enveloped(jwt(badge()))));
  return [
    valid('self-issued', 'issuer and recipient are one', await selfIssued(), passed),
    valid(
      'refresh-at-own-address',
      'a newest version at the address of the badge, as in the examples of the standard',
      await signed(
        badge({
          '@context': [V2, OB, EXTENSIONS],
          refreshService: { id: badge()['id'], type: '1EdTechCredentialRefresh' },
        }),
      ),
      passed,
    ),
    valid(
      'one-picture-two-captions',
      'the issuer and the achievement have one picture, with a caption each',
      await signed(
        badge({
          issuer: { ...(badge()['issuer'] as JsonObject), image: picture('Le logo') },
          credentialSubject: subject({ achievement: achievement({ image: picture('Le badge') }) }),
        }),
      ),
      passed,
    ),
    valid(
      'criteria-as-evidence',
      'one page is the criteria and the evidence',
      await criteriaAsEvidence(),
      passed,
    ),
    valid(
      'record-of-data-model-1.1',
      'a record of CLR 2.0 with the data model 1.1',
      await signed({
        ...body,
        '@context': [V1, CLR, OB, DATA_INTEGRITY],
        issuanceDate: validFrom,
      }),
      { schema: ['passed', 'ok'] },
    ),
    valid('presentation', 'the one badge of a presentation', presentation(await signed(badge())), passed),
    valid('presentation-jwt', 'a presentation as JWT', vp, passed),
    valid(
      'presentation-enveloped',
      'an EnvelopedVerifiablePresentation',
      { '@context': V2, type: 'EnvelopedVerifiablePresentation', id: `data:application/vp+jwt,${vp}` },
      passed,
    ),
  ];
}

/** Badges that depart from the standard without saying anything false, and what is still not read. */
export async function invalidMetCases(): Promise<readonly CorpusCase[]> {
  const departs = { verdict: 'departs', step: 'schema', code: 'departs' } as const;
  const notRead = { verdict: 'not-verifiable', step: 'document', code: 'not-plain-form' } as const;
  const { sub: _, ...withoutSub } = payloadOf(badge());
  const { credentialSubject, ...self } = await selfIssued();
  const { achievement: moved, ...left } = credentialSubject as JsonObject;
  const issuer = self['issuer'] as JsonObject;
  const { url, ...unaddressed } = issuer;
  const asEvidence = await criteriaAsEvidence();
  return [
    invalid('jwt-without-sub', 'no sub', makeJws(JWT_HEADER, withoutSub), departs),
    invalid('jwt-typ-of-vc', 'the type of any credential', jwt(badge(), {}, { typ: 'vc+jwt' }), departs),
    invalid(
      'issuer-as-text-1.1',
      'the issuer is an address alone, with the data model 1.1',
      await signed({ ...dataModel1(), issuer: DID }),
      departs,
    ),
    invalid(
      'presentation-of-two',
      'a presentation of two badges',
      presentation(await signed(named('Un')), await signed(named('Deux'))),
      { verdict: 'not-verifiable', step: 'document', code: 'several-presented' },
    ),
    invalid(
      'index-as-number',
      'the place in the list is a number',
      await signed(badge({ credentialStatus: statusEntry({ statusListIndex: 7 }) })),
      { verdict: 'status-unreachable', step: 'status', code: 'status-list-invalid' },
    ),
    invalid(
      'self-issued-name-moved',
      'the issuer of a self-issued badge is a text, and its name stands with the recipient',
      {
        ...self,
        issuer: issuer['id'],
        credentialSubject: {
          ...(credentialSubject as JsonObject),
          type: ['AchievementSubject', 'Profile'],
          name: issuer['name'],
          url,
        },
      },
      notRead,
    ),
    invalid(
      'criteria-moved-to-evidence',
      'the text of the criteria, moved to the evidence at the same address',
      {
        ...asEvidence,
        evidence: [{ ...(asEvidence['evidence'] as JsonObject[])[0], narrative: CRITERIA }],
        credentialSubject: {
          ...(asEvidence['credentialSubject'] as JsonObject),
          achievement: achievement({ criteria: { id: PAGE } }),
        },
      },
      notRead,
    ),
    invalid(
      'self-issued-achievement-moved',
      'the achievement of a self-issued badge, moved to the issuer',
      { ...self, issuer: { ...issuer, achievement: moved }, credentialSubject: left },
      notRead,
    ),
    invalid(
      'self-issued-url-moved',
      'the address of the issuer of a self-issued badge, moved to the recipient',
      { ...self, issuer: unaddressed, credentialSubject: { ...(credentialSubject as JsonObject), url } },
      notRead,
    ),
  ];
}
