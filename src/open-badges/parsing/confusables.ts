/** Letters of other alphabets, listed after the Latin letter that they resemble (after Unicode's confusables,
 *  UTS #39). A small letter is listed only if it resembles another one than its capital does, or has none. */
const PROTOTYPES: Readonly<Record<string, string>> = {
  a: 'АΑɑᴀᎪᗅᗩꓮ',
  b: 'ВΒЬʙᏴᗷᑲꓐ',
  c: 'СϹᴄᏟᑕꓚ',
  d: 'ԀᴅᎠᗪᗞᑯÐĐɖꓓ',
  e: 'ЕєΕᴇᎬᗴꓰ',
  f: 'Ϝᖴꓝ',
  g: 'ɡԌɢᏀꓖ',
  h: 'ҺНΗʜᎻᕼĦꓧ',
  j: 'ЈϳᴊᎫᒍꓙ',
  k: 'КΚᴋᏦꓗ',
  l: 'ǀІЇΙӀɩıʟᏞᒪ¡ŁɪᎥꓲꓡ',
  m: 'МΜᴍᎷᗰꓟ',
  n: 'Νηɴᑎꓠ',
  o: 'ОΟσօᴏØꓳ',
  p: 'РΡᴘᏢᑭꓑ',
  q: 'Ԛᑫ',
  r: 'гᴦʀᖇᎡᏒꓣ',
  s: 'ЅꜱᏚᔕꓢ',
  t: 'ТΤᴛᎢŦꓔ',
  u: 'υՍᴜᑌꓴ',
  v: 'νѴᴠᏙᐯꓦ',
  w: 'ԜωᴡᎳᗯᏔꓪ',
  x: 'ХΧ᙭ꓫ',
  y: 'УγΥҮʏᎽꓬ',
  z: 'ΖᴢᏃᘔꓜ',
};
const LATIN = new Map(
  Object.entries(PROTOTYPES).flatMap(([letter, others]) =>
    [...others].map((other) => [other, letter] as const),
  ),
);

/** Characters of a name that are compared. No one reads a longer name. */
const LONGEST = 1000;

/** A reduced form of a name, for comparison only. Names that people may confuse have the same form: case,
 *  accents, spaces and signs are dropped, with fillers and marks such as « ʼ » and « ː », which are letters to
 *  Unicode alone; letters and digits that look alike are replaced by one of them. */
export function skeletonOf(name: string): string {
  return [...name.slice(0, LONGEST).normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((sign) => LATIN.get(sign) ?? LATIN.get(sign.toUpperCase()) ?? sign)
    .join('')
    .replaceAll('|', 'l')
    .replace(/[^\p{L}\p{N}]|[\p{Lm}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replace(/[1i]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

const LATIN_LETTER = /\p{Script=Latin}/u;
/** Alphabets with letters like the Latin ones. */
const ALIKE_LETTER =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Canadian_Aboriginal}]/u;

/** Whether a word of the name mixes two alphabets that look alike. Genuine names do not. */
export function mixesAlphabets(name: string): boolean {
  return name
    .slice(0, LONGEST)
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => LATIN_LETTER.test(word) && ALIKE_LETTER.test(word));
}
