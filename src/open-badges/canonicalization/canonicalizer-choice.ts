import { AMENDED_CONTEXTS, contextsFor, STATIC_CONTEXTS } from '../contexts/vendored.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import { type Primitives, portablePrimitives } from '../proofs/primitives.ts';
import { type CanonicalForm, canonicalise, canonicaliseThirdParty, type HashName } from './canonical-form.ts';
import { type CompiledCanonicaliser, makeCompiledCanonicaliser } from './compiled-canonicaliser.ts';
import { makeContextSource } from './context-source.ts';
import { isShortDocument } from './small-document.ts';

export type Canonicalise = (document: JsonObject, hash?: HashName) => Promise<CanonicalForm>;

/** The canonical forms of documents. Compiled contexts make them where they can read the document, and the
 *  library makes the others. Both give the same bytes (docs/adr/0017). */
export interface CanonicalizerChoice {
  /** With the contexts that we sign with, and never by the library. */
  readonly compiled: CompiledCanonicaliser;
  /** With the contexts that we sign with, by the library where compiled contexts decline the document. */
  readonly own: Canonicalise;
  /** With the contexts that suit the document (contexts.ts). SHA-384, which few issuers use, is always left
   *  to the library. */
  readonly thirdParty: Canonicalise;
}

interface Options {
  readonly primitives?: Pick<Primitives, 'sha256Hex'>;
  /** Reads the documents of other issuers that compiled contexts decline. */
  readonly foreignByLibrary?: Canonicalise | undefined;
  /** Reads the documents of other issuers that would hold the loop for long. */
  readonly foreignBeside?: Canonicalise | undefined;
}

export function chooseCanonicalizer(options: Options = {}): CanonicalizerChoice {
  const {
    primitives = portablePrimitives,
    foreignByLibrary = canonicaliseThirdParty,
    foreignBeside,
  } = options;
  const published = makeCompiledCanonicaliser(makeContextSource(STATIC_CONTEXTS), primitives.sha256Hex);
  const amended = makeCompiledCanonicaliser(makeContextSource(AMENDED_CONTEXTS), primitives.sha256Hex);
  return {
    compiled: published,
    own: async (document) => {
      const form = await published(document);
      return form.kind === 'canonical' ? form : canonicalise(document);
    },
    thirdParty: async (document, hash = 'SHA-256') => {
      if (foreignBeside && !isShortDocument(document)) return foreignBeside(document, hash);
      if (hash !== 'SHA-256') return foreignByLibrary(document, hash);
      // The published contexts decline a document with a term that only the amended contexts define.
      let form = await published(document);
      if (form.kind === 'declined' && contextsFor(document) === AMENDED_CONTEXTS)
        form = await amended(document);
      return form.kind === 'canonical' ? form : foreignByLibrary(document);
    },
  };
}

/** The channel of every caller that gives none of its own: they share what it has compiled. */
export const portableCanonicalizer = chooseCanonicalizer();
