import { makeSigner } from '../../src/adapters/signing/signer.ts';
import type { Signer } from '../../src/application/ports.ts';
import {
  type CanonicalizerChoice,
  portableCanonicalizer,
} from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import { type Primitives, portablePrimitives } from '../../src/open-badges/proofs/primitives.ts';
import { RSA_KEYS } from './credential-signing.ts';
import { NOW, ORIGIN, OUR_KEY, OUR_RECORDS } from './fixtures/credentials.ts';

/** The tools with which a runtime signs. */
interface Tools {
  readonly road: CanonicalizerChoice;
  readonly primitives: Primitives;
}

const PORTABLE: Tools = { road: portableCanonicalizer, primitives: portablePrimitives };

/** The real signer with the keys of the tests, whose public halves `makeFixturePages` publishes, for
 *  `https://jalon.test` unless another origin is given. */
export async function makeTestSigner(origin = ORIGIN, tools: Tools = PORTABLE): Promise<Signer> {
  const { importEd25519, importRs256 } = tools.primitives;
  const keys = {
    records: OUR_RECORDS,
    ed25519: await importEd25519('ed-active', OUR_KEY.privateJwk),
    rs256: await importRs256('rs-active', RSA_KEYS.active),
  };
  return makeSigner({ origin, keys: () => keys, clock: { now: () => NOW }, ...tools });
}
