import type { JsonObject } from '../json-value.ts';
import type { ActiveContext, ContextSource, ContextStep } from './active-context.ts';
import type { Dataset } from './dataset.ts';
import { labelBlankNodes, type Sha256Hex } from './label-blank-nodes.ts';
import { keepAt } from './list-map.ts';
import { type Declined, readDocument } from './read-document.ts';
import { serialiseDataset } from './serialise-dataset.ts';
import { sortQuads } from './sort-quads.ts';

export type CompiledForm =
  | { readonly kind: 'canonical'; readonly nquads: string }
  /** The document is left to the library. */
  | { readonly kind: 'declined'; readonly reason: DeclinedForm };

export type DeclinedForm = Declined | 'equal-hashes' | 'too-many-contexts';

/** Canonical N-Quads of a document, or why it is left to the library. Never throws. */
export type CompiledCanonicaliser = (document: JsonObject) => Promise<CompiledForm>;

/** Active contexts worked out for one document. A badge needs some fifteen, and only the first time. */
const STEPS_A_DOCUMENT = 48;
/** Active contexts kept. Where a stranger's documents fill the store, it begins again. */
const CONTEXTS_KEPT = 400;

/** Canonicalises by compiled contexts (docs/adr/0017): RDFC-1.0 over JSON-LD in safe mode, byte for byte as
 *  the library does it. */
export function makeCompiledCanonicaliser(
  source: ContextSource,
  sha256Hex: Sha256Hex,
): CompiledCanonicaliser {
  let initial: ActiveContext | undefined;
  let kept = 0;
  const follow = async (step: ContextStep): Promise<boolean> => {
    const next = await source.follow(step);
    if (next === undefined) return false;
    const { from, by, names } = step;
    if (by === 'contexts') keepAt(from.afterContexts, names, next);
    else
      keepAt(from.afterTypes, names, {
        context: next,
        quads: names.map((name) => from.classes.get(name) ?? ''),
      });
    kept += 1;
    return true;
  };
  return async (document) => {
    if (kept >= CONTEXTS_KEPT) {
      initial = undefined;
      kept = 0;
    }
    initial ??= await source.initial();
    const start = initial;
    for (let steps = 0; steps <= STEPS_A_DOCUMENT; steps += 1) {
      const reading = readDocument(document, start);
      if (reading.kind === 'declined') return reading;
      if (reading.kind === 'read') return canonicalise(reading.dataset, sha256Hex);
      if (!(await follow(reading.step))) return { kind: 'declined', reason: 'context' };
    }
    return { kind: 'declined', reason: 'too-many-contexts' };
  };
}

function canonicalise(dataset: Dataset, sha256Hex: Sha256Hex): CompiledForm {
  if (!sortQuads(dataset)) return { kind: 'declined', reason: 'repeated-native' };
  if (!labelBlankNodes(dataset, sha256Hex)) return { kind: 'declined', reason: 'equal-hashes' };
  return { kind: 'canonical', nquads: serialiseDataset(dataset) };
}
