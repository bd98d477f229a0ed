import { DID_V1, MULTIKEY_V1 } from '../../src/open-badges/contexts/vendored.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { DID, OUR_KEY } from '../../test/support/fixtures/credentials.ts';
import { openPlainSuite, type PlainSuite } from './plain-suite.ts';

const METHOD = `${DID}#ed-active`;

const CONTROLLER: JsonObject = {
  '@context': [DID_V1, MULTIKEY_V1],
  id: DID,
  verificationMethod: [
    { id: METHOD, type: 'Multikey', controller: DID, publicKeyMultibase: OUR_KEY.publicKeyMultibase },
  ],
  assertionMethod: [METHOD],
};

/** The plain library with the key of `makeTestSigner`. It verifies signatures of `controller`. */
export function openPlainTestSuite({
  contexts,
  controller = CONTROLLER,
}: {
  readonly contexts?: ReadonlyMap<string, object>;
  readonly controller?: JsonObject;
} = {}): Promise<PlainSuite> {
  const { publicKeyMultibase, privateJwk } = OUR_KEY;
  const seed = Buffer.from(privateJwk.d ?? '', 'base64url');
  return openPlainSuite({ id: METHOD, controller: DID, publicKeyMultibase, seed }, controller, contexts);
}
