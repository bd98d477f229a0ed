import { trimEndSigns, trimStartSigns } from '#open-badges/values';

/** How many of the first things fit, where fewer of them fit whenever more do. It is found by halving: a text
 *  that is cut one letter after the other costs the square of its length. */
export function longestBeginning(count: number, fits: (first: number) => boolean): number {
  let [fitting, tooMany] = [0, count + 1];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}

/** Whether the text is one single `https:` or `http:` address that names a host. */
export function isWebLink(text: string): boolean {
  return /^https?:\/\/[^\s/?#]\S*$/i.test(text) && URL.canParse(text);
}

/** Marks beyond the 30th on one letter: no language writes so many (UAX #15, "Stream-Safe Text Format"). */
const MARKS_BEYOND = /(?<=\p{M}{30})\p{M}{1,1000}/gu;

/** Text in ASCII alone is composed already. */
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The text in composed form (NFC), with at most 30 marks on a letter. NFC sorts the marks of a letter one by
 *  one, so that a long text made of marks alone would take hours. */
export function composed(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return text.replace(MARKS_BEYOND, '').normalize('NFC');
}

/** Lower case of A to Z alone, as SQLite makes it: letters with accents stay as they are, and U+212A (KELVIN SIGN)
 *  does not become `k`. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The title of a column without case, accents and punctuation, with its words joined by `_`. Titles are
 *  compared in this form: `N° UAI *` gives `n_uai`. */
export function foldTitle(title: string): string {
  const bare = composed(title).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const joined = bare.replace(/[^\p{L}\p{N}]+/gu, '_');
  return trimEndSigns(trimStartSigns(joined, /_/), /_/);
}
