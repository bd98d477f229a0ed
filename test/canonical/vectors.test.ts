import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCompiledCanonicaliser } from '../../src/open-badges/canonicalization/compiled-canonicaliser.ts';
import { makeContextSource } from '../../src/open-badges/canonicalization/context-source.ts';
import { AMENDED_CONTEXTS, contextsFor, STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import { isJsonObject, type JsonObject, listOf } from '../../src/open-badges/parsing/json-value.ts';
import { portablePrimitives } from '../../src/open-badges/proofs/primitives.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { stockForm } from './reference.ts';

/** Folders of vectors, and the share of their documents that compiled contexts must read: all well-formed
 *  documents, and most forgeries, which an earlier step refuses. */
const FOLDERS = [
  ['credentials/valid', 1],
  ['openbadges-guide', 1],
  ['credentials/invalid', 0.9],
  ['forgeries', 0.6],
] as const;

/** A well-formed document that is left to the library: compiled contexts do not read the kind of term for the
 *  messages of a status. */
const LEFT_TO_THE_LIBRARY = new Set(['status-message.json']);

const canonicalisers = new Map(
  [STATIC_CONTEXTS, AMENDED_CONTEXTS].map((contexts) => [
    contexts,
    makeCompiledCanonicaliser(makeContextSource(contexts), portablePrimitives.sha256Hex),
  ]),
);

/** The documents of a folder of vectors, each without its proofs, and the options of each proof. */
function documentsOf(folder: string): JsonObject[] {
  const files = readdirSync(`test/vectors/${folder}`).filter(
    // Badges of the versions before 3.0 have no canonical form, because they are judged as JSON. Of a
    // presentation only the badge is judged.
    (name) =>
      name.endsWith('.json') && !LEFT_TO_THE_LIBRARY.has(name) && !/^(older-|presentation)/.test(name),
  );
  return files.flatMap((name) => {
    const vector: unknown = JSON.parse(readFileSync(`test/vectors/${folder}/${name}`, 'utf8'));
    const input =
      isJsonObject(vector) && isJsonObject(vector['input']) ? vector['input']['document'] : vector;
    if (!isJsonObject(input)) return [];
    const { proof, ...secured } = input;
    const options = listOf(proof).filter(isJsonObject);
    return [
      secured,
      ...options.map(({ proofValue: _, ...one }) => ({ ...one, '@context': secured['@context'] })),
    ];
  });
}

describe('compiled contexts on the vectors', { timeout: MUCH_WORK_MS }, () => {
  it.each(FOLDERS)(
    'of %s give the bytes of the stock library, or leave the document to it',
    async (folder, part) => {
      let equal = 0;
      const documents = documentsOf(folder);
      for (const document of documents) {
        const contexts = contextsFor(document);
        const form = await canonicalisers.get(contexts)?.(document);
        if (form?.kind !== 'canonical') continue;
        expect(form.nquads.join('')).toBe(await stockForm(document, contexts));
        equal += 1;
      }
      expect(equal).toBeGreaterThanOrEqual(documents.length * part);
      expect(equal).toBeGreaterThan(0);
    },
  );
});
