/** Remembers the results of a pure function for its most frequent texts, such as the few Accept headers that
 *  browsers send. Longer texts are not remembered. The last text mostly comes again: comparing it is cheaper than
 *  finding it. */
export function memoize<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  let last: { readonly text: string; readonly result: Result } | undefined;
  const find = (text: string): Result => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, made);
    return made;
  };
  return (text) => {
    if (last !== undefined && last.text === text) return last.result;
    if (text.length > LONGEST) return make(text);
    last = { text, result: find(text) };
    return last.result;
  };
}

const LONGEST = 300;
const MAX_KNOWN = 500;
