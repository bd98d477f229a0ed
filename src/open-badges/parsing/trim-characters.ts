/** The text without these signs at its beginning. `sign` describes one character. */
export function trimStartSigns(text: string, sign: RegExp): string {
  let from = 0;
  while (from < text.length && sign.test(text.charAt(from))) from += 1;
  return text.slice(from);
}

/** The text without these signs at its end. `sign` describes one character. Each character is read once. An
 *  expression such as `/x+$/` reads the rest of a run from each of its places, and so takes the square of a long
 *  run. */
export function trimEndSigns(text: string, sign: RegExp): string {
  let to = text.length;
  while (to > 0 && sign.test(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}
