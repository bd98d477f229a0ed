import {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V1,
  OPEN_BADGES_V3_0_1,
  OPEN_BADGES_V3_0_3,
} from '../../src/open-badges/contexts/vendored.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { freeze } from './cases/shared.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import type { Random } from './random.ts';

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const DID = 'did:web:jalon.test';
const ORIGIN = 'https://jalon.test';

const texts = ['Échange', 'RUPN', 'l’établissement', 'a < b', '100 %', '“x”', 'naïve', 'A1', 'B2', 'été 🎓'];

/** Parts that several documents of a run share, frozen like the parts of a batch. */
interface Shared {
  readonly achievements: readonly JsonObject[];
  readonly issuer: JsonObject;
}

/** Documents in the shapes that this service signs and reads. Every text is different, so that most blank
 *  nodes differ too. */
export function makeDocuments(random: Random): () => JsonObject {
  const shared: Shared = {
    achievements: [0, 1, 2].map((at) => freeze(achievement(random, `shared-${at}`))),
    issuer: freeze(profile(random)),
  };
  const shapes = [
    personBadge,
    personBadge,
    schoolBadge,
    statusList,
    endorsement,
    proofOptions,
    clr,
    oldBadge,
  ];
  return () => random.pick(shapes)(random, shared);
}

function text(random: Random): string {
  if (random.is(0.03)) return random.pick(HOSTILE_TEXTS);
  return `${random.pick(texts)} ${random.below(1e9).toString(36)}`;
}

function some<Value>(random: Random, limit: number, make: () => Value): Value[] {
  return Array.from({ length: 1 + random.below(limit) }, make);
}

/** A random part of the members. */
function maybe(random: Random, members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(() => random.is(0.6)));
}

const url = (random: Random) => `${ORIGIN}/${random.below(1e6)}`;

function profile(random: Random): JsonObject {
  const image = { id: `${url(random)}/logo.png`, type: 'Image', ...maybe(random, { caption: text(random) }) };
  return {
    id: DID,
    type: ['Profile'],
    name: text(random),
    ...maybe(random, { url: url(random), email: 'dane@jalon.test', image, phone: text(random) }),
  };
}

function achievement(random: Random, name: string): JsonObject {
  const id = `${ORIGIN}/badges/${name}`;
  return {
    id,
    type: random.is(0.8) ? ['Achievement'] : 'Achievement',
    criteria: { ...maybe(random, { id }), narrative: text(random) },
    description: text(random),
    name: text(random),
    ...maybe(random, {
      achievementType: 'Badge',
      inLanguage: 'fr',
      version: '2026',
      humanCode: name,
      tag: some(random, 3, () => text(random)),
      creditsAvailable: random.below(9),
      image: { id: `${id}/image.png`, type: 'Image' },
      creator: profile(random),
      alignment: some(random, 3, () => alignment(random)),
      related: some(random, 2, () => ({ id: url(random), type: ['Related'], version: text(random) })),
      resultDescription: some(random, 2, () => ({
        id: url(random),
        type: ['ResultDescription'],
        name: text(random),
        resultType: 'Result',
      })),
    }),
  };
}

function alignment(random: Random): JsonObject {
  return {
    type: ['Alignment'],
    targetName: text(random),
    targetUrl: url(random),
    ...maybe(random, { targetCode: text(random) }),
  };
}

function identifier(random: Random): JsonObject {
  return {
    type: 'IdentityObject',
    hashed: random.is(0.5),
    identityHash: `sha256$${random.below(1e9)}`,
    identityType: 'emailAddress',
    ...maybe(random, { salt: text(random) }),
  };
}

function status(random: Random): JsonObject {
  const list = `${ORIGIN}/status/${random.below(9)}`;
  return {
    id: `${list}#${random.below(1e5)}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(random.below(1e5)),
    statusListCredential: list,
  };
}

function subject(random: Random, shared: Shared): JsonObject {
  const own = random.is(0.5)
    ? random.pick(shared.achievements)
    : achievement(random, `b${random.below(1e6)}`);
  return {
    ...maybe(random, { id: `urn:uuid:${random.below(1e9)}` }),
    type: ['AchievementSubject'],
    achievement: own,
    ...maybe(random, {
      identifier: some(random, 2, () => identifier(random)),
      activityStartDate: '2023-09-01T00:00:00Z',
      activityEndDate: '2026-07-01T00:00:00Z',
      role: text(random),
      term: '2023-2026',
      result: some(random, 2, () => ({
        type: ['Result'],
        resultDescription: url(random),
        value: text(random),
      })),
    }),
  };
}

function personBadge(random: Random, shared: Shared): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
    id: url(random),
    type: random.is(0.8)
      ? ['VerifiableCredential', 'OpenBadgeCredential']
      : ['AchievementCredential', 'VerifiableCredential'],
    issuer: random.is(0.5) ? shared.issuer : profile(random),
    validFrom: '2026-07-03T10:00:00Z',
    name: text(random),
    credentialSubject: subject(random, shared),
    ...maybe(random, {
      description: text(random),
      validUntil: '2029-08-31T21:59:59Z',
      awardedDate: '2026-07-02T08:00:00Z',
      evidence: some(random, 2, () => ({ type: ['Evidence'], name: text(random), narrative: text(random) })),
      credentialStatus: status(random),
    }),
  };
}

function schoolBadge(random: Random, shared: Shared): JsonObject {
  const badge = personBadge(random, shared);
  if (random.is(0.2)) return { ...badge, endorsement: [signed(random, endorsement(random))] };
  if (random.is(0.1)) return { ...badge, endorsementJwt: [text(random)] };
  return { ...badge, credentialSubject: { ...subject(random, shared), source: profile(random) } };
}

function oldBadge(random: Random, shared: Shared): JsonObject {
  const { validFrom: issuanceDate, validUntil: _, ...badge } = personBadge(random, shared);
  return { ...badge, '@context': [CREDENTIALS_V1, OPEN_BADGES_V3_0_1], issuanceDate };
}

function statusList(random: Random): JsonObject {
  const id = url(random);
  return {
    '@context': random.is(0.5) ? [CREDENTIALS_V2] : CREDENTIALS_V2,
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: random.is(0.5) ? { id: DID, name: text(random) } : DID,
    validFrom: '2026-07-03T10:00:00Z',
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: random.is(0.8) ? 'revocation' : ['revocation', 'suspension'],
      encodedList: `uH4sI${random.below(1e9)}`,
      ...maybe(random, { ttl: 300_000 + random.below(9) }),
    },
  };
}

function endorsement(random: Random): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
    id: url(random),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: profile(random),
    validFrom: '2026-07-03T10:00:00Z',
    name: text(random),
    credentialSubject: { id: url(random), type: ['EndorsementSubject'], endorsementComment: text(random) },
  };
}

function proof(random: Random): JsonObject {
  return {
    type: 'DataIntegrityProof',
    created: '2026-07-03T10:00:00Z',
    verificationMethod: `${DID}#ed-${random.below(99)}`,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    ...maybe(random, {
      id: `urn:uuid:${random.below(1e9)}`,
      expires: '2030-01-01T00:00:00Z',
      domain: text(random),
    }),
  };
}

/** A credential with a proof, which is a graph of its own. */
function signed(random: Random, credential: JsonObject): JsonObject {
  const one = () => ({ ...proof(random), proofValue: `z${random.below(1e9)}` });
  return { ...credential, proof: random.is(0.5) ? one() : some(random, 2, one) };
}

function proofOptions(random: Random): JsonObject {
  const contexts = random.is(0.8)
    ? [CREDENTIALS_V2, OPEN_BADGES_V3_0_3]
    : [CREDENTIALS_V2, DATA_INTEGRITY_V1];
  return { '@context': contexts, ...proof(random) };
}

function clr(random: Random, shared: Shared): JsonObject {
  const inner = () =>
    random.is(0.5) ? signed(random, personBadge(random, shared)) : personBadge(random, shared);
  return {
    '@context': [CREDENTIALS_V2, CLR, OPEN_BADGES_V3_0_3],
    id: url(random),
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: profile(random),
    validFrom: '2026-07-03T10:00:00Z',
    name: text(random),
    partial: random.is(0.5),
    credentialSubject: { type: ['ClrSubject'], verifiableCredential: some(random, 2, inner) },
  };
}
