/** The most fields or parts of a form: our largest form has fewer. */
export const MOST_FIELDS = 10_000;

/** The most characters of one field: as many as a badge may have. A refused field is shown again, which costs
 *  its length a second time. */
export const MOST_TEXT = 1024 * 1024;

/** The most bytes of a form of pairs. One character may be encoded as three (`%3C`). */
export const LONGEST_PAIRS = 3 * MOST_TEXT;

/** The most characters of an `Accept…` header that are read; browsers write up to two hundred. */
export const LONGEST_PREFERENCES = 1000;
