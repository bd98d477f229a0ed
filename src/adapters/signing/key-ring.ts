import type { PublicKeyRecord } from '../../domain/public-key.ts';

/** One private key for the signer: bytes in, signature out. A key service can implement it as well. */
export interface SigningKey {
  readonly kid: string;
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** One private key that makes whole JWS: it takes a payload and its header, and gives the compact form. */
export interface JwsKey {
  readonly kid: string;
  readonly signJws: (payload: Uint8Array, header: Readonly<Record<string, string>>) => Promise<string>;
}

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
