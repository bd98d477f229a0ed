import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { achievement, badge, endorsement, signed, statusEntry, subject } from '../corpus/badge.ts';
import { chained } from '../proof-chain.ts';
import { type ForgeryCase, hidden, ofOwnVocabulary, withContext, without } from './case.ts';

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const SECURITY = 'https://w3id.org/security#';
const VOCABULARY = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const PAST = '2026-08-31T22:00:00Z';
const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#dateTime';

/** A badge without a status, so that no status is checked. */
const plain = (changes: JsonObject = {}) => badge({ credentialStatus: undefined, ...changes });
const revoked = () => signed(badge({ credentialStatus: statusEntry({ statusListIndex: '7' }) }));

export async function hiddenForgeries(): Promise<readonly ForgeryCase[]> {
  const groups = [
    statusForgeries,
    moreStatusForgeries,
    nameForgeries,
    dateForgeries,
    proofForgeries,
    detachedEndorsementForgeries,
  ];
  return (await Promise.all(groups.map((group) => group()))).flat();
}

/** The service's own revoked badge, with its status moved to a place that a reader of JSON does not look
 *  at. */
async function statusForgeries(): Promise<readonly ForgeryCase[]> {
  const document = await revoked();
  const [rest, status] = without(document, 'credentialStatus');
  const iri = `${CREDENTIALS}credentialStatus`;
  const asNode = { '@id': rest['id'], [iri]: status };
  const coerced = { '@id': iri, '@type': '@id' };
  const { '@context': context, proof, ...body } = document;
  return [
    hidden('status-in-nest', 'the status moved to @nest', { ...rest, '@nest': { credentialStatus: status } }),
    ofOwnVocabulary(
      'status-in-nest-alias',
      'the status moved to another name for @nest',
      withContext({ ...rest, more: { credentialStatus: status } }, { more: '@nest' }),
    ),
    hidden('status-by-iri', 'the status under its full IRI', { ...rest, [iri]: status }),
    ofOwnVocabulary(
      'status-by-prefix',
      'the status under a compact IRI',
      withContext({ ...rest, 'cr:credentialStatus': status }, { cr: CREDENTIALS }),
    ),
    ofOwnVocabulary(
      'status-by-alias',
      'the status under a name of an inline context',
      withContext({ ...rest, standing: status }, { standing: coerced }),
    ),
    hidden('status-in-included', 'the status in a second description of the badge, in @included', {
      ...rest,
      '@included': [asNode],
    }),
    hidden('status-by-reverse', 'the status that names the badge, by @reverse', {
      ...rest,
      '@included': [{ ...(status as JsonObject), '@reverse': { [iri]: { '@id': rest['id'] } } }],
    }),
    ofOwnVocabulary(
      'status-by-reverse-term',
      'the status that names the badge, by a term that is defined in reverse',
      withContext(
        { ...rest, '@included': [{ ...(status as JsonObject), standingOf: { '@id': rest['id'] } }] },
        { standingOf: { '@reverse': iri } },
      ),
    ),
    ofOwnVocabulary(
      'status-in-index',
      'the status as an entry of an index map, whose key is not signed',
      withContext(
        { ...rest, standing: { valable: status } },
        { standing: { ...coerced, '@container': '@index' } },
      ),
    ),
    {
      ...hidden('status-in-graph', 'the whole badge moved to @graph', {
        '@context': context,
        '@graph': [body],
        proof,
      }),
      steps: { document: ['failed', 'not-a-credential'] },
    },
  ];
}

async function moreStatusForgeries(): Promise<readonly ForgeryCase[]> {
  const [rest, status] = without(await revoked(), 'credentialStatus');
  const entry = status as JsonObject;
  const [unlisted, address] = without(entry, 'statusListCredential');
  const endorsed = badge({
    credentialStatus: statusEntry({ statusListIndex: '7' }),
    endorsement: [endorsement()],
  });
  const [open, standing] = without(await signed(endorsed), 'credentialStatus');
  const [given] = open['endorsement'] as JsonObject[];
  const about = { ...(given?.['credentialSubject'] as JsonObject) };
  return [
    ofOwnVocabulary('status-in-own-context', 'the status under a name that the subject’s own context gives', {
      ...rest,
      credentialStatus: {
        ...unlisted,
        '@context': { list: `${VOCABULARY}x` },
        statusListCredential: address,
      },
    }),
    hidden(
      'status-in-another-description',
      'the status moved to the endorsement’s subject, which is the badge',
      {
        ...open,
        endorsement: [
          {
            ...given,
            credentialSubject: {
              ...about,
              type: ['EndorsementSubject', 'VerifiableCredential'],
              credentialStatus: standing,
            },
          },
        ],
      },
    ),
    hidden('status-list-as-object', 'the list’s address as an object with an id', {
      ...rest,
      credentialStatus: { ...unlisted, statusListCredential: { id: address } },
    }),
    hidden('status-list-as-array', 'the list’s address as an array of one', {
      ...rest,
      credentialStatus: { ...unlisted, statusListCredential: [address] },
    }),
    hidden('status-in-nested-array', 'the status in an array in an array', {
      ...rest,
      credentialStatus: [[status]],
    }),
    hidden('status-index-as-value', 'the index as a value object', {
      ...rest,
      credentialStatus: { ...entry, statusListIndex: { '@value': '7' } },
    }),
  ];
}

async function nameForgeries(): Promise<readonly ForgeryCase[]> {
  const document = await signed(plain());
  const types = document['type'] as string[];
  const holder = document['credentialSubject'] as JsonObject;
  const mail = await signed(plain({ credentialSubject: subject({ id: 'mailto:camille@example.org' }) }));
  const named = await signed(plain({ '@context': [...(badge()['@context'] as string[])] }));
  const [unnamed, name] = without(named, 'name');
  return [
    ofOwnVocabulary(
      'title-by-index',
      'a title that is an alias of @index, which nobody signs',
      withContext({ ...document, label: 'Palmes académiques' }, { label: '@index' }),
    ),
    ofOwnVocabulary(
      'holder-by-index',
      'a holder whose name is an alias of @index',
      withContext(
        { ...document, credentialSubject: { ...holder, givenName: 'Mallory' } },
        { givenName: '@index' },
      ),
    ),
    ofOwnVocabulary(
      'type-by-alias',
      'the type of a badge behind an alias, so that no schema is asked for',
      withContext(
        { ...document, type: ['VerifiableCredential', 'Autre'] },
        { Autre: `${VOCABULARY}OpenBadgeCredential` },
      ),
    ),
    ofOwnVocabulary('type-by-iri', 'the type of a badge as an IRI', {
      ...document,
      type: [types[0], `${VOCABULARY}OpenBadgeCredential`],
    }),
    ofOwnVocabulary(
      'type-by-keyword-alias',
      'the types under another name for @type',
      withContext({ ...document, credentialSubject: rename(holder, 'type', 'kind') }, { kind: '@type' }),
    ),
    hidden('type-by-keyword', 'the types under @type', {
      ...document,
      credentialSubject: rename(holder, 'type', '@type'),
    }),
    ofOwnVocabulary(
      'recipient-by-prefix',
      'a telephone number that a prefix turns into somebody’s mail address',
      withContext(
        {
          ...mail,
          credentialSubject: { ...(mail['credentialSubject'] as JsonObject), id: 'tel:camille@example.org' },
        },
        { tel: { '@id': 'mailto:', '@prefix': true } },
      ),
    ),
    hidden('name-as-value', 'the title as a value object', { ...unnamed, name: { '@value': name } }),
    hidden('name-as-array', 'the title as an array of one', { ...unnamed, name: [name] }),
    hidden('subject-labelled', 'an identifier given the label of a node without name', {
      ...document,
      credentialSubject: {
        ...holder,
        identifier: [{ id: '_:b0', ...((holder['identifier'] as JsonObject[])[0] ?? {}) }],
      },
    }),
    hidden('hashed-as-text', 'whether the identifier is hashed, as text', {
      ...document,
      credentialSubject: {
        ...holder,
        identifier: [{ ...((holder['identifier'] as JsonObject[])[0] ?? {}), hashed: 'true' }],
      },
    }),
  ];
}

async function dateForgeries(): Promise<readonly ForgeryCase[]> {
  const [rest, end] = without(await signed(plain({ validUntil: PAST })), 'validUntil');
  const iri = `${CREDENTIALS}validUntil`;
  return [
    hidden('end-in-nest', 'a past end moved to @nest', { ...rest, '@nest': { validUntil: end } }),
    hidden('end-by-iri', 'a past end under its full IRI', {
      ...rest,
      [iri]: { '@value': end, '@type': XSD_DATE },
    }),
    ofOwnVocabulary(
      'end-by-alias',
      'a past end under a name of an inline context',
      withContext({ ...rest, until: end }, { until: { '@id': iri, '@type': XSD_DATE } }),
    ),
    ofOwnVocabulary('end-in-empty-context', 'an empty context inside, before others are tried', {
      ...rest,
      validUntil: end,
      credentialSubject: { ...(rest['credentialSubject'] as JsonObject), '@context': {} },
    }),
  ];
}

async function proofForgeries(): Promise<readonly ForgeryCase[]> {
  const document = await signed(plain(), { expires: PAST });
  const [proof = {}] = document['proof'] as JsonObject[];
  const [rest, expires] = without(proof, 'expires');
  const chain = await chained(plain());
  const [first = {}, second = {}] = chain['proof'] as JsonObject[];
  const [alone, previous] = without(second, 'previousProof');
  const iri = `${SECURITY}expiration`;
  return [
    hidden('proof-end-in-nest', 'a proof’s past end moved to @nest', {
      ...document,
      proof: [{ ...rest, '@nest': { expires } }],
    }),
    hidden('proof-end-by-iri', 'a proof’s past end under its full IRI', {
      ...document,
      proof: [{ ...rest, [iri]: { '@value': expires, '@type': XSD_DATE } }],
    }),
    ofOwnVocabulary(
      'proof-end-by-alias',
      'a proof’s past end under a name of an inline context',
      withContext(
        { ...document, proof: [{ ...rest, until: expires }] },
        { until: { '@id': iri, '@type': XSD_DATE } },
      ),
    ),
    hidden('proof-end-as-array', 'a proof’s past end as an array of one', {
      ...document,
      proof: [{ ...rest, expires: [expires] }],
    }),
    hidden('previous-proof-in-nest', 'the proof that another follows, hidden from it', {
      ...chain,
      proof: [first, { ...alone, '@nest': { previousProof: previous } }],
    }),
    hidden('previous-proof-by-iri', 'the same under its full IRI', {
      ...chain,
      proof: [first, { ...alone, [`${SECURITY}previousProof`]: { '@id': previous } }],
    }),
    hidden('proof-purpose-by-iri', 'another purpose, spelt so that no reader compares it', {
      ...document,
      proof: [{ ...rest, proofPurpose: `${SECURITY}authentication` }],
    }),
  ];
}

async function detachedEndorsementForgeries(): Promise<readonly ForgeryCase[]> {
  const unsigned = endorsement();
  const [rest, support] = without(await signed(plain({ endorsement: [unsigned] })), 'endorsement');
  const [bare, evidence] = without(await signed(plain()), 'evidence');
  const criteria = { id: String(achievement()['id']), narrative: 'Au moins un an de missions.' };
  const whole = (await signed(plain()))['credentialSubject'] as JsonObject;
  const [short, image] = without(whole['achievement'] as JsonObject, 'image');
  return [
    hidden('endorsement-in-nest', 'an unsigned endorsement moved to @nest', {
      ...rest,
      '@nest': { endorsement: support },
    }),
    hidden('endorsement-by-iri', 'an unsigned endorsement under its full IRI', {
      ...rest,
      [`${VOCABULARY}endorsement`]: support,
    }),
    hidden('evidence-in-nest', 'the evidence moved to @nest', { ...bare, '@nest': { evidence } }),
    hidden(
      'image-in-another-description',
      'the image moved to the criteria, which have the achievement’s id',
      {
        ...(await signed(plain())),
        credentialSubject: {
          ...whole,
          achievement: { ...short, criteria: { ...criteria, type: ['Achievement'], image } },
        },
      },
    ),
    hidden('half-a-character', 'half a character, which every verifier signs as the same other one', {
      ...(await signed(plain({ name: 'RUPN \uFFFD' }))),
      name: 'RUPN \uD800',
    }),
  ];
}

function rename(object: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name === from ? to : name, value]),
  );
}
