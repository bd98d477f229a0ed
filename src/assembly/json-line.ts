/** Characters that move a terminal's cursor, or change the order of reading, and that JSON itself allows in a
 *  string (RFC 8259, 7). In JSON text they can only stand in strings. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON that a terminal and a log collector can show: such characters are written as escapes, so
 *  that a program reads the same value. Without an indentation it is one line. */
export function toJsonLine(value: unknown, indentation?: number): string {
  return JSON.stringify(value, undefined, indentation).replace(UNSAFE, toEscape);
}

function toEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
