import type { DeclinedForm } from '../../../src/open-badges/canonicalization/compiled-canonicaliser.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { ALL } from './invented-contexts.ts';

/** The expected result for a document: either the same bytes as the library, or that it is left to the
 *  library. */
export interface Step {
  readonly document: JsonObject;
  readonly wanted: 'same' | DeclinedForm;
}

/** Documents that one canonicaliser reads in this order. */
export interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
}

export function same(name: string, ...documents: readonly JsonObject[]): Case {
  return { name, steps: documents.map((document) => ({ document, wanted: 'same' })) };
}

export function declined(name: string, reason: DeclinedForm, ...documents: readonly JsonObject[]): Case {
  return { name, steps: documents.map((document) => ({ document, wanted: reason })) };
}

/** A document of the invented context. */
export function doc(members: JsonObject): JsonObject {
  return { '@context': ALL, id: 'https://example.test/doc', ...members };
}

/** The same document without an id. */
export function blank(members: JsonObject): JsonObject {
  return { '@context': ALL, ...members };
}
