import type { PublicKeyRecord } from '../../domain/public-key.ts';

export interface PublicKeyReader {
  /** Every key that has ever signed, oldest first. */
  readPublicKeys(): Promise<readonly PublicKeyRecord[]>;
}
