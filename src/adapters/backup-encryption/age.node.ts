import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { toStream } from './tar.node.ts';

/** Files of age (https://age-encryption.org/v1), made for a recipient and opened with its identity. The program `age`
 *  reads what is written here, and the reverse. */

/** Thrown for a file that was changed, cut or sealed for someone else. */
export class AgeError extends Error {
  override readonly name = 'AgeError';
  /** `cut`: the end is missing, or was changed; the rest is authentic. */
  readonly reason: 'not-age' | 'other-recipient' | 'cut' | 'damaged';
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
  const read: Read = { head: Buffer.alloc(0), bytes: 0, opened: 0, ended: false };
  try {
    const opened = await decrypter.decrypt(toStream(noting(read, source)));
    for await (const part of opened as unknown as AsyncIterable<Uint8Array>) {
      read.opened += part.length;
      yield part;
    }
  } catch (cause) {
    // The file itself could not be read.
    if (cause instanceof Error && 'syscall' in cause) throw cause;
    const message = cause instanceof Error ? cause.message : '';
    const [, reason = 'damaged'] = REASONS.find(([pattern]) => pattern.test(message)) ?? [];
    throw new AgeError(isCut(read) ? 'cut' : reason, { cause });
  }
}

/** How far a file was read and opened, in bytes. */
interface Read {
  /** Its first bytes, which hold the header. */
  head: Buffer;
  bytes: number;
  opened: number;
  ended: boolean;
}

const LONGEST_HEAD = 4096;

async function* noting(read: Read, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of source) {
    if (read.head.length < LONGEST_HEAD)
      read.head = Buffer.concat([read.head, part]).subarray(0, LONGEST_HEAD);
    read.bytes += part.length;
    yield part;
  }
  read.ended = true;
}

const VERSION = 'age-encryption.org/v1\n';
const END_OF_HEADER = /\n--- [^\n]*\n/;
const NONCE_BYTES = 16;
const CHUNK_BYTES = 65_536;
/** With its authentication tag. */
const SEALED_CHUNK_BYTES = CHUNK_BYTES + 16;

/** Whether a file ended before what it begins: in its header, or with a last chunk that is not its last. */
function isCut({ head, bytes, opened, ended }: Read): boolean {
  if (!ended) return false;
  const text = head.toString('latin1');
  if (!text.startsWith(VERSION)) return VERSION.startsWith(text);
  const header = END_OF_HEADER.exec(text);
  if (!header) return bytes === head.length;
  const payload = bytes - header.index - header[0].length - NONCE_BYTES;
  return payload <= 0 || opened / CHUNK_BYTES === Math.ceil(payload / SEALED_CHUNK_BYTES) - 1;
}
