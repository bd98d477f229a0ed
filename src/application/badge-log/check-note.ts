import type { Checkpoint } from '../../openbadges/log/checkpoint.ts';

/** A checkpoint whose signature is right. */
export interface CheckedNote {
  readonly checkpoint: Checkpoint;
  /** When it was signed, in seconds since 1970; undefined where no signature says so. */
  readonly signedAtSeconds: number | undefined;
  /** The public key that signed it, in base64. */
  readonly signer: string;
}

/** Checks a published checkpoint by the public keys of its log, 32 bytes each. Undefined where none of them signed
 *  it. */
export type CheckNote = (note: string, publicKeys: readonly Uint8Array[]) => Promise<CheckedNote | undefined>;
