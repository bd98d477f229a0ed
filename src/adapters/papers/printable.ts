import { composed } from '../../domain/composed.ts';
import { maskNumen } from '../../domain/numen.ts';

/** Whether both fonts have a glyph for a code point. */
export type HasGlyph = (codePoint: number) => boolean;

/** Texts written in place of characters that the font does not have. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['\u202f', '\u00a0'],
  ['→', '->'],
  ['←', '<-'],
  ['↔', '<->'],
  ['⇒', '=>'],
  ['⇐', '<='],
  ['➔', '->'],
  ['➜', '->'],
  ['►', '-'],
  ['▪', '-'],
  ['●', '•'],
  ['■', '•'],
  ['✓', '[x]'],
  ['✔', '[x]'],
  ['☑', '[x]'],
  ['☐', '[ ]'],
  ['✗', '[ ]'],
  ['✘', '[ ]'],
]);
/** Pictures, and the characters that join or colour them: they only decorate, and are left out. */
const PICTURE =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|\u20e3/u;
const UNWRITTEN = '[…]';

/** The text as it may be drawn: without any NUMEN, and with only the characters that the font has. */
export function toPrintable(text: string, has: HasGlyph): string {
  const plain = composed(maskNumen(text)).replace(/\t/g, ' ').replace(/\r\n?/g, '\n');
  const signs = [...plain];
  if (signs.every((sign) => sign === '\n' || isDrawn(sign, has))) return plain;
  let printable = '';
  let last = '';
  for (const sign of signs) {
    const drawn = sign === '\n' || isDrawn(sign, has) ? sign : standIn(sign, has);
    if (drawn !== UNWRITTEN || last !== UNWRITTEN) printable += drawn;
    if (drawn !== '') last = drawn;
  }
  // Where a picture was removed between two words, one space is left, and none before a full stop.
  return printable.replace(/ {2,}/g, ' ').replace(/^ | (?=[.,)\n]|$)/gm, '');
}

function isDrawn(sign: string, has: HasGlyph): boolean {
  return has(sign.codePointAt(0) ?? 0);
}

function standIn(sign: string, has: HasGlyph): string {
  const known = INSTEAD.get(sign);
  if (known !== undefined) return known;
  if (PICTURE.test(sign)) return '';
  const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== '' && [...bare].every((one) => isDrawn(one, has)) ? bare : UNWRITTEN;
}
