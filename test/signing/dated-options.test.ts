import { expect, it } from 'vitest';
import {
  type Canonicalise,
  portableCanonicalizer,
} from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '../../src/open-badges/contexts/addresses.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { datingOptions } from '../../src/open-badges/proofs/dated-options.ts';

const CONTEXTS = [CREDENTIALS_V2, OPEN_BADGES_V3_0_3];

const optionsOf = (created: string, method = 'did:web:jalon.test#one', contexts = CONTEXTS): JsonObject => ({
  type: 'DataIntegrityProof',
  created,
  verificationMethod: method,
  cryptosuite: 'eddsa-rdfc-2022',
  proofPurpose: 'assertionMethod',
  '@context': contexts,
});

/** A canonicaliser that counts its calls. */
function counting() {
  let requested = 0;
  const canonicalise: Canonicalise = (options) => {
    requested += 1;
    return portableCanonicalizer.own(options);
  };
  return { dating: datingOptions(canonicalise), asked: () => requested };
}

async function textOf(canonicalise: Canonicalise, options: JsonObject): Promise<string> {
  const form = await canonicalise(options);
  return form.kind === 'canonical' ? form.nquads.join('') : JSON.stringify(form.fault);
}

const dates = ['2026-11-26T10:43:18Z', '1999-01-01T00:00:00Z', '2077-12-31T23:59:59Z'];

it('gives the canonical form of each date, made once for a key and a list of contexts', async () => {
  const { dating, asked } = counting();
  for (const method of ['did:web:jalon.test#one', 'did:web:jalon.test#two']) {
    for (const contexts of [CONTEXTS, [CREDENTIALS_V2]]) {
      for (const date of dates) {
        const options = optionsOf(date, method, contexts);
        expect(await textOf(dating, options)).toBe(await textOf(portableCanonicalizer.own, options));
      }
    }
  }
  expect(asked()).toBe(4);
});

it('replaces no date in a text that is none, nor one that occurs twice', async () => {
  const { dating, asked } = counting();
  const [date = ''] = dates;
  const odd = [
    ...['2026-11-26T10:43:18+01:00', '2026-11-26T10:43:18Z"', 'a\nb'].map((text) => optionsOf(text)),
    ...dates.map((text) => optionsOf(text, `did:web:jalon.test#${date}`)),
    ...dates.map((text) => optionsOf(text, `did:web:jalon.test#${text}`)),
  ];
  for (const options of [...odd, ...odd]) {
    expect(await textOf(dating, options)).toBe(await textOf(portableCanonicalizer.own, options));
  }
  expect(asked()).toBeGreaterThan(odd.length);
});

it('keeps no fault', async () => {
  const { dating, asked } = counting();
  const unknown = optionsOf(dates[0] ?? '', undefined, [CREDENTIALS_V2, 'https://example.org/unknown']);
  expect((await dating(unknown)).kind).toBe('fault');
  expect((await dating(unknown)).kind).toBe('fault');
  expect(asked()).toBe(2);
});
