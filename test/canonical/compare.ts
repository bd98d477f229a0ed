import { makeContextSource } from '../../src/adapters/signing/context-source.ts';
import { nodePrimitives } from '../../src/adapters/signing/node-primitives.node.ts';
import { makeCompiledCanonicaliser } from '../../src/openbadges/canonical/compiled-canonicaliser.ts';
import { AMENDED_CONTEXTS, contextsFor, STATIC_CONTEXTS } from '../../src/openbadges/contexts.ts';
import type { JsonObject } from '../../src/openbadges/json-value.ts';
import { makeDocuments } from './generate-documents.ts';
import { changeSomewhere } from './hostile.ts';
import { makeChance } from './random.ts';
import { stockForm } from './reference.ts';

/** How a document was read by compiled contexts and by the stock library. */
export interface Counts {
  /** Both gave a canonical form, the same to the byte. */
  equal: number;
  /** Left to the library, which reads it. */
  leftToLibrary: number;
  /** Left to the library, which refuses it. */
  refusedByBoth: number;
  /** The canonical forms differ, or compiled contexts read what the library refuses. */
  readonly differing: JsonObject[];
}

/** Reads so many generated documents, half of them with hostile changes, in both ways. */
export async function compareDocuments(
  count: number,
  seed: number,
  onProgress: (done: number, counts: Counts) => void = () => {},
): Promise<Counts> {
  const chance = makeChance(seed);
  const document = makeDocuments(chance);
  const counts: Counts = { equal: 0, leftToLibrary: 0, refusedByBoth: 0, differing: [] };
  const canonicalisers = new Map(
    [STATIC_CONTEXTS, AMENDED_CONTEXTS].map((contexts) => [
      contexts,
      makeCompiledCanonicaliser(makeContextSource(contexts), nodePrimitives.sha256Hex),
    ]),
  );
  for (let done = 1; done <= count; done += 1) {
    const plain = document();
    const one = chance.is(0.5) ? changeSomewhere(chance, plain) : plain;
    const contexts = contextsFor(one);
    const form = await canonicalisers.get(contexts)?.(one);
    const stock = await stockForm(one, contexts);
    if (form?.kind !== 'canonical') counts[stock === undefined ? 'refusedByBoth' : 'leftToLibrary'] += 1;
    else if (form.nquads.join('') === stock) counts.equal += 1;
    else counts.differing.push(one);
    onProgress(done, counts);
  }
  return counts;
}
