import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { rawOf, toPublicKey } from './age-keys.node.ts';

/** The file format of age, version 1, for X25519 recipients (C2SP, age.md): a header that wraps a file key for each
 *  recipient, and a payload in chunks. The program `age` reads what is written here, and the reverse. */
const VERSION = 'age-encryption.org/v1';
const X25519_LABEL = 'age-encryption.org/v1/X25519';
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;
const FILE_KEY_BYTES = 16;
const NONCE_BYTES = 16;
const MOST_HEADER_BYTES = 65_536;

/** Thrown for a file that was changed, cut or sealed for somebody else. */
export class AgeError extends Error {
  override readonly name = 'AgeError';
  readonly reason: 'not-age' | 'other-recipient' | 'damaged';
  constructor(reason: AgeError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Encrypts the bytes for a recipient, as they come. */
export async function* sealFor(
  recipient: KeyObject,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const fileKey = randomBytes(FILE_KEY_BYTES);
  const { head, wrapped } = wrap(recipient, fileKey);
  const header = `${VERSION}\n-> X25519 ${head}\n${wrapped}\n---`;
  yield Buffer.from(`${header} ${base64(macOf(fileKey, header))}\n`);
  const nonce = randomBytes(NONCE_BYTES);
  yield nonce;
  const key = derive(fileKey, nonce, 'payload');
  let counter = 0;
  for await (const { bytes, isLast } of inChunks(source, CHUNK_BYTES)) {
    yield sealChunk(key, nonceOf(counter, isLast), bytes);
    counter += 1;
  }
}

/** Decrypts with the first identity that fits. Each chunk is authentic before it is given on; that the file is whole
 *  is known at its end only. Throws `AgeError`. */
export async function* openWith(
  identities: readonly KeyObject[],
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { header, mac, rest } = await readHeader(source);
  const fileKey = unwrap(identities, header);
  if (!fileKey) throw new AgeError('other-recipient');
  const expected = macOf(fileKey, header);
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) throw new AgeError('damaged');
  let key: Buffer | undefined;
  let counter = 0;
  for await (const { bytes, isLast } of inChunks(rest, CHUNK_BYTES + TAG_BYTES, NONCE_BYTES)) {
    if (!key) key = derive(fileKey, bytes, 'payload');
    else {
      const opened = openChunk(key, nonceOf(counter, isLast), bytes);
      if (isLast && opened.length === 0 && counter > 0) throw new AgeError('damaged');
      yield opened;
      counter += 1;
    }
  }
  if (counter === 0) throw new AgeError('damaged');
}

function wrap(recipient: KeyObject, fileKey: Buffer) {
  const ephemeral = generateKeyPairSync('x25519');
  const share = rawOf(ephemeral.publicKey);
  const secret = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipient });
  const key = derive(secret, Buffer.concat([share, rawOf(recipient)]), X25519_LABEL);
  return { head: base64(share), wrapped: base64(sealChunk(key, Buffer.alloc(12), fileKey)) };
}

/** Tries each identity on each stanza for X25519; those of other kinds are left out. */
function unwrap(identities: readonly KeyObject[], header: string): Buffer | undefined {
  const stanzas = [...header.matchAll(/^-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})$/gm)];
  for (const [, head = '', wrapped = ''] of stanzas) {
    const share = Buffer.from(head, 'base64');
    for (const privateKey of identities) {
      try {
        const secret = diffieHellman({ privateKey, publicKey: toPublicKey(share) });
        const salt = Buffer.concat([share, rawOf(createPublicKey(privateKey))]);
        return openChunk(
          derive(secret, salt, X25519_LABEL),
          Buffer.alloc(12),
          Buffer.from(wrapped, 'base64'),
        );
      } catch {
        // It is for another identity.
      }
    }
  }
  return undefined;
}

function derive(secret: Uint8Array, salt: Uint8Array, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, label, 32));
}

function macOf(fileKey: Buffer, header: string): Buffer {
  return createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(header)
    .digest();
}

function sealChunk(key: Buffer, nonce: Buffer, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, nonce: Buffer, bytes: Uint8Array): Buffer {
  if (bytes.length < TAG_BYTES) throw new AgeError('damaged');
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new AgeError('damaged');
  }
}

/** A counter of eleven bytes, and a last byte that says which chunk is the last one. */
function nonceOf(counter: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** The header up to its dashes, its code, and the bytes after it. */
async function readHeader(source: AsyncIterable<Uint8Array>) {
  const reader = source[Symbol.asyncIterator]();
  let read = Buffer.alloc(0);
  for (;;) {
    const dashes = read.indexOf('\n--- ');
    const end = dashes < 0 ? -1 : read.indexOf('\n', dashes + 1);
    if (end >= 0) {
      const header = read.subarray(0, dashes + '\n---'.length).toString('latin1');
      if (!header.startsWith(`${VERSION}\n`)) throw new AgeError('not-age');
      const mac = Buffer.from(read.subarray(dashes + '\n--- '.length, end).toString('latin1'), 'base64');
      return { header, mac, rest: restOf(read.subarray(end + 1), reader) };
    }
    const next = await reader.next();
    if (next.done || read.length > MOST_HEADER_BYTES) throw new AgeError('not-age');
    read = Buffer.concat([read, next.value]);
  }
}

async function* restOf(first: Uint8Array, reader: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
}

/** Cuts the bytes into chunks of one size, the first of another where one is given. The last chunk, which may be
 *  shorter, is known as such; without any byte it is empty. */
async function* inChunks(source: AsyncIterable<Uint8Array>, size: number, first = size) {
  let waiting = Buffer.alloc(0);
  let wanted = first;
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length > wanted) {
      yield { bytes: waiting.subarray(0, wanted), isLast: false };
      waiting = waiting.subarray(wanted);
      wanted = size;
    }
  }
  yield { bytes: waiting, isLast: true };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
