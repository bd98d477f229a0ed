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

const PLAIN = new Map(ACCENTED.flatMap(([letters, plain]) => [...letters].map((one) => [one, plain])));
const ANY_ACCENTED = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');

/** A text in lower case and without accents, as the columns of folded names hold it. */
export function foldText(text: string): string {
  return composed(text)
    .replace(ANY_ACCENTED, (letter) => PLAIN.get(letter) ?? letter)
    .toLowerCase()
    .trim();
}
