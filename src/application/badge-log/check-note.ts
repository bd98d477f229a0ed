import type { Checkpoint } from '../../openbadges/log/checkpoint.ts';
import type { AuthorisedKey } from '../verification/keys/authorised-key.ts';

/** A checkpoint whose signature was verified. */
export interface CheckedNote {
  readonly checkpoint: Checkpoint;
  /** The instant of the signature, in seconds since 1970; undefined where no signature of this signer states
   *  one. */
  readonly signedAtSeconds: number | undefined;
  /** The public key that signed it, in base64. */
  readonly signer: string;
}

/** Checks a published checkpoint with the keys that speak for its log, of which Ed25519 ones sign notes. Undefined
 *  where none of them signed it. */
export type CheckNote = (note: string, keys: readonly AuthorisedKey[]) => Promise<CheckedNote | undefined>;
