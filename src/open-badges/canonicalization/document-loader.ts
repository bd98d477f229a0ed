import type { DocumentLoader } from 'jsonld';

/** The document uses a context that we hold no copy of. It cannot be read, and nothing is fetched. */
export class UnknownContextError extends Error {
  override readonly name = 'UnknownContextError';
  readonly url: string;
  constructor(url: string) {
    super(`no copy of the context ${url}; contexts are never fetched`);
    this.url = url;
  }
}

/** A closed loader: it answers the contexts it is given and refuses every other address. Keys and controller
 *  documents never pass through it; the verification resolves them itself, with its own rules of trust. No
 *  answer is tagged `static`, because jsonld would keep it for every loader, and one address has two texts
 *  here (contexts.ts). */
export function makeDocumentLoader(contexts: ReadonlyMap<string, object>): DocumentLoader {
  return async (url) => {
    const document = contexts.get(url);
    if (document === undefined) throw new UnknownContextError(url);
    return { contextUrl: null, documentUrl: url, document };
  };
}
