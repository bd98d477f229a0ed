import { describe, expect, it } from 'vitest';
import {
  canonicalise,
  canonicaliseThirdParty,
} from '../../src/open-badges/canonicalization/canonical-form.ts';
import { chooseCanonicalizer } from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { badge } from '../support/corpus/badge.ts';
import { wholeForm } from '../support/fixtures/whole-form.ts';

const inlined = (name: string): JsonObject => ({
  '@context': { name: 'https://schema.org/name' },
  id: 'https://jalon.test/x',
  name,
});

/** A channel that records the documents that it leaves to the library. */
function makeRecordingCanonicalizer() {
  const left: JsonObject[] = [];
  const road = chooseCanonicalizer({
    foreignByLibrary: (document) => {
      left.push(document);
      return canonicaliseThirdParty(document);
    },
  });
  return { road, left };
}

describe('the channel to a canonical form', () => {
  it('reads a badge of another issuer without the library, its later terms included', async () => {
    const { road, left } = makeRecordingCanonicalizer();
    const documents = [badge(), badge({ endorsementJwt: ['a.b.c'] })];
    for (const document of documents) {
      expect(await wholeForm(road.thirdParty(document))).toEqual(
        await wholeForm(canonicaliseThirdParty(document)),
      );
    }
    expect(left).toEqual([]);
  });

  it('leaves to the library what compiled contexts do not read', async () => {
    const { road, left } = makeRecordingCanonicalizer();
    const documents = [
      inlined('a'),
      badge({ name: '__proto__' }),
      badge({ unknown: 1 }),
      badge({ name: null }),
    ];
    for (const document of documents) {
      expect(await wholeForm(road.thirdParty(document))).toEqual(
        await wholeForm(canonicaliseThirdParty(document)),
      );
    }
    expect(left).toEqual(documents);
  });

  it('signs with the first text of a context that was amended later', async () => {
    const { road } = makeRecordingCanonicalizer();
    for (const document of [badge(), badge({ endorsementJwt: ['a.b.c'] }), inlined('a')]) {
      expect(await wholeForm(road.own(document))).toEqual(await wholeForm(canonicalise(document)));
    }
    expect(await road.own(badge({ endorsementJwt: ['a.b.c'] }))).toMatchObject({ kind: 'fault' });
    expect(await road.compiled(inlined('a'))).toEqual({ kind: 'declined', reason: 'context' });
  });
});
