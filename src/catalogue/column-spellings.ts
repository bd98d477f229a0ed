import data from '../../data/column-spellings.json' with { type: 'json' };

/** Usual spellings of the columns of the DANE's tables, besides their own names (docs/files.md), by
 *  kind of file and then by column. The likeliest comes first. Case, accents and punctuation do not
 *  matter. */
export const COLUMN_SPELLINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = data;
