import type { SigningKey } from '#open-badges/proofs';
import { formatNote, noteKeyId, timedMessage, timedValue } from '#open-badges/transparency-log';
import type { Instant } from '../../domain/time/calendar.ts';

interface NoteRequest {
  /** The signer's name in the line of the signature. */
  readonly name: string;
  readonly text: string;
  readonly key: SigningKey;
  /** The 32 bytes of the Ed25519 public key. */
  readonly publicKey: Uint8Array;
  readonly at: Instant;
}

/** A note with two signatures by one key: one of the text alone (C2SP signed-note), and one of the text with
 *  an instant (C2SP tlog-cosignature), because a checkpoint itself has no date. */
export async function signNote({ name, text, key, publicKey, at }: NoteRequest): Promise<string> {
  const seconds = Math.floor(Date.parse(at) / 1000);
  const alone = await key.sign(new TextEncoder().encode(text));
  const timed = await key.sign(new TextEncoder().encode(timedMessage(seconds, text)));
  return formatNote({
    text,
    signatures: [
      { name, keyId: noteKeyId(name, 'note', publicKey), value: alone },
      { name, keyId: noteKeyId(name, 'timed', publicKey), value: timedValue(seconds, timed) },
    ],
  });
}
