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
import type { Chance } from './random.ts';

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const DID = 'did:web:jalon.test';
const ORIGIN = 'https://jalon.test';

const words = ['Échange', 'RUPN', 'l’établissement', 'a < b', '100 %', '“x”', 'naïve', 'A1', 'B2', 'été 🎓'];

/** Parts that several documents of a run share, frozen like the parts of a batch. */
interface Shared {
  readonly achievements: readonly JsonObject[];
  readonly issuer: JsonObject;
}

/** Documents in the shapes that this service signs and reads. Every text is different, so that most blank
 *  nodes differ too. */
export function makeDocuments(chance: Chance): () => JsonObject {
  const shared: Shared = {
    achievements: [0, 1, 2].map((at) => freeze(achievement(chance, `shared-${at}`))),
    issuer: freeze(profile(chance)),
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
  return () => chance.pick(shapes)(chance, shared);
}

function text(chance: Chance): string {
  if (chance.is(0.03)) return chance.pick(HOSTILE_TEXTS);
  return `${chance.pick(words)} ${chance.below(1e9).toString(36)}`;
}

function some<Value>(chance: Chance, limit: number, make: () => Value): Value[] {
  return Array.from({ length: 1 + chance.below(limit) }, make);
}

/** A random part of the members. */
function maybe(chance: Chance, members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(() => chance.is(0.6)));
}

const url = (chance: Chance) => `${ORIGIN}/${chance.below(1e6)}`;

function profile(chance: Chance): JsonObject {
  const image = { id: `${url(chance)}/logo.png`, type: 'Image', ...maybe(chance, { caption: text(chance) }) };
  return {
    id: DID,
    type: ['Profile'],
    name: text(chance),
    ...maybe(chance, { url: url(chance), email: 'dane@jalon.test', image, phone: text(chance) }),
  };
}

function achievement(chance: Chance, name: string): JsonObject {
  const id = `${ORIGIN}/badges/${name}`;
  return {
    id,
    type: chance.is(0.8) ? ['Achievement'] : 'Achievement',
    criteria: { ...maybe(chance, { id }), narrative: text(chance) },
    description: text(chance),
    name: text(chance),
    ...maybe(chance, {
      achievementType: 'Badge',
      inLanguage: 'fr',
      version: '2026',
      humanCode: name,
      tag: some(chance, 3, () => text(chance)),
      creditsAvailable: chance.below(9),
      image: { id: `${id}/image.png`, type: 'Image' },
      creator: profile(chance),
      alignment: some(chance, 3, () => alignment(chance)),
      related: some(chance, 2, () => ({ id: url(chance), type: ['Related'], version: text(chance) })),
      resultDescription: some(chance, 2, () => ({
        id: url(chance),
        type: ['ResultDescription'],
        name: text(chance),
        resultType: 'Result',
      })),
    }),
  };
}

function alignment(chance: Chance): JsonObject {
  return {
    type: ['Alignment'],
    targetName: text(chance),
    targetUrl: url(chance),
    ...maybe(chance, { targetCode: text(chance) }),
  };
}

function identifier(chance: Chance): JsonObject {
  return {
    type: 'IdentityObject',
    hashed: chance.is(0.5),
    identityHash: `sha256$${chance.below(1e9)}`,
    identityType: 'emailAddress',
    ...maybe(chance, { salt: text(chance) }),
  };
}

function status(chance: Chance): JsonObject {
  const list = `${ORIGIN}/status/${chance.below(9)}`;
  return {
    id: `${list}#${chance.below(1e5)}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(chance.below(1e5)),
    statusListCredential: list,
  };
}

function subject(chance: Chance, shared: Shared): JsonObject {
  const own = chance.is(0.5)
    ? chance.pick(shared.achievements)
    : achievement(chance, `b${chance.below(1e6)}`);
  return {
    ...maybe(chance, { id: `urn:uuid:${chance.below(1e9)}` }),
    type: ['AchievementSubject'],
    achievement: own,
    ...maybe(chance, {
      identifier: some(chance, 2, () => identifier(chance)),
      activityStartDate: '2023-09-01T00:00:00Z',
      activityEndDate: '2026-07-01T00:00:00Z',
      role: text(chance),
      term: '2023-2026',
      result: some(chance, 2, () => ({
        type: ['Result'],
        resultDescription: url(chance),
        value: text(chance),
      })),
    }),
  };
}

function personBadge(chance: Chance, shared: Shared): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
    id: url(chance),
    type: chance.is(0.8)
      ? ['VerifiableCredential', 'OpenBadgeCredential']
      : ['AchievementCredential', 'VerifiableCredential'],
    issuer: chance.is(0.5) ? shared.issuer : profile(chance),
    validFrom: '2026-07-03T10:00:00Z',
    name: text(chance),
    credentialSubject: subject(chance, shared),
    ...maybe(chance, {
      description: text(chance),
      validUntil: '2029-08-31T21:59:59Z',
      awardedDate: '2026-07-02T08:00:00Z',
      evidence: some(chance, 2, () => ({ type: ['Evidence'], name: text(chance), narrative: text(chance) })),
      credentialStatus: status(chance),
    }),
  };
}

function schoolBadge(chance: Chance, shared: Shared): JsonObject {
  const badge = personBadge(chance, shared);
  if (chance.is(0.2)) return { ...badge, endorsement: [signed(chance, endorsement(chance))] };
  if (chance.is(0.1)) return { ...badge, endorsementJwt: [text(chance)] };
  return { ...badge, credentialSubject: { ...subject(chance, shared), source: profile(chance) } };
}

function oldBadge(chance: Chance, shared: Shared): JsonObject {
  const { validFrom: issuanceDate, validUntil: _, ...badge } = personBadge(chance, shared);
  return { ...badge, '@context': [CREDENTIALS_V1, OPEN_BADGES_V3_0_1], issuanceDate };
}

function statusList(chance: Chance): JsonObject {
  const id = url(chance);
  return {
    '@context': chance.is(0.5) ? [CREDENTIALS_V2] : CREDENTIALS_V2,
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: chance.is(0.5) ? { id: DID, name: text(chance) } : DID,
    validFrom: '2026-07-03T10:00:00Z',
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: chance.is(0.8) ? 'revocation' : ['revocation', 'suspension'],
      encodedList: `uH4sI${chance.below(1e9)}`,
      ...maybe(chance, { ttl: 300_000 + chance.below(9) }),
    },
  };
}

function endorsement(chance: Chance): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
    id: url(chance),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: profile(chance),
    validFrom: '2026-07-03T10:00:00Z',
    name: text(chance),
    credentialSubject: { id: url(chance), type: ['EndorsementSubject'], endorsementComment: text(chance) },
  };
}

function proof(chance: Chance): JsonObject {
  return {
    type: 'DataIntegrityProof',
    created: '2026-07-03T10:00:00Z',
    verificationMethod: `${DID}#ed-${chance.below(99)}`,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    ...maybe(chance, {
      id: `urn:uuid:${chance.below(1e9)}`,
      expires: '2030-01-01T00:00:00Z',
      domain: text(chance),
    }),
  };
}

/** A credential with a proof, which is a graph of its own. */
function signed(chance: Chance, credential: JsonObject): JsonObject {
  const one = () => ({ ...proof(chance), proofValue: `z${chance.below(1e9)}` });
  return { ...credential, proof: chance.is(0.5) ? one() : some(chance, 2, one) };
}

function proofOptions(chance: Chance): JsonObject {
  const contexts = chance.is(0.8)
    ? [CREDENTIALS_V2, OPEN_BADGES_V3_0_3]
    : [CREDENTIALS_V2, DATA_INTEGRITY_V1];
  return { '@context': contexts, ...proof(chance) };
}

function clr(chance: Chance, shared: Shared): JsonObject {
  const inner = () =>
    chance.is(0.5) ? signed(chance, personBadge(chance, shared)) : personBadge(chance, shared);
  return {
    '@context': [CREDENTIALS_V2, CLR, OPEN_BADGES_V3_0_3],
    id: url(chance),
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: profile(chance),
    validFrom: '2026-07-03T10:00:00Z',
    name: text(chance),
    partial: chance.is(0.5),
    credentialSubject: { type: ['ClrSubject'], verifiableCredential: some(chance, 2, inner) },
  };
}
