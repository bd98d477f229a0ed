import { DomainError } from '../errors.ts';

/** Characters that people put inside a number to make it readable: spaces, dots, hyphens, and invisible
 *  characters. Tabs and line ends are not included, because they separate cells. No character stands in both
 *  classes: a run of such characters could otherwise be read in many ways. */
const ASIDE = '[^\\S\\t\\r\\n]|[.\\u0000\\u00ad\\u00b7\\u2010-\\u2015\\u2212\\u200b-\\u200d\\u2060-]';
const GAP = `(?:${ASIDE}){0,3}`;
const digits = (count: number) => Array.from({ length: count }, () => '\\d').join(GAP);
const SHAPE = [digits(2), '[A-Z]', digits(7), '[A-Z]', '[A-Z]', '[A-Z]'].join(GAP);
const CANDIDATE = new RegExp(`(?<![\\p{L}\\p{N}])${SHAPE}(?![\\p{L}\\p{N}])`, 'giu');
const ANY_ASIDE = new RegExp(ASIDE, 'gu');
/** A GAIA training code in its usual form, followed by a word of three letters. */
const CODE_AND_TERM = new RegExp(`^\\d{2}[A-Z]\\d{7}(?:${ASIDE})+([A-Z]{3})$`, 'iu');
/** Length of a NUMEN without separators. */
const NUMEN_CHARS = 13;
/** The edge of a table cell, a field or a line. */
const EDGE = /^[;,|"\t\r\n]?$/;
/** Words of three letters that may follow a training code in a title. */
const TERMS_AFTER_CODE: ReadonlySet<string> = new Set(
  'les des une aux par sur est ses nos vos mon son que qui pas non oui ent pix tni tbi vpi paf dys svt eps bts cap gar edu web pdf csv'.split(
    ' ',
  ),
);

/** Whether the text contains a NUMEN: `^\d{2}[A-Z]\d{7}[A-Z]{3}$` in either case, ignoring spaces, dots and
 *  hyphens inside it. Such a text is refused unread. A GAIA training code (`21A0123456`) lacks the three last
 *  letters, and a word after it in a title does not complete it. */
export function containsNumen(text: string): boolean {
  let found = false;
  replaceNumens(text, (written) => {
    found = true;
    return written;
  });
  return found;
}

/** Throws `numen-refused` where a text that someone wrote contains a NUMEN. Each use case that stores such a text
 *  asks this, because forms, the API and the command line lead to it. */
export function refuseNumen(...texts: readonly (string | undefined)[]): void {
  if (texts.some((text) => text !== undefined && containsNumen(text))) throw new DomainError('numen-refused');
}

/** The text with thirteen asterisks in place of every NUMEN. Texts of others are masked before they are
 *  logged or stored. */
export function maskNumen(text: string): string {
  return replaceNumens(text, () => '*'.repeat(NUMEN_CHARS));
}

/** The text with every NUMEN replaced by the result of `toOther`. */
export function replaceNumens(text: string, toOther: (written: string) => string): string {
  if (text.length < NUMEN_CHARS) return text;
  return text.replace(CANDIDATE, (written: string, at: number) => {
    const end = at + written.length;
    const around = [text.slice(Math.max(0, at - 1), at), text.slice(end, end + 1)];
    return isNumen(written, around) ? toOther(written) : written;
  });
}

function isNumen(written: string, around: readonly string[]): boolean {
  const isInOnePiece = written.replace(ANY_ASIDE, '') === written;
  if (isInOnePiece || around.every((sign) => EDGE.test(sign))) return true;
  // Adjacent fragments of a sentence rarely share one letter case, whereas a NUMEN does.
  const letters = written.replace(/[^a-z]/gi, '');
  if (letters !== letters.toUpperCase() && letters !== letters.toLowerCase()) return false;
  const word = CODE_AND_TERM.exec(written)?.[1];
  return word === undefined || !TERMS_AFTER_CODE.has(word.toLowerCase());
}
