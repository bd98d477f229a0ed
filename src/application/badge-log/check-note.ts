import type { Checkpoint } from '../../openbadges/log/checkpoint.ts';

/** A checkpoint whose signature was verified. */
export interface CheckedNote {
  readonly checkpoint: Checkpoint;
  /** The instant of the signature, in seconds since 1970; undefined where no signature of this signer states
   *  one. */
  readonly signedAtSeconds: number | undefined;
  /** The public key that signed it, in base64. */
  readonly signer: string;
}

/** Checks a published checkpoint with the public keys of its log, 32 bytes each. Undefined where none of them
 *  signed it. */
export type CheckNote = (note: string, publicKeys: readonly Uint8Array[]) => Promise<CheckedNote | undefined>;
