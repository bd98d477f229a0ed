import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { withSampleService } from '../fixtures/with-sample-service.ts';
import { compare, toRatio } from '../measuring/compare.ts';
import { inProcess } from '../measuring/in-process.ts';
import type { Finding, RowOptions } from '../measuring/row.ts';

/** Number of documents whose signatures by both sides are compared before the measurement. */
const COMPARED = 5;

/** Measures signing by the service and by the plain library. `makerOf` makes the documents from a badge of
 *  the service. */
export function measureSigning(
  options: RowOptions,
  makerOf: (unsigned: JsonObject) => () => JsonObject,
  { what, atLeast }: { readonly what: string; readonly atLeast: number },
): Promise<readonly Finding[]> {
  return withSampleService(async ({ service, plain, unsigned }) => {
    const { signer } = service.ports;
    const fresh = makerOf(unsigned);
    const created = String(unsigned['validFrom']);
    for (let at = 0; at < COMPARED; at += 1) {
      const badge = fresh();
      const { document } = await signer.signDocument(badge);
      assertSameProof(document, await plain.sign(structuredClone(badge), created));
    }
    const comparison = await compare(
      {
        ours: inProcess({ fresh, once: (badge) => signer.signDocument(badge) }),
        // The library writes into its argument, but the objects of a batch are frozen. It gets a copy, which
        // is not measured.
        rival: inProcess({
          fresh: () => structuredClone(fresh()),
          once: (badge) => plain.sign(badge, created),
        }),
      },
      options,
    );
    return [toRatio(what, comparison, { atLeast })];
  });
}

function assertSameProof(ours: JsonObject, theirs: JsonObject): void {
  const proofValueOf = ({ proof }: JsonObject) => (Array.isArray(proof) ? proof[0] : proof)?.proofValue;
  if (proofValueOf(ours) === undefined || proofValueOf(ours) !== proofValueOf(theirs)) {
    throw new Error(`the proof values differ: ${proofValueOf(ours)} and ${proofValueOf(theirs)}`);
  }
}
