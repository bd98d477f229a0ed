import type { JwsKey, SigningKey } from '#open-badges/proofs';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';

/** Every public key, and the two private keys that sign now. */
export interface KeySet {
  readonly records: readonly PublicKeyRecord[];
  readonly ed25519: SigningKey;
  readonly rs256: JwsKey;
}

/** The keys in use. They change only when `reload` is called, after a key command ran. */
export interface KeyRing {
  current(): KeySet;
  /** Reads the keys again. Where that fails, the keys in use stay and the error is thrown. */
  reload(): Promise<void>;
}

/** Opens a key ring on a function that loads a key set, from a folder or from secrets. */
export async function openKeyRing(load: () => Promise<KeySet>): Promise<KeyRing> {
  let keys = await load();
  return {
    current: () => keys,
    reload: async () => {
      keys = await load();
    },
  };
}
