import data from '../../data/column-examples.json' with { type: 'json' };

/** What a cell of each column may hold, for the templates, by kind of file and then by column. */
export const COLUMN_EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = data;
