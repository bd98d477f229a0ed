import type { Canonicalise } from './canonical-road.ts';

/** A date as our proofs have it, which N-Quads write as it is. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
/** Options kept: one for each key and list of contexts. A school that endorses has a key of its own. */
const MOST_KEPT = 1000;

/** Canonicalises the options of our own proofs, which differ in their date alone as long as key and contexts
 *  stay. Each date is put where the first one stood. No line moves with it: no other one has its predicate, and
 *  the only blank node is the proof. */
export function datingOptions(canonicalise: Canonicalise): Canonicalise {
  const kept = new Map<string, readonly [before: string, after: string]>();
  return async (options) => {
    const { created } = options;
    if (typeof created !== 'string' || !DATE.test(created)) return canonicalise(options);
    const undated = JSON.stringify({ ...options, created: '' });
    const known = kept.get(undated);
    if (known) return { kind: 'canonical', nquads: [known[0], created, known[1]] };
    const form = await canonicalise(options);
    if (form.kind === 'fault') return form;
    const [before, after, more] = form.nquads.join('').split(created);
    if (kept.size >= MOST_KEPT) kept.clear();
    // Where the date stands a second time, it is not known which one is meant.
    if (before && after && more === undefined) kept.set(undated, [before, after]);
    return form;
  };
}
