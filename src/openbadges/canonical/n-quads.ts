/** Characters that a literal writes otherwise (N-Quads, canonical form: ECHAR and UCHAR). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar names them.
const IN_LITERAL = /[\u0000-\u001F\u007F"\\]/g;
/** Characters that an IRI writes as UCHAR. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar names them.
const IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/g;
/** The same two, for a question only: a pattern with `g` remembers where it stopped. */
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

/** An IRI as the library accepts it: a scheme, then no white space. Its class of characters ends in a range
 *  from `+` to `.`, which is repeated here. */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+-.]*:[^\s]*$/;

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
