/** What people put inside a number to read it more easily: spaces, dots, hyphens, and signs that are not seen. No tab and
 *  no line end: what stands in two cells is two things. */
const ASIDE = '[^\\S\\t\\r\\n]|[.\\u00ad\\u00b7\\u2010-\\u2015\\u2212\\u200b-\\u200d\\u2060\\ufeff-]';
const GAP = `(?:${ASIDE}){0,3}`;
const digits = (count: number) => Array.from({ length: count }, () => '\\d').join(GAP);
const SHAPE = [digits(2), '[A-Z]', digits(7), '[A-Z]', '[A-Z]', '[A-Z]'].join(GAP);
const CANDIDATE = new RegExp(`(?<![\\p{L}\\p{N}])${SHAPE}(?![\\p{L}\\p{N}])`, 'giu');
const ANY_ASIDE = new RegExp(ASIDE, 'gu');
/** A GAIA training code as it is always written, and three letters after it. */
const CODE_AND_WORD = new RegExp(`^\\d{2}[A-Z]\\d{7}(?:${ASIDE})+([A-Z]{3})$`, 'iu');
/** Where a cell of a table, a field or a line begins or ends. */
const EDGE = /^[;,|"\t\r\n]?$/;
/** Words of three letters that follow a training code in a title. */
const WORDS_AFTER_A_CODE: ReadonlySet<string> = new Set(
  'les des une aux par sur est ses nos vos mon son que qui pas non oui ent pix tni tbi vpi paf dys svt eps bts cap gar edu web pdf csv'.split(
    ' ',
  ),
);

/** Does the identifier of an agent of the ministry stand in the text, `^\d{2}[A-Z]\d{7}[A-Z]{3}$` in either case, spaces,
 *  dots and hyphens inside it set aside? Such a text is refused unread. A GAIA training code (`21A0123456`) looks alike
 *  and lacks the three last letters; the word after it in a title is no part of it. */
export function containsNumen(text: string): boolean {
  let found = false;
  replaceNumens(text, (written) => {
    found = true;
    return written;
  });
  return found;
}

/** The text with every NUMEN replaced by thirteen asterisks: for what is logged or kept of a text of others. */
export function maskNumen(text: string): string {
  return replaceNumens(text, () => '*'.repeat(13));
}

/** The text with something else in place of every NUMEN. */
export function replaceNumens(text: string, toOther: (written: string) => string): string {
  return text.replace(CANDIDATE, (written: string, at: number) => {
    const end = at + written.length;
    const around = [text.slice(Math.max(0, at - 1), at), text.slice(end, end + 1)];
    return isNumen(written, around) ? toOther(written) : written;
  });
}

function isNumen(written: string, around: readonly string[]): boolean {
  const isInOnePiece = written.replace(ANY_ASIDE, '') === written;
  if (isInOnePiece || around.every((sign) => EDGE.test(sign))) return true;
  // Pieces of a sentence that happen to follow each other are seldom all in one case.
  const letters = written.replace(/[^a-z]/gi, '');
  if (letters !== letters.toUpperCase() && letters !== letters.toLowerCase()) return false;
  const word = CODE_AND_WORD.exec(written)?.[1];
  return word === undefined || !WORDS_AFTER_A_CODE.has(word.toLowerCase());
}
