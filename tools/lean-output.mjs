// What the process keeps of its own program: V8 holds the text of a script for as long as it runs, and Node the source
// map. A text of ASCII only takes one byte a character, any other takes two. A map of lines says as much to a reader
// of an error as one of columns, in a tenth of its size.
import { readFileSync, writeFileSync } from 'node:fs';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGIT_BITS = 5;
const DIGIT_MASK = 31;
const MORE_FOLLOWS = 32;

/** Rewrites the scripts of a build and their maps, in place. */
export function makeLean({ metafile }, root) {
  for (const output of Object.keys(metafile.outputs)) {
    const path = `${root}${output}`;
    if (output.endsWith('.js')) writeFileSync(path, toAscii(readFileSync(path, 'utf8')));
    if (output.endsWith('.js.map')) {
      const map = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify(toLineMap(map)));
    }
  }
}

/** esbuild escapes texts, but not comments and regular expressions: there, the same escape means the same. */
export function toAscii(script) {
  // Behind a backslash, the escape would mean something else.
  const [escaped] = /\\[^\0-\x7f]/.exec(script) ?? [];
  if (escaped) throw new Error(`${escaped} in a script: leave the backslash out`);
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The map with the first place of each line only, and without the sources and their names. */
export function toLineMap({ version, sources, mappings }) {
  const place = { source: 0, line: 0, column: 0 };
  const written = { source: 0, line: 0, column: 0 };
  const lines = mappings.split(';').map((line) => {
    let first = '';
    for (const piece of line.split(',')) {
      const [, source, lineStep, column] = readNumbers(piece);
      if (source === undefined) continue;
      place.source += source;
      place.line += lineStep;
      place.column += column;
      if (first !== '') continue;
      first = ['A', ...Object.keys(place).map((part) => writeNumber(place[part] - written[part]))].join('');
      Object.assign(written, place);
    }
    return first;
  });
  return { version, sources, names: [], mappings: lines.join(';') };
}

function readNumbers(piece) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const digit of piece) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & DIGIT_MASK) * 2 ** shift;
    shift += DIGIT_BITS;
    if (bits & MORE_FOLLOWS) continue;
    numbers.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
    value = 0;
    shift = 0;
  }
  return numbers;
}

function writeNumber(number) {
  let value = Math.abs(number) * 2 + (number < 0 ? 1 : 0);
  let text = '';
  do {
    const bits = value & DIGIT_MASK;
    value >>>= DIGIT_BITS;
    text += DIGITS[value > 0 ? bits | MORE_FOLLOWS : bits];
  } while (value > 0);
  return text;
}
