import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { webSha256 } from '../keys/sha256.ts';

/** Whether a signature of these data was made with the key. */
export type VerifySignature = (
  data: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** The cryptography that a verification needs. */
export interface CheckingPrimitives {
  /** SHA-256 of a short text in UTF-8, in hexadecimal. It answers at once: a canonical form needs one for
   *  each blank node. */
  sha256Hex(text: string): string;
  /** SHA-256 of a long text in UTF-8, given in parts that follow one another. */
  sha256(parts: readonly string[]): Promise<Uint8Array>;
  /** `publicKey` is the 32 bytes of an Ed25519 key. */
  importVerifier(publicKey: Uint8Array<ArrayBuffer>): Promise<VerifySignature>;
}

/** WebCrypto, and SHA-256 in JavaScript. */
export const portableChecking: CheckingPrimitives = {
  sha256Hex: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  sha256: (parts) => webSha256(parts.join('')),
  importVerifier: async (publicKey) => {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return (data, signature) => crypto.subtle.verify('Ed25519', key, signature, data);
  },
};
