import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { signed } from './corpus/badge.ts';
import { embedProof } from './credential-signing.ts';
import { THIRD_PARTY_DID, THIRD_PARTY_KEY } from './fixtures/credentials.ts';

/** Our proof, and a witness's proof that follows it. */
export async function chained(document: JsonObject, changes: JsonObject = {}): Promise<JsonObject> {
  const first = await signed(document, { id: 'urn:uuid:00000000-0000-4000-8000-0000000000a1' });
  return embedProof(first, THIRD_PARTY_KEY, {
    id: 'urn:uuid:00000000-0000-4000-8000-0000000000a2',
    previousProof: 'urn:uuid:00000000-0000-4000-8000-0000000000a1',
    verificationMethod: `${THIRD_PARTY_DID}#k1`,
    ...changes,
  });
}
