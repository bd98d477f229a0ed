import { longestBeginning } from '../domain/text/strings.ts';

/** Widths of Source Sans 3 Bold in hundredths of an em, by groups of similar letters. They are
 *  precise enough to break lines. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijlI|'’.,:;·", 30],
  ['ft()[]-/! \u00a0', 38],
  ['crsz«»–', 48],
  ['aegvxyFJLYZ0123456789“”', 54],
  ['BDGHKNOQRU&', 68],
  ['mwMW@%œŒ—…', 92],
];
const USUAL_WIDTH = 60;

/** Approximate width of a text, in units of its font size. Accents do not widen a letter. */
export function textWidth(text: string): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')];
  const hundredths = letters.map(
    (character) => WIDTHS.find(([group]) => group.includes(character))?.[1] ?? USUAL_WIDTH,
  );
  return hundredths.reduce((sum, width) => sum + width, 0) / 100;
}

export interface Wrapping {
  readonly fontSize: number;
  readonly width: number;
  readonly maxLines: number;
}

/** More characters stand on no line of ours. Combining marks have no width, and any number of them would fit. */
const LONGEST_LINE = 1000;

/** Breaks a text into lines that fit the width. Text beyond `maxLines` is cut with an ellipsis. */
export function wrapText(text: string, { fontSize, width, maxLines }: Wrapping): readonly string[] {
  const fits = (line: string) => line.length <= LONGEST_LINE && textWidth(line) * fontSize <= width;
  const lines: string[] = [];
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
    if (lines.length > maxLines) break;
  }
  const saved = lines.slice(0, maxLines);
  return saved.map((line, index) => {
    const unfinished = index === maxLines - 1 && lines.length > maxLines;
    return unfinished || !fits(line) ? cut(line, fits) : line;
  });
}

function cut(line: string, fits: (line: string) => boolean): string {
  const letters = [...line.slice(0, LONGEST_LINE)];
  const beginning = (count: number) => letters.slice(0, count).join('');
  const count = longestBeginning(letters.length, (first) => fits(`${beginning(first)}…`));
  return `${beginning(count).trimEnd()}…`;
}
