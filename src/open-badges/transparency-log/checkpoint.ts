import { base64 } from '@scure/base';
import type { PublicKey } from '../keys/public.ts';
import { HASH_BYTES, type Hash } from './hash-tree.ts';

/** The state of a log: its number of entries and its root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The name of the log: its address without scheme. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The three lines of a checkpoint that are signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64.encode(root)}\n`;
}

/** Reads the three lines; undefined for any other text. The standard allows further lines; they are refused,
 *  because our log has none. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, digits, encoded] =
    /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  const size = Number(digits);
  if (origin === undefined || encoded === undefined || !Number.isSafeInteger(size)) return undefined;
  const root = base64.decode(encoded);
  return root.length === HASH_BYTES ? { origin, size, root } : undefined;
}

/** A checkpoint whose signature was verified. */
export interface CheckedNote {
  readonly checkpoint: Checkpoint;
  /** The instant of the signature, in seconds since 1970; undefined if no signature of this signer states
   *  one. */
  readonly signedAtSeconds: number | undefined;
  /** The public key that signed it, in base64. */
  readonly signer: string;
}

/** Checks a published checkpoint with the keys that speak for its log, of which Ed25519 ones sign notes. Undefined
 *  if none of them signed it. */
export type CheckNote = (
  note: string,
  keys: readonly { readonly publicKey?: PublicKey | undefined }[],
) => Promise<CheckedNote | undefined>;
