import type { ActiveContext, LiteralTerm, Term } from './active-context.ts';
import { iriToken, isAbsoluteIri, literalToken } from './n-quads.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const BOOLEAN = `^^<${XSD}boolean>`;
const INTEGER = `^^<${XSD}integer>`;

/** The object of the quad for a value: value expansion (JSON-LD 1.1 API §5.3.2), then object to RDF
 *  conversion (§8.2.2). Undefined where the value is left to the library. */
export function objectToken(value: unknown, term: Term, context: ActiveContext): string | undefined {
  // §5.3.2, steps 1 and 2: the text is an IRI or a word.
  if (term.kind === 'iri') return namedToken(value, context);
  if (term.kind === 'word') return term.words.get(value);
  if (term.kind !== 'literal') return undefined;
  if (typeof value === 'string') {
    // The library stores values in objects, where this name would reach the prototype.
    return value === '__proto__' ? undefined : `${literalToken(value)}${term.datatype ?? ''}`;
  }
  return nativeToken(value, term);
}

/** §8.2.2, steps 8 to 12. Numbers with a fraction, and integers beyond the safe range of JavaScript, are left
 *  to the library. */
function nativeToken(value: unknown, { datatype }: LiteralTerm): string | undefined {
  if (typeof value === 'boolean') return `"${value}"${datatype ?? BOOLEAN}`;
  return Number.isSafeInteger(value) ? `"${value}"${datatype ?? INTEGER}` : undefined;
}

/** IRI expansion (JSON-LD 1.1 API §5.2.2) without a base. Only absolute IRIs are read; compact IRIs are left
 *  to the library. */
export function namedToken(value: unknown, { prefixes }: ActiveContext): string | undefined {
  if (typeof value !== 'string' || !isAbsoluteIri(value)) return undefined;
  // 6: a known prefix makes it a compact IRI, unless `//` follows.
  const colon = value.indexOf(':');
  if (prefixes.has(value.slice(0, colon)) && !value.startsWith('//', colon + 1)) return undefined;
  return iriToken(value);
}
