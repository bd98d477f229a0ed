import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { type CorpusCase, type Expected, invalid } from '../corpus/case.ts';
import type { FixturePages } from '../fixtures/credentials.ts';

/** One trick of a forger, as a file of `test/vectors/forgeries`. */
export interface ForgeryCase extends CorpusCase {
  /** The web's answers, in place of the corpus's world. */
  readonly world?: FixturePages;
  /** The judgments of two other verifiers: present where both accept the document as input, absent for texts
   *  and JWTs. */
  readonly foreign?: {
    readonly dcc: boolean;
    readonly didkit: boolean;
    /** Why one of them accepts it all the same. */
    readonly difference?: string;
  };
}

const HIDDEN: Expected = { verdict: 'not-verifiable', step: 'document', code: 'not-plain-form' };

/** The same of a document that says itself what its words mean. */
export function ofOwnVocabulary(name: string, why: string, document: JsonObject): ForgeryCase {
  return invalid(name, why, document, { ...HIDDEN, code: 'own-vocabulary' });
}

/** A document that keeps its graph and its signature, and hides something from a reader of JSON. */
export function hidden(name: string, why: string, document: JsonObject): ForgeryCase {
  return invalid(name, why, document, HIDDEN);
}

export function ofText(name: string, why: string, text: string, expected: Expected): ForgeryCase {
  return { ...invalid(name, why, null, expected), input: { kind: 'text', text } };
}

/** Adds contexts to those of a document. */
export function withContext(document: JsonObject, context: unknown): JsonObject {
  return { ...document, '@context': [...(document['@context'] as unknown[]), context] };
}

/** The document without a member, and that member. */
export function without(document: JsonObject, name: string): readonly [JsonObject, unknown] {
  const { [name]: value, ...rest } = document;
  return [rest, value];
}
