import type { Dataset, Subject } from './dataset.ts';

/** Sorts the quads of every subject and keeps each once. False where two equal ones may differ in the library,
 *  which compares JSON values: a number and a text can be written as the same literal. */
export function sortQuads({ named, blank }: Dataset): boolean {
  for (const subject of named.values()) if (!sortSubject(subject)) return false;
  return blank.every(sortSubject);
}

function sortSubject({ quads, hasNative }: Subject): boolean {
  quads.sort();
  let kept = 0;
  for (const quad of quads) {
    if (kept > 0 && quad === quads[kept - 1]) {
      if (hasNative) return false;
      continue;
    }
    quads[kept] = quad;
    kept += 1;
  }
  quads.length = kept;
  return true;
}

/** Canonical N-Quads (RDFC-1.0 §4.4, steps 7 and 8; §5). The order is that of UTF-16 units, as in the
 *  library. Sorting the subjects first gives the order of the whole lines, because no subject with its space
 *  is the beginning of another. */
export function serialiseDataset({ named, blank }: Dataset): string {
  const subjects = [...named.values(), ...blank].sort((one, other) => (one.token < other.token ? -1 : 1));
  let text = '';
  for (const subject of subjects) text += linesOf(subject);
  return text;
}

function linesOf({ token, quads, links }: Subject): string {
  if (links.length === 0) return quads.length === 0 ? '' : token + quads.join(token);
  const all = [...quads, ...links.map(({ predicate, to }) => `${predicate}${to.token}.\n`)].sort();
  return token + all.join(token);
}
