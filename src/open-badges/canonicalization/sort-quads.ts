import type { Dataset, Subject } from './dataset.ts';

/** Sorts the quads of every subject and removes repeated ones. Returns false if the library might keep
 *  both of two equal quads: it compares JSON values, and a number and a text may become the same literal. */
export function sortQuads({ graphs }: Dataset): boolean {
  return graphs.every(
    ({ named, blank }) => [...named.values()].every(sortSubject) && blank.every(sortSubject),
  );
}

function sortSubject({ quads, hasNative, isShared }: Subject): boolean {
  if (isShared) return true;
  quads.sort();
  let saved = 0;
  for (const quad of quads) {
    if (quad === quads[saved - 1]) {
      if (hasNative) return false;
    } else {
      quads[saved] = quad;
      saved += 1;
    }
  }
  quads.length = saved;
  return true;
}
