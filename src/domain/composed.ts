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
