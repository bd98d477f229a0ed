import type { PublicKeyRecord } from '../../domain/public-key.ts';

/** One private key as the signer sees it: bytes in, signature out. A key service can stand behind it as well. */
export interface SigningKey {
  readonly kid: string;
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** One private key that makes whole JWS: a payload and its header in, the compact form out. */
export interface JwsKey {
  readonly kid: string;
  readonly signJws: (payload: Uint8Array, header: Readonly<Record<string, string>>) => Promise<string>;
}

/** Every public key, and the two private ones that sign now. */
export interface KeySet {
  readonly records: readonly PublicKeyRecord[];
  readonly ed25519: SigningKey;
  readonly rs256: JwsKey;
}

/** The keys in use. They change only when `reload` is called, after a key verb ran. */
export interface KeyRing {
  current(): KeySet;
  /** Reads the keys again; where that fails, the ones in use stay and the error is thrown. */
  reload(): Promise<void>;
}

/** Opens a ring over anything that can load a key set (a folder, a secret). */
export async function openKeyRing(load: () => Promise<KeySet>): Promise<KeyRing> {
  let keys = await load();
  return {
    current: () => keys,
    reload: async () => {
      keys = await load();
    },
  };
}
