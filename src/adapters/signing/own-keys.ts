import type { Clock, KeyDirectory, PublicKeyRecord, Signer } from '../../application/ports.ts';
import { type KeyRing, type KeySet, openKeyRing } from './key-ring.ts';
import { makeSigner } from './signer.ts';

/** The issuer's keys: public halves at once, private ones when something is first signed. */
export interface OwnKeys {
  readonly directory: KeyDirectory;
  readonly signer: Signer;
  /** Opens the private keys; the same ring each time. */
  open(): Promise<KeyRing>;
}

interface Options {
  readonly publicKeys: readonly PublicKeyRecord[];
  readonly load: () => Promise<KeySet>;
  /** Public origin: our DID follows from it. */
  readonly origin: string;
  readonly clock: Clock;
}

/** Keys that are opened at the first signature, so that what signs nothing needs no private key. What is kept is the
 *  ring and never the promise of one: on Workers, a request must not wait for what another one began. */
export function makeOwnKeys({ publicKeys, load, origin, clock }: Options): OwnKeys {
  let ring: KeyRing | undefined;
  const open = async (): Promise<KeyRing> => {
    const opened = ring ?? (await openKeyRing(load));
    ring ??= opened;
    return ring;
  };
  let signer: Signer | undefined;
  const ready = async (): Promise<Signer> => {
    const { current } = await open();
    signer ??= makeSigner({ origin, keys: current, clock });
    return signer;
  };
  return {
    directory: { list: () => ring?.directory.list() ?? publicKeys },
    signer: {
      signDataIntegrity: async (unsigned) => (await ready()).signDataIntegrity(unsigned),
      signJwt: async (unsigned) => (await ready()).signJwt(unsigned),
    },
    open,
  };
}
