import { composed } from '../../../domain/composed.ts';
import { trimEndSigns, trimStartSigns } from '../../../domain/trim-signs.ts';

/** The title of a column without case, accents and punctuation, with its words joined by `_`. Titles are
 *  compared in this form: `N° UAI *` gives `n_uai`. */
export function foldTitle(title: string): string {
  const bare = composed(title).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const joined = bare.replace(/[^\p{L}\p{N}]+/gu, '_');
  return trimEndSigns(trimStartSigns(joined, /_/), /_/);
}

/** No known title is longer, with its part in brackets. */
const LONGEST_TITLE = 300;

/** The forms in which a title is looked up: the whole title, and the title without its part in brackets, as
 *  in `Début (jj/mm/aaaa)`. */
export function formsOf(title: string): readonly string[] {
  const whole = foldTitle(title);
  const bare = foldTitle(title.slice(0, LONGEST_TITLE).replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  return bare === '' || bare === whole ? [whole] : [whole, bare];
}

/** Words shorter than this would resemble too many others. */
const MIN_CLOSE_CHARS = 4;

/** Whether a title resembles a name without being equal: it differs in one or two letters, or has other words
 *  around the name. */
export function isClose(title: string, name: string): boolean {
  if (title === name || name.length < MIN_CLOSE_CHARS || title.length < MIN_CLOSE_CHARS) return false;
  if (`_${title}_`.includes(`_${name}_`) || areAlike(title, name)) return true;
  return !name.includes('_') && title.split('_').some((word) => areAlike(word, name));
}

/** Whether two words or titles differ in one letter only, or in two letters where they are long. */
function areAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const most = shorter > 6 ? 2 : shorter >= MIN_CLOSE_CHARS ? 1 : 0;
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/** The number of letters to add, remove or replace to turn one word into the other (Levenshtein). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const replaced = (above[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}
