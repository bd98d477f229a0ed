import data from '../../data/column-spellings.json' with { type: 'json' };

/** How the columns of the DANE's tables are usually written, besides their own names (docs/rules.md, Files), by
 *  kind of file and then by column; the likeliest stands first. Case, accents and punctuation do not matter. */
export const COLUMN_SPELLINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = data;
