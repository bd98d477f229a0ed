import type { PublicKeyRecord } from '../../domain/public-key.ts';

/** Reads the issuer's public keys. */
export interface PublicKeyReader {
  /** Every key that has ever signed, oldest first. */
  readPublicKeys(): Promise<readonly PublicKeyRecord[]>;
}
