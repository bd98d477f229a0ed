/** More marks on one letter than any language writes (UAX #15, "Stream-Safe Text Format"). */
const MARKS_BEYOND = /(?<=\p{M}{30})\p{M}{1,1000}/gu;

/** The text with each letter and its accents in one piece (NFC). A letter keeps thirty marks: they are put in their order
 *  one by one, and a text of nothing else would take hours. */
export function composed(text: string): string {
  return text.replace(MARKS_BEYOND, '').normalize('NFC');
}
