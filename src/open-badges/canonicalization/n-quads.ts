/** Characters that a literal must escape (canonical N-Quads: ECHAR and UCHAR). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar names them.
const IN_LITERAL = /[\u0000-\u001F\u007F"\\]/g;
/** Characters that an IRI must escape as UCHAR. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar names them.
const IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/g;
/** The same patterns for testing only: a pattern with `g` would remember where its last match ended. */
const ANY_IN_LITERAL = new RegExp(IN_LITERAL.source);
const ANY_IN_IRI = new RegExp(IN_IRI.source);

const ECHAR: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** An IRI as the library accepts it: a scheme, then no white space. In the library's class of characters,
 *  `+-.` is a range; the pattern repeats this. */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+-.]*:[^\s]*$/;

/** Whether the library takes the text for an absolute IRI. */
export function isAbsoluteIri(text: string): boolean {
  return ABSOLUTE.test(text);
}

/** `<IRI>`. */
export function iriToken(iri: string): string {
  return ANY_IN_IRI.test(iri) ? `<${iri.replace(IN_IRI, toUchar)}>` : `<${iri}>`;
}

/** `"text"`, without datatype. */
export function literalToken(text: string): string {
  if (!ANY_IN_LITERAL.test(text)) return `"${text}"`;
  return `"${text.replace(IN_LITERAL, (character) => ECHAR.get(character) ?? toUchar(character))}"`;
}

function toUchar(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
