import { composed } from '../../../domain/composed.ts';

/** Accented letters of French names, each with its plain letter. */
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

/** A text in lower case and without accents, as the columns of folded names hold it. */
export function foldText(text: string): string {
  return PAIRS.reduce((folding, [letter, plain]) => folding.replaceAll(letter, plain), composed(text))
    .toLowerCase()
    .trim();
}
