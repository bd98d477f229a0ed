import { makeCompiledCanonicaliser } from '../../src/open-badges/canonicalization/compiled-canonicaliser.ts';
import { makeContextSource } from '../../src/open-badges/canonicalization/context-source.ts';
import { AMENDED_CONTEXTS, contextsFor, STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { makeDocuments } from './generate-documents.ts';
import { changeSomewhere } from './hostile.ts';
import { makeRandom } from './random.ts';
import { stockForm } from './reference.ts';

/** The results of reading documents by compiled contexts and by the stock library. */
export interface Counts {
  /** Documents for which both gave the same canonical form, byte for byte. */
  equal: number;
  /** Documents left to the library, which reads them. */
  leftToLibrary: number;
  /** Documents left to the library, which refuses them. */
  refusedByBoth: number;
  /** Documents whose canonical forms differ, or which only the compiled contexts read. */
  readonly differing: JsonObject[];
}

/** Reads this number of generated documents in both ways, half of them with hostile changes. */
export async function compareDocuments(
  count: number,
  seed: number,
  onProgress: (done: number, counts: Counts) => void = () => {},
): Promise<Counts> {
  const random = makeRandom(seed);
  const document = makeDocuments(random);
  const counts: Counts = { equal: 0, leftToLibrary: 0, refusedByBoth: 0, differing: [] };
  const canonicalisers = new Map(
    [STATIC_CONTEXTS, AMENDED_CONTEXTS].map((contexts) => [
      contexts,
      makeCompiledCanonicaliser(makeContextSource(contexts), nodePrimitives.sha256Hex),
    ]),
  );
  for (let done = 1; done <= count; done += 1) {
    const plain = document();
    const one = random.is(0.5) ? changeSomewhere(random, plain) : plain;
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
