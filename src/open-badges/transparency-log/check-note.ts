import { base64 } from '@scure/base';
import { type CheckingPrimitives, portableChecking } from '../proofs/checking-primitives.ts';
import { type CheckNote, parseCheckpoint } from './checkpoint.ts';
import { isSameHash } from './hash-tree.ts';
import {
  type NoteSignature,
  type NoteSignatureKind,
  noteKeyId,
  parseNote,
  parseTimedValue,
  timedMessage,
} from './signed-note.ts';

/** Checks checkpoints (C2SP signed-note). A signature of an unknown key says nothing; a wrong signature of a
 *  known key makes the note worthless. */
export function makeNoteChecker(primitives: CheckingPrimitives = portableChecking): CheckNote {
  const isSigned = async (publicKey: Uint8Array, message: string, signature: Uint8Array) => {
    const verify = await primitives.importVerifier(new Uint8Array(publicKey));
    return verify(new TextEncoder().encode(message), new Uint8Array(signature));
  };
  return async (note, keys) => {
    const publicKeys = keys.flatMap(
      ({ publicKey }) => (publicKey?.curve === 'Ed25519' && publicKey.bytes) || [],
    );
    const parsed = parseNote(note);
    const checkpoint = parsed && parseCheckpoint(parsed.text);
    if (!parsed || !checkpoint) return undefined;
    const { text, signatures } = parsed;
    let signer: string | undefined;
    const instants = new Map<string, number | undefined>();
    for (const { publicKey, one, kind } of known(signatures, publicKeys, checkpoint.origin)) {
      const timed = kind === 'timed' ? parseTimedValue(one.value) : undefined;
      const message = timed ? timedMessage(timed.seconds, text) : text;
      if (!(await isSigned(publicKey, message, timed?.signature ?? one.value))) return undefined;
      const key = base64.encode(publicKey);
      if (kind === 'note') signer = key;
      else instants.set(key, timed?.seconds);
    }
    // Only the key that signed the state says when: another one could date an old state again.
    return signer === undefined ? undefined : { checkpoint, signedAtSeconds: instants.get(signer), signer };
  };
}

/** The signatures of the log that claim to be made with one of these keys. */
function known(signatures: readonly NoteSignature[], publicKeys: readonly Uint8Array[], origin: string) {
  const kinds: readonly NoteSignatureKind[] = ['note', 'timed'];
  return signatures
    .filter(({ name }) => name === origin)
    .flatMap((one) =>
      publicKeys.flatMap((publicKey) =>
        kinds
          .filter((kind) => isSameHash(one.keyId, noteKeyId(one.name, kind, publicKey)))
          .map((kind) => ({ publicKey, one, kind })),
      ),
    );
}
