import { VERIFICATION_LIMITS } from '../verification/limits.ts';
import type { DocumentError } from './document-error.ts';

/** Characters of an external name that a report repeats. */
const SHOWN = 100;

/** The fault of a JSON text that `JSON.parse` would accept: it exceeds a limit, or an object has a member
 *  twice. Readers differ in the one they take (RFC 8259 §4). The text is read once, in linear time. A text
 *  that is not JSON is left to the parser. */
export function findTextError(text: string): DocumentError | undefined {
  if (text.length > VERIFICATION_LIMITS.text) {
    return {
      code: 'too-large',
      reason: `${text.length} characters`,
      params: { limit: VERIFICATION_LIMITS.text },
    };
  }
  return scan(text);
}

/** The names met in an open object; undefined for an open array. */
type Open = Set<string> | undefined;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSED_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSED_BRACE = 0x7d;

function scan(text: string): DocumentError | undefined {
  const open: Open[] = [];
  let members = 0;
  let awaitsName = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfString(text, at);
      const error = awaitsName ? addName(open.at(-1), text.slice(at, end + 1)) : undefined;
      if (error) return error;
      awaitsName = false;
      at = end;
    } else if (character === CLOSED_BRACE || character === CLOSED_BRACKET) {
      open.pop();
      awaitsName = false;
    } else if (character === OPEN_BRACE || character === OPEN_BRACKET || character === COMMA) {
      if (character !== COMMA) open.push(character === OPEN_BRACE ? new Set() : undefined);
      awaitsName = open.at(-1) !== undefined;
      members += 1;
      if (open.length > VERIFICATION_LIMITS.depth) return tooDeep();
      if (members > VERIFICATION_LIMITS.members) return tooManyMembers();
    }
  }
  return undefined;
}

function addName(names: Open, quoted: string): DocumentError | undefined {
  if (names === undefined) return undefined;
  const name = unquote(quoted);
  if (names.has(name)) {
    const member = name.slice(0, SHOWN);
    return { code: 'duplicate-member', reason: `${member} stands twice`, params: { member } };
  }
  names.add(name);
  return undefined;
}

function tooDeep(): DocumentError {
  return {
    code: 'too-deep',
    reason: `deeper than ${VERIFICATION_LIMITS.depth}`,
    params: { limit: VERIFICATION_LIMITS.depth },
  };
}

function tooManyMembers(): DocumentError {
  return {
    code: 'too-many-members',
    reason: `over ${VERIFICATION_LIMITS.members}`,
    params: { limit: VERIFICATION_LIMITS.members },
  };
}

/** The index of the closing quote of the string that begins at `from`, or the end of the text. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at)) return at;
  }
  return text.length;
}

/** Whether an odd number of backslashes precedes the character. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

/** The name without quotes and escapes, so that two spellings (`"a"`, `"\u0061"`) are equal. */
function unquote(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
