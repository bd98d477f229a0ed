/** Letters of other alphabets by the Latin one that they look like, after Unicode's confusables (UTS #39). Small
 *  and capital letters stand apart because they resemble different ones. */
const LOOKS: Readonly<Record<string, string>> = {
  a: 'аАαΑɑᴀᎪ',
  b: 'вВβΒЬʙᏴ',
  c: 'сСϲϹᴄᏟ',
  d: 'ԁԀᴅᎠ',
  e: 'еЕєεΕᴇᎬ',
  f: 'ϝϜ',
  g: 'ɡԌԍɢᏀ',
  h: 'һҺНнΗʜᎻ',
  j: 'јЈϳᴊᎫ',
  k: 'кКκΚᴋᏦ',
  l: 'іІїЇιΙӏӀɩıʟᏞ',
  m: 'мМΜᴍᎷ',
  n: 'Νηɴ',
  o: 'оОοΟσօᴏ',
  p: 'рРρΡᴘᏢ',
  q: 'ԛԚ',
  r: 'гᴦʀ',
  s: 'ѕЅꜱᏚ',
  t: 'тТτΤᴛᎢ',
  u: 'υսՍᴜ',
  v: 'νѵѴᴠᏙ',
  w: 'ԝԜωᴡᎳ',
  x: 'хХχΧ',
  y: 'уУγΥүҮʏ',
  z: 'ζΖᴢᏃ',
};
const LATIN = new Map(
  Object.entries(LOOKS).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);

/** No eye reads on. */
const LONGEST = 1000;

/** What the eye retains of a name: case, accents, spaces and signs make no other, nor do letters and digits that
 *  look alike. For comparing only. */
export function skeletonOf(name: string): string {
  return [...name.slice(0, LONGEST).normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((sign) => LATIN.get(sign) ?? sign)
    .join('')
    .replaceAll('|', 'l')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/[1i]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

const LATIN_LETTER = /\p{Script=Latin}/u;
/** Alphabets with letters like the Latin ones. */
const ALIKE_LETTER =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;

/** Whether a word of the name has letters of two alphabets that look alike: honest names keep to one. */
export function mixesAlphabets(name: string): boolean {
  return name
    .slice(0, LONGEST)
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => LATIN_LETTER.test(word) && ALIKE_LETTER.test(word));
}
