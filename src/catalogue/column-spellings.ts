import data from '../../data/column-spellings.json' with { type: 'json' };

/** The usual spellings of a column in the DANE's own tables, besides its name in docs/rules.md, by kind of
 *  file and then by column; the likeliest stands first. Case, accents and punctuation do not matter. */
export const COLUMN_SPELLINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = data;
