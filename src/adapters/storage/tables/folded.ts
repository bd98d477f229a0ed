import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed } from '../../../domain/composed.ts';

/** Accented letters of French names, each with its plain letter. The engine folds the case of ASCII letters
 *  itself. */
const ACCENTED: readonly (readonly [string, string])[] = [
  ['àâäáãåÀÂÄÁÃÅ', 'a'],
  ['çÇ', 'c'],
  ['éèêëÉÈÊË', 'e'],
  ['îïíìÎÏÍÌ', 'i'],
  ['ñÑ', 'n'],
  ['ôöóòõÔÖÓÒÕ', 'o'],
  ['ùûüúÙÛÜÚ', 'u'],
  ['ÿŸ', 'y'],
  ['œŒ', 'oe'],
  ['’', "'"],
];

const PAIRS = ACCENTED.flatMap(([letters, plain]) => [...letters].map((letter) => [letter, plain] as const));

/** A column in lower case and without accents, on every engine. */
export function folded(column: Expression<string>): RawBuilder<string> {
  const replaced = PAIRS.reduce<Expression<string>>(
    (text, [letter, plain]) => sql<string>`replace(${text}, ${sql.lit(letter)}, ${sql.lit(plain)})`,
    column,
  );
  return sql<string>`lower(${replaced})`;
}

/** A text in the same folded form. */
export function foldText(text: string): string {
  return PAIRS.reduce((folding, [letter, plain]) => folding.replaceAll(letter, plain), composed(text))
    .toLowerCase()
    .trim();
}
