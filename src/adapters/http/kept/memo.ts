/** Remembers the results of a pure function for its most frequent texts, such as the few Accept headers that
 *  browsers send. Longer texts are not remembered. */
export function memo<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, made);
    return made;
  };
}

const LONGEST = 300;
const MAX_KNOWN = 500;
