import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { toStream } from './tar.node.ts';

/** Files of age (https://age-encryption.org/v1), made for a recipient and opened with its identity. The program `age`
 *  reads what is written here, and the reverse. */

/** Thrown for a file that was changed, cut or sealed for someone else. */
export class AgeError extends Error {
  override readonly name = 'AgeError';
  readonly reason: 'not-age' | 'other-recipient' | 'damaged';
  constructor(reason: AgeError['reason'], options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** What the library says of a file that it does not open; anything else is damage. */
const REASONS: readonly (readonly [RegExp, AgeError['reason']])[] = [
  [/^no identity matched/, 'other-recipient'],
  [/^invalid version/, 'not-age'],
];

/** The recipient `age1…`; undefined if the text is none. */
export function parseRecipient(text: string): string | undefined {
  try {
    new Encrypter().addRecipient(text);
    return text;
  } catch {
    return undefined;
  }
}

/** The identities of a file, `AGE-SECRET-KEY-…` one a line; comments and other lines are left out. */
export function parseIdentities(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isIdentity);
}

function isIdentity(line: string): boolean {
  try {
    new Decrypter().addIdentity(line);
    return true;
  } catch {
    return false;
  }
}

/** A new identity, as the text of its file, and its recipient. */
export async function makeIdentity(): Promise<{ readonly recipient: string; readonly file: string }> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return { recipient, file: `# public key: ${recipient}\n${identity}\n` };
}

/** Encrypts the bytes for a recipient, as they come. */
export async function* sealFor(
  recipient: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  yield* (await encrypter.encrypt(toStream(source))) as AsyncIterable<Uint8Array>;
}

/** Decrypts with the identity that fits. Each chunk is authentic before it is given on; that the file is whole is
 *  known at its end only. Throws `AgeError`, and what the source throws. */
export async function* openWith(
  identities: readonly string[],
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    yield* (await decrypter.decrypt(toStream(source))) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    // The file itself could not be read.
    if (cause instanceof Error && 'syscall' in cause) throw cause;
    const message = cause instanceof Error ? cause.message : '';
    const [, reason = 'damaged'] = REASONS.find(([pattern]) => pattern.test(message)) ?? [];
    throw new AgeError(reason, { cause });
  }
}
