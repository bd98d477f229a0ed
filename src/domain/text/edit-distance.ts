/** Words shorter than this would resemble too many others. */
export const MIN_CLOSE_CHARS = 4;

/** Whether two words or titles differ in one letter only, or in two letters where they are long. */
export function areAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const most = shorter > 6 ? 2 : shorter >= MIN_CLOSE_CHARS ? 1 : 0;
  return Math.abs(one.length - other.length) <= most && lettersApart(one, other) <= most;
}

/** The number of letters to add, remove or replace to turn one word into the other (Levenshtein). */
export function lettersApart(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const replaced = (above[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}
