import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { FoundTexts } from '../../src/open-badges/reading/file-reader.ts';
import type { VerificationInput } from '../../src/open-badges/reading/read-input.ts';
import { anyAnswer, anyText } from './mutated-answers.ts';
import {
  credentialPayload,
  envelop,
  legacyLike,
  mutateOnceOrTwice,
  present,
  presentationPayload,
  reshape,
  wrap,
} from './mutated-documents.ts';
import {
  bakeText,
  damageBytes,
  foundCodes,
  makeAttached,
  makePhotograph,
  makePng,
  makeSvg,
} from './mutated-files.ts';
import {
  damageJws,
  editText,
  escapeLetters,
  makeRandom,
  type RandomChoices,
  repeatMember,
  spellAddress,
  surroundText,
  toJws,
} from './mutated-texts.ts';

/** One vector of the tests. */
export interface Source {
  readonly name: string;
  /** What the vector hands over, as bytes. */
  readonly bytes: Uint8Array;
  /** Its document, or that of another vector if it has none. */
  readonly document: JsonObject;
}

/** An input with the world in which it is read. */
export interface MutatedInput {
  readonly given: VerificationInput;
  /** The codes that are found in any picture. */
  readonly codes?: FoundTexts;
  /** The answer of any address. */
  readonly answer?: Fetched;
}

type Make = (source: Source, random: RandomChoices) => MutatedInput;

const ENCODER = new TextEncoder();
const asBytes = (content: Uint8Array | string): MutatedInput => ({
  given: { kind: 'bytes', bytes: typeof content === 'string' ? ENCODER.encode(content) : content },
});

/** A presentation itself, or its JWT as a member of another object. */
function wrapPresented(document: JsonObject, random: RandomChoices): unknown {
  const presentation = present(document, random);
  const jws = toJws(presentation, random);
  return random.pick<unknown>([
    presentation,
    presentation,
    { vp: jws },
    { credential: jws },
    [jws],
    `x${jws}`,
  ]);
}

/** Hands a value over in one of the ways in which readers are given one. */
function handOver(value: unknown, { pick }: RandomChoices): MutatedInput {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // A parsed value comes from JSON, so that undefined members are left out.
  const parsed: unknown = typeof value === 'string' ? value : JSON.parse(text);
  return pick<MutatedInput>([
    asBytes(text),
    asBytes(text),
    { given: { kind: 'document', document: value } },
    { given: { kind: 'parsed', value: parsed } },
    fetched(ENCODER.encode(text)),
  ]);
}

function fetched(body: Uint8Array): MutatedInput {
  const url = 'https://badges.example/b/1';
  return { given: { kind: 'url', url }, answer: { kind: 'ok', url, contentType: 'text/plain', body } };
}

/** The vector itself, unchanged. */
const PLAIN: readonly Make[] = [
  ({ bytes }) => asBytes(bytes),
  ({ bytes }) => fetched(bytes),
  ({ bytes }) => ({ given: { kind: 'document', document: textOrValue(bytes) } }),
  ({ document }) => ({ given: { kind: 'parsed', value: document } }),
];

function textOrValue(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const DOCUMENTS: readonly Make[] = [
  ({ document }, random) => handOver(mutateOnceOrTwice(document, random), random),
  ({ document }, random) => handOver(mutateOnceOrTwice(reshape(document, random), random), random),
  ({ document }, random) => handOver(reshape(document, random), random),
  ({ document }, random) => handOver(legacyLike(document, random), random),
  ({ document }, random) => handOver(wrap(document, random), random),
  ({ document }, random) => handOver(present(document, random), random),
  ({ document }, random) => handOver(envelop(toJws(document, random), 'vc', random), random),
  ({ document }, random) => {
    const payload = presentationPayload(present(document, random), random);
    return handOver(envelop(toJws(payload, random), 'vp', random), random);
  },
];

const TEXT_MAKERS: readonly Make[] = [
  ({ document }, random) => handOver(toJws(document, random), random),
  ({ document }, random) => handOver(toJws(credentialPayload(document, random), random), random),
  ({ document }, random) => handOver(toJws(legacyLike(document, random), random), random),
  ({ document }, random) =>
    handOver(toJws(presentationPayload(present(document, random), random), random), random),
  ({ document }, random) =>
    handOver(damageJws(toJws(credentialPayload(document, random), random), random), random),
  ({ document }, random) => asBytes(editText(JSON.stringify(document), random)),
  ({ document }, random) => asBytes(repeatMember(JSON.stringify(document), random)),
  ({ document }, random) => asBytes(surroundText(anyText(document, random), random)),
  ({ bytes }, random) => asBytes(damageBytes(bytes, random)),
  ({ document }, random) => asBytes(editText(JSON.stringify(present(document, random)), random)),
  ({ document }, random) => asBytes(escapeLetters(JSON.stringify(wrapPresented(document, random)), random)),
  ({ document }, random) => {
    const payload = random.pick([credentialPayload(document, random), present(document, random)]);
    const jws = damageJws(toJws(payload, random), random);
    return handOver(envelop(jws, random.pick(['vc', 'vp']), random), random);
  },
];

const FILES: readonly Make[] = [
  ({ document }, random) => asBytes(bakeText(anyText(document, random))),
  ({ document }, random) => withFixture(makePng(anyText(document, random), random), document, random),
  ({ document }, random) =>
    withFixture(damageBytes(bakeText(anyText(document, random)), random), document, random),
  ({ document }, random) => withFixture(makeSvg(anyText(document, random), random), document, random),
  ({ document }, random) => {
    const texts = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => anyText(document, random));
    return asBytes(makeAttached(texts, random));
  },
  ({ document }, random) => withFixture(makePhotograph(random), document, random),
  ({ document }, random) => withFixture(ENCODER.encode(spellAddress(random)), document, random),
  ({ document }, random) => {
    const answer = anyAnswer(document, random);
    return { given: { kind: 'url', url: spellAddress(random) }, answer };
  },
];

function withFixture(bytes: Uint8Array, document: JsonObject, random: RandomChoices): MutatedInput {
  const texts = Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () => anyText(document, random));
  return { ...asBytes(bytes), codes: foundCodes(texts, random), answer: anyAnswer(document, random) };
}

const MAKERS = [...PLAIN, ...DOCUMENTS, ...TEXT_MAKERS, ...FILES];

/** Number of inputs that are made of one vector. */
export const INPUTS_OF_A_SOURCE = MAKERS.length;

/** One of the inputs that are made of a vector: always the same for the same number. */
export function makeInput(source: Source, at: number): MutatedInput {
  let seed = at;
  for (const character of source.name) seed = (Math.imul(seed, 31) + character.charCodeAt(0)) >>> 0;
  const make = MAKERS[at] ?? (() => asBytes(''));
  return make(source, makeRandom(seed));
}
