import { BOUNDS } from './bounds.ts';
import type { DocumentFault } from './document-fault.ts';

/** Characters of an external name that a report repeats. */
const SHOWN = 100;

/** The fault of a JSON text that `JSON.parse` would accept: it exceeds a limit, or an object contains a
 *  member twice. Readers differ in which of the two they take (RFC 8259 §4). The text is read once, in a time
 *  proportional to its length. A text that is not JSON is left to the parser. */
export function findTextFault(text: string): DocumentFault | undefined {
  if (text.length > BOUNDS.text) {
    return { code: 'too-large', reason: `${text.length} characters`, params: { limit: BOUNDS.text } };
  }
  const scan = makeScan();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const end = character === '"' ? endOfString(text, at) : at;
    const fault = character === '"' ? scan.string(text.slice(at, end + 1)) : scan.punctuation(character);
    if (fault) return fault;
    at = end;
  }
  return undefined;
}

/** The names of an open object, or undefined for an open array. */
type Open = Set<string> | undefined;

function makeScan() {
  const open: Open[] = [];
  let members = 0;
  let awaitsName = false;

  const count = (): DocumentFault | undefined => {
    members += 1;
    if (members <= BOUNDS.members) return undefined;
    return { code: 'too-many-members', reason: `over ${BOUNDS.members}`, params: { limit: BOUNDS.members } };
  };
  const begin = (opened: Open): DocumentFault | undefined => {
    open.push(opened);
    awaitsName = opened !== undefined;
    if (open.length <= BOUNDS.depth) return count();
    return { code: 'too-deep', reason: `deeper than ${BOUNDS.depth}`, params: { limit: BOUNDS.depth } };
  };
  return {
    punctuation: (character: string): DocumentFault | undefined => {
      switch (character) {
        case '{':
          return begin(new Set());
        case '[':
          return begin(undefined);
        case '}':
        case ']':
          open.pop();
          awaitsName = false;
          return undefined;
        case ',':
          awaitsName = open.at(-1) !== undefined;
          return count();
        default:
          return undefined;
      }
    },
    string: (quoted: string): DocumentFault | undefined => {
      const names = awaitsName ? open.at(-1) : undefined;
      awaitsName = false;
      if (names === undefined) return undefined;
      const name = unquote(quoted);
      if (names.has(name)) {
        const member = name.slice(0, SHOWN);
        return { code: 'duplicate-member', reason: `${member} stands twice`, params: { member } };
      }
      names.add(name);
      return undefined;
    },
  };
}

/** The index of the closing quote of the string that begins at `from`, or the end of the text. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') return at;
    if (character === '\\') at += 1;
  }
  return text.length;
}

/** Resolves escapes, so that two spellings of a name (`"a"`, `"\u0061"`) are equal. */
function unquote(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
