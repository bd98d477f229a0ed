import { BOUNDS } from './bounds.ts';
import type { DocumentFault } from './document-fault.ts';

/** Characters of a stranger's name that a report repeats. */
const SHOWN = 100;

/** What keeps a JSON text from being read although `JSON.parse` would take it: it is beyond a bound, or an object names a
 *  member twice (readers differ in which of the two they take; RFC 8259 §4). One pass over the text, in a time that grows
 *  with its length alone. Says nothing of a text that is no JSON: the parser does. */
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

/** The names of one open object, or nothing for an open array. */
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

/** Where the string that begins at `from` ends: its closing quote, or the end of the text. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') return at;
    if (character === '\\') at += 1;
  }
  return text.length;
}

/** Two spellings of one name (`"a"`, `"\u0061"`) are one name. */
function unquote(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
