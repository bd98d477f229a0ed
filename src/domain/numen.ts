/** The identifier of an agent of the ministry: `^\d{2}[A-Z]\d{7}[A-Z]{3}$`. A GAIA training code (`21A0123456`) looks
 *  alike and lacks the three last letters. */
const NUMEN = /(?<![\p{L}\p{N}])\d{2}[A-Z]\d{7}[A-Z]{3}(?![\p{L}\p{N}])/giu;

/** Does a NUMEN stand in the text as a whole word, in either case? Such a text is refused unread. */
export function containsNumen(text: string): boolean {
  NUMEN.lastIndex = 0;
  return NUMEN.test(text);
}

/** The text with every NUMEN replaced by thirteen asterisks: for what is logged or kept of a text of others. */
export function maskNumen(text: string): string {
  return text.replace(NUMEN, '*'.repeat(13));
}
