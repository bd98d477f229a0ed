import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { DID, OB, ORIGIN, V2 } from '../fixtures/credentials.ts';
import { achievement, badge, endorsement, jwt, signed, statusEntry, subject } from './badge.ts';
import { type CorpusCase, type Expected, invalid, valid } from './case.ts';

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const ACHIEVEMENT = `${ORIGIN}/badges/RUPN-ENG/v1`;

/** A record that holds these badges; `changes` replace its members. */
export function record(badges: readonly unknown[], changes: JsonObject = {}): JsonObject {
  return {
    '@context': [V2, CLR, OB],
    id: `${ORIGIN}/records/1`,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Relevé de reconnaissances',
    issuer: { id: DID, type: ['Profile'], name: 'DANE de Dijon', url: `${ORIGIN}/issuer` },
    validFrom: '2026-07-12T10:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:5c6ac6ee-2f5a-4d5f-9b0e-0d6d0b0b4a11',
      type: ['ClrSubject'],
      verifiableCredential: badges,
    },
    ...changes,
  };
}

/** A badge of a record, by its name. */
export function named(name: string, changes: JsonObject = {}): JsonObject {
  const id = `${ORIGIN}/credentials/${encodeURIComponent(name)}`;
  return badge({ id, name, credentialSubject: subject({ achievement: achievement({ name }) }), ...changes });
}

export function enveloped(jws: string): JsonObject {
  return { '@context': V2, type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jws}` };
}

function about(id: string, changes: JsonObject = {}): Promise<JsonObject> {
  return signed(endorsement({ credentialSubject: { id, type: ['EndorsementSubject'] }, ...changes }));
}

export async function embeddedCases(): Promise<readonly CorpusCase[]> {
  const passed = { endorsements: ['passed', 'ok'] } as const;
  const inside = (changes: JsonObject) => signed(badge(changes));
  const source = { id: 'https://source.example/', type: ['Profile'] };
  return [
    valid(
      'record',
      'a record whose badges are all valid, one of them as JWT',
      await signed(record([await signed(named('Un')), enveloped(jwt(named('Deux')))])),
      passed,
    ),
    valid(
      'endorsed-issuer',
      'an endorsement of the issuer among those of the credential',
      await inside({ endorsement: [await about(DID)] }),
      passed,
    ),
    valid(
      'endorsed-achievement',
      'an endorsement of the achievement among those of the credential',
      await inside({ endorsement: [await about(ACHIEVEMENT)] }),
      passed,
    ),
    valid(
      'endorsed-source',
      'an endorsement of the organisation that stands behind the assessment',
      await inside({
        credentialSubject: subject({ source: { ...source, endorsement: [await about(source.id)] } }),
      }),
      passed,
    ),
    valid(
      'endorsement-unreachable',
      'what could not be checked of an endorsement is said of it alone',
      await inside({
        endorsement: [
          await about(DID, {
            credentialStatus: statusEntry({ statusListCredential: 'https://gone.example/status/1' }),
          }),
        ],
      }),
      { endorsements: ['not-checked', 'endorsement-unchecked'] },
    ),
  ];
}

const NOT_ALL: Expected = { verdict: 'inner-not-valid', step: 'endorsements', code: 'inner-not-verified' };

/** Records with one faulty badge. */
export async function recordCases(): Promise<readonly CorpusCase[]> {
  const good = await signed(named('Un'));
  const other = named('Deux');
  const holding = async (name: string, why: string, bad: unknown, expected: Expected = NOT_ALL) =>
    invalid(name, why, await signed(record([good, bad])), expected);
  const tamperedJws = jwt(other).replace(/\.[^.]*\./, `.${jwt(named('Trois')).split('.')[1]}.`);
  const nowhere = statusEntry({ statusListCredential: 'https://gone.example/status/1' });
  const bad = { ...(await signed(other)), awardedDate: '2020-01-01T00:00:00Z' };
  return [
    await holding('record-one-tampered', 'one badge changed after it was signed', bad),
    await holding('record-one-unsigned', 'one badge that its issuer did not sign', other),
    await holding('record-one-expired', 'one badge past its end', await signed(pastItsEnd(other))),
    await holding(
      'record-one-revoked',
      'one badge revoked',
      await signed({ ...other, credentialStatus: statusEntry({ statusListIndex: '7' }) }),
    ),
    await holding(
      'record-one-unreachable',
      'one badge whose status list does not answer',
      await signed({ ...other, credentialStatus: nowhere }),
    ),
    await holding('record-one-jwt-tampered', 'one JWT with the content of another', enveloped(tamperedJws)),
    await holding(
      'record-one-badly-endorsed',
      'one badge with a false endorsement',
      await signed({ ...other, endorsement: [endorsement()] }),
    ),
    await holding('record-in-record', 'a record inside a record', await signed(record([good]))),
    invalid(
      'record-by-another-type',
      'a record that calls itself something else hides no badge',
      await signed(record([bad], { type: ['VerifiableCredential'] })),
      NOT_ALL,
    ),
    invalid(
      'record-of-65',
      'more badges than are verified',
      await signed(record(Array(65).fill({ type: 'EnvelopedVerifiableCredential' }))),
      {
        verdict: 'not-verifiable',
        step: 'document',
        code: 'too-many-badges',
      },
    ),
    invalid('record-empty', 'a record of nothing', await signed(record([])), {
      verdict: 'not-verifiable',
      step: 'schema',
      code: 'schema-mismatch',
    }),
  ];
}

function pastItsEnd(document: JsonObject): JsonObject {
  return { ...document, validUntil: '2026-08-31T22:00:00Z' };
}
