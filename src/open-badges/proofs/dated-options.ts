import type { Canonicalise } from '../canonicalization/canonicalizer-choice.ts';

/** The form of the dates in our proofs, which N-Quads write unchanged. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** The number of options kept: one for each key and list of contexts. A school that endorses has its own
 *  key. */
const MAX_CACHED_OPTIONS = 1000;

/** Canonicalises the options of our own proofs. With the same key and contexts they differ only in their
 *  date, so each date is put in the place of the first one. The order of the lines does not change: no other
 *  line has this predicate, and the proof is the only blank node. */
export function datingOptions(canonicalise: Canonicalise): Canonicalise {
  const saved = new Map<string, readonly [before: string, after: string]>();
  return async (options) => {
    const { created } = options;
    if (typeof created !== 'string' || !DATE.test(created)) return canonicalise(options);
    const undated = JSON.stringify({ ...options, created: '' });
    const known = saved.get(undated);
    if (known) return { kind: 'canonical', nquads: [known[0], created, known[1]] };
    const form = await canonicalise(options);
    if (form.kind === 'fault') return form;
    const [before, after, more] = form.nquads.join('').split(created);
    if (saved.size >= MAX_CACHED_OPTIONS) saved.clear();
    // Where the date occurs twice, its place is ambiguous, and nothing is kept.
    if (before && after && more === undefined) saved.set(undated, [before, after]);
    return form;
  };
}
