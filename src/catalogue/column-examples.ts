import data from '../../data/column-examples.json' with { type: 'json' };

/** An example of a cell for each column, for the templates, by kind of file and then by column. */
export const COLUMN_EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = data;
