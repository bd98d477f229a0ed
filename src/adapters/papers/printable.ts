import { composed } from '../../domain/composed.ts';
import { maskNumen } from '../../domain/numen.ts';

/** Whether both fonts have a sign of their own for a code point. */
export type HasGlyph = (codePoint: number) => boolean;

/** What is written where the font has no sign for it. */
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
/** Pictures and what joins or colours them: they decorate, and go. */
const PICTURE =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|\u20e3/u;
const UNWRITTEN = '[…]';

/** Text as it may be drawn: no NUMEN whoever wrote it, and only signs that the font has. */
export function toPrintable(text: string, has: HasGlyph): string {
  const plain = composed(maskNumen(text)).replace(/\t/g, ' ').replace(/\r\n?/g, '\n');
  const signs = [...plain];
  if (signs.every((sign) => sign === '\n' || isDrawn(sign, has))) return plain;
  let printable = '';
  for (const sign of signs) {
    const drawn = sign === '\n' || isDrawn(sign, has) ? sign : standIn(sign, has);
    if (drawn !== UNWRITTEN || !printable.endsWith(UNWRITTEN)) printable += drawn;
  }
  // Where a picture stood between two words, one space is left, and none before a stop.
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
