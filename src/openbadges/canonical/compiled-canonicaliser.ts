import type { JsonObject } from '../json-value.ts';
import type { ActiveContext, ContextSource, ContextStep } from './active-context.ts';
import type { Dataset } from './dataset.ts';
import { labelBlankNodes, type Sha256Hex } from './label-blank-nodes.ts';
import { keepAt } from './list-map.ts';
import { type Declined, readDocument } from './read-document.ts';
import { type NQuads, serialiseDataset } from './serialise-dataset.ts';
import { sortQuads } from './sort-quads.ts';

/** The canonical form of a document, or the reason why there is none. */
export type CompiledForm =
  | { readonly kind: 'canonical'; readonly nquads: NQuads }
  /** The document is left to the library of JSON-LD. */
  | { readonly kind: 'declined'; readonly reason: DeclinedForm };

/** Why a document is left to the library. */
export type DeclinedForm = Declined | 'equal-hashes' | 'too-many-contexts';

/** Makes the canonical N-Quads of a document, or tells why it is left to the library. Never throws. */
export type CompiledCanonicaliser = (document: JsonObject) => Promise<CompiledForm>;

/** The most steps for one document. A step by a list of contexts counts as eight steps by a type. A badge
 *  needs some twenty, and only the first time. */
const STEPS_A_DOCUMENT = 48;
const STEPS_FOR_CONTEXTS = 8;
/** The most nodes that are read in vain for one document, which is read again after each step. */
const NODES_READ_AGAIN = 2000;
/** The most active contexts that are kept. When foreign documents fill the store, it is emptied. */
const CONTEXTS_KEPT = 400;

interface Kept {
  readonly initial: ActiveContext;
  /** Number of active contexts that follow from the initial one. */
  count: number;
}

/** Makes a canonicaliser by compiled contexts (docs/adr/0017): RDFC-1.0 over JSON-LD in safe mode, with the
 *  same bytes as the library. */
export function makeCompiledCanonicaliser(
  source: ContextSource,
  sha256Hex: Sha256Hex,
): CompiledCanonicaliser {
  let kept: Kept | undefined;
  return async (document) => {
    if (kept === undefined || kept.count >= CONTEXTS_KEPT)
      kept = { initial: await source.initial(), count: 0 };
    const store = kept;
    let steps = 0;
    let nodes = 0;
    for (;;) {
      const reading = readDocument(document, store.initial);
      if (reading.kind === 'read') return canonicalise(reading.dataset, sha256Hex);
      if (reading.kind !== 'step') return reading;
      steps += reading.step.by === 'contexts' ? STEPS_FOR_CONTEXTS : 1;
      nodes += reading.nodes;
      if (steps > STEPS_A_DOCUMENT || nodes > NODES_READ_AGAIN) {
        return { kind: 'declined', reason: 'too-many-contexts' };
      }
      const next = await source.follow(reading.step);
      if (next === undefined) return { kind: 'declined', reason: 'context' };
      keepStep(reading.step, next);
      store.count += 1;
    }
  };
}

function keepStep(step: ContextStep, context: ActiveContext): void {
  const { from, names } = step;
  if (step.by === 'contexts') keepAt(from.afterContexts, names, context);
  else keepAt(from.afterTypes, names, { context, quads: step.quads });
}

function canonicalise(dataset: Dataset, sha256Hex: Sha256Hex): CompiledForm {
  if (!sortQuads(dataset)) return { kind: 'declined', reason: 'repeated-native' };
  if (!labelBlankNodes(dataset, sha256Hex)) return { kind: 'declined', reason: 'equal-hashes' };
  return { kind: 'canonical', nquads: serialiseDataset(dataset) };
}
