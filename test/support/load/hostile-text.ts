/** Characters that a terminal obeys, or that change the order of reading: C0, C1, the signs of direction, the
 *  separators of lines, invisible ones and tags. Without the null character, which no word of a command can
 *  contain. */
const CODES = [
  ...Array.from({ length: 0x1f }, (_, at) => at + 1),
  ...Array.from({ length: 0x21 }, (_, at) => at + 0x7f),
  ...[0xad, 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x2060, 0xfeff, 0xfff9, 0xe0001, 0xe0041],
  ...Array.from({ length: 5 }, (_, at) => at + 0x202a),
  ...Array.from({ length: 4 }, (_, at) => at + 0x2066),
];
export const HOSTILE_CHARACTERS = CODES.map((code) => String.fromCodePoint(code));

/** The first word of a line that a stranger would like to write. */
const FORGED_LINE = '✔ IMITATED';

/** A title for the window, an emptied screen, the line above overwritten, a line of its own, and one of each
 *  character. */
export const HOSTILE_TEXT = [
  'x\u001b]0;PWN\u0007\u001b[2J\u001b[1A\u009b2J\u009d0;PWN\u009c\u202egnp.exe\u202c',
  `\n${FORGED_LINE}\r\n${FORGED_LINE}\u2028${FORGED_LINE}\u0085${FORGED_LINE}\r${FORGED_LINE}`,
  ...HOSTILE_CHARACTERS,
].join('');

const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What a terminal would obey in an output: the characters by their numbers, and the imitated lines. */
export function obeyedIn(output: string): readonly string[] {
  const characters = [...output.matchAll(OBEYED)].map(([found]) => found.codePointAt(0)?.toString(16) ?? '');
  const lines = output.split('\n').filter((line) => line.trimStart().startsWith(FORGED_LINE));
  return [...new Set([...characters, ...lines])];
}
