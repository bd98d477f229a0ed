import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { VerificationInput } from '../../src/open-badges/reading/read-input.ts';
import { passed } from '../../src/open-badges/verification/run.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { bakeText } from './mutated-files.ts';
import { makeReaders, outcomeOf, type Readers, readRecord } from './read-outcome.ts';
import { type RecordedInput, recordedInputs } from './recorded-inputs.ts';

/** Every code that reading an input can have, and the errors of values that are not JSON. */
const CODES = [
  'RangeError: a getter that throws',
  'TypeError: Do not know how to serialize a BigInt',
  'damaged-image',
  'damaged-pdf',
  'duplicate-member',
  'first-version',
  'gone',
  'image-format',
  'image-too-large',
  'image-with-definitions',
  'mixed-versions',
  'no-credential-in-image',
  'no-credential-in-pdf',
  'not-a-credential',
  'not-a-drawing',
  'not-found',
  'not-json',
  'not-plain-form',
  'ok',
  'own-vocabulary',
  'pdf-encrypted',
  'pdf-too-complex',
  'several-codes-in-image',
  'several-credentials-in-image',
  'several-credentials-in-pdf',
  'several-presented',
  'too-deep',
  'too-large',
  'too-many-badges',
  'too-many-contexts',
  'too-many-endorsements',
  'too-many-members',
  'too-many-proofs',
  'unreachable',
  'web-page',
];

let readers: Readers;
let inputs: readonly RecordedInput[];
beforeAll(async () => {
  readers = await makeReaders();
  inputs = recordedInputs();
});

describe('readInput', { timeout: 3 * MUCH_WORK_MS }, () => {
  it('reads each mutated input as recorded, in the service and in a browser', async () => {
    const record = readRecord();
    const differing: string[] = [];
    const codes = new Set<string>();
    for (const { name, at, make } of inputs) {
      const { code, kind, digest } = await outcomeOf(readers, make());
      if (digest !== record.get(name)?.[at]) differing.push(`${name}, number ${at}: ${kind}`);
      codes.add(code);
    }
    expect(differing).toEqual([]);
    expect([...codes].sort()).toEqual(CODES);
  });

  it('has a record of all inputs', () => {
    const digests = [...readRecord().values()].flat();
    expect(digests.length).toBe(inputs.length);
    expect(digests.length).toBeGreaterThan(12_000);
  });
});

const DOCUMENT = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: 'VerifiableCredential' };
const LEGACY_BADGE = {
  badge: 'https://old.example/badge',
  recipient: {},
  '@context': 'https://w3id.org/openbadges/v2',
};
const HEADER = '{"alg":"EdDSA"}';

const json = (value: unknown) => JSON.stringify(value);
const jwsOf = (payload: string) =>
  [HEADER, payload, 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
const envelopeOf = (type: string, url: string) => json({ id: url, type });
const presentationOf = (credential: unknown) =>
  json({ type: 'VerifiablePresentation', verifiableCredential: credential });

/** The texts that reading parses as JSON, in this order. */
async function parsedTexts(input: VerificationInput): Promise<readonly string[]> {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    await outcomeOf(
      { ...readers, browser: async () => ({ step: passed('document', 'ok', '') }) },
      { given: input },
    );
    return parse.mock.calls.map(([text]) => text);
  } finally {
    parse.mockRestore();
  }
}

describe('each text is parsed once', () => {
  const [document, legacy] = [json(DOCUMENT), json(LEGACY_BADGE)];
  const [credentialJws, legacyJws] = [jwsOf(document), jwsOf(legacy)];
  const enveloped = envelopeOf('EnvelopedVerifiableCredential', `data:application/vc+jwt,${credentialJws}`);
  const presentation = presentationOf(DOCUMENT);

  it.each<[string, string, readonly string[]]>([
    ['a credential', document, [document]],
    ['a credential with a mark and white space', `\ufeff ${document}\n`, [document]],
    ['a JWS', credentialJws, [HEADER, document]],
    ['a badge of Open Badges 2.0', legacy, [legacy]],
    ['a signed badge of Open Badges 2.0', legacyJws, [HEADER, legacy]],
    ['an enveloped credential', enveloped, [enveloped, HEADER, document]],
    ['a presentation', presentation, [presentation]],
    [
      'a presentation of a JWS',
      presentationOf(credentialJws),
      [presentationOf(credentialJws), HEADER, document],
    ],
    ['a presentation as JWT', jwsOf(presentation), [HEADER, presentation]],
    [
      'an enveloped presentation',
      envelopeOf('EnvelopedVerifiablePresentation', `data:application/vp+jwt,${jwsOf(presentation)}`),
      [
        envelopeOf('EnvelopedVerifiablePresentation', `data:application/vp+jwt,${jwsOf(presentation)}`),
        presentation,
      ],
    ],
    ['another object', '{"a":1}', ['{"a":1}']],
    ['another JSON value', '[1]', ['[1]']],
    ['a text that is no JSON', '{"a":', ['{"a":']],
    ['a JWS of another object', jwsOf('{"a":1}'), [HEADER, '{"a":1}']],
  ])('%s', async (_, text, parsed) => {
    const bytes = new TextEncoder().encode(text);
    expect(await parsedTexts({ kind: 'bytes', bytes })).toEqual(parsed);
    expect(await parsedTexts({ kind: 'document', document: text })).toEqual(parsed);
    expect(await parsedTexts({ kind: 'bytes', bytes: bakeText(text) })).toEqual(parsed);
  });

  it('a value that the caller parsed is not parsed again', async () => {
    for (const value of [DOCUMENT, LEGACY_BADGE, JSON.parse(presentation), { a: 1 }]) {
      expect(await parsedTexts({ kind: 'parsed', value })).toEqual([]);
    }
  });
});
