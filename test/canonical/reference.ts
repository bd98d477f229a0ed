import jsonld from 'jsonld';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { closeObjectPrototype } from '../../src/open-badges/canonicalization/frozen-json.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';

// As in the service: a document with a node named `__proto__` would make the library write into the prototype
// of all objects, and refuse every later document.
closeObjectPrototype();

/** The canonical form by the stock library, with these contexts; undefined if it refuses the document.
 *  `test/signing/golden-vectors.test.ts` compares this form with the standard's vectors. */
export async function stockForm(
  document: JsonObject,
  contexts: ReadonlyMap<string, object>,
): Promise<string | undefined> {
  try {
    const nquads = await jsonld.canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
      documentLoader: makeDocumentLoader(contexts),
    });
    return nquads === '' ? undefined : nquads;
  } catch {
    return undefined;
  }
}
