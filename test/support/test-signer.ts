import type { KeySet } from '../../src/adapters/signing/key-ring.ts';
import { makeSigner } from '../../src/adapters/signing/signer.ts';
import { importEd25519Key, importRs256Key } from '../../src/adapters/signing/signing-key.ts';
import type { Signer } from '../../src/application/ports.ts';
import { RSA_KEYS } from './credential-signing.ts';
import { NOW, ORIGIN, OUR_KEY, OUR_RECORDS } from './credential-world.ts';

/** The key set of the tests; its public halves are those that `makeWorld` publishes. */
async function makeTestKeys(): Promise<KeySet> {
  return {
    records: OUR_RECORDS,
    ed25519: await importEd25519Key('ed-active', OUR_KEY.privateJwk),
    rs256: await importRs256Key('rs-active', RSA_KEYS.active),
  };
}

/** The real signer with the keys of the tests, for `https://jalon.test` unless another origin is given. */
export async function makeTestSigner(origin = ORIGIN): Promise<Signer> {
  const keys = await makeTestKeys();
  return makeSigner({ origin, keys: () => keys, clock: { now: () => NOW } });
}
