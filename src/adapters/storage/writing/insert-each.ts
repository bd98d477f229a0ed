import type { CompiledQuery } from 'kysely';
import type { Queries } from './writer.ts';

interface Insert {
  compile(): CompiledQuery;
}

/** One insert a row, compiled once for all rows: compiling takes several times as long as inserting. All rows
 *  have the same columns in the same order, and the insert has no other parameter. */
export function insertEach<Row extends object>(
  rows: readonly Row[],
  toInsert: (row: Row) => Insert,
): Queries {
  const [first, ...rest] = rows;
  if (!first) return [];
  const compiled = toInsert(first).compile();
  const values = Object.values(first);
  if (
    compiled.parameters.length !== values.length ||
    values.some((one, at) => one !== compiled.parameters[at])
  )
    throw new Error('an insert for each row has the columns of the row as its only parameters');
  return [compiled, ...rest.map((row) => ({ ...compiled, parameters: Object.values(row) }))];
}
