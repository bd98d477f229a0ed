/** One file of an archive, with its bytes as they come. */
export interface ArchivedFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const BLOCK = 512;
/** Eleven octal digits. */
const MOST_BYTES = 8 ** 11 - 1;

/** Writes files as a tar archive (POSIX ustar), each for its owner alone, so that `tar` reads it without us. */
export async function* packFiles(files: readonly ArchivedFile[]): AsyncGenerator<Uint8Array> {
  for (const { name, size, bytes } of files) {
    yield headerOf(name, size);
    let written = 0;
    for await (const part of bytes) {
      written += part.length;
      yield part;
    }
    if (written !== size) throw new Error(`${name} changed while it was read`);
    yield new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);
  }
  yield new Uint8Array(2 * BLOCK);
}

/** Reads such an archive. `open` gets each file's name and size, and then its bytes; it must take them all. */
export async function unpackFiles(
  source: AsyncIterable<Uint8Array>,
  open: (file: ArchivedFile) => Promise<void>,
): Promise<void> {
  const reader = makeReader(source);
  for (;;) {
    const header = await reader.take(BLOCK);
    if (header === undefined || header.every((byte) => byte === 0)) break;
    const name = textOf(header, 0, 100);
    const size = Number.parseInt(textOf(header, 124, 12), 8);
    const checksum = Number.parseInt(textOf(header, 148, 8), 8);
    if (!Number.isSafeInteger(size) || checksum !== sumOf(header)) throw new Error('not an archive of ours');
    await open({ name, size, bytes: reader.parts(size) });
    await reader.take((BLOCK - (size % BLOCK)) % BLOCK);
  }
  // What follows is read too, so that whoever opens the bytes knows them to be whole.
  await reader.drain();
}

function headerOf(name: string, size: number): Uint8Array {
  if (size > MOST_BYTES) throw new Error(`${name} is larger than 8 GB`);
  const header = new Uint8Array(BLOCK);
  const put = (text: string, at: number) => header.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  put(name, 0);
  put(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(size, 11)} ${octal(0, 11)} `, 100);
  put('0', 156);
  put('ustar\x0000', 257);
  put(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

/** The sum of a header, its own field counted as spaces. */
function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

function textOf(header: Uint8Array, at: number, length: number): string {
  const field = new TextDecoder().decode(header.subarray(at, at + length));
  return field.split('\0')[0]?.trim() ?? '';
}

function makeReader(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  let waiting = new Uint8Array(0);
  /** Some bytes, at most as many as wanted; undefined at the end. */
  const some = async (most: number): Promise<Uint8Array | undefined> => {
    while (waiting.length === 0) {
      const next = await iterator.next();
      if (next.done) return undefined;
      waiting = new Uint8Array(next.value);
    }
    const given = waiting.subarray(0, most);
    waiting = waiting.subarray(given.length);
    return given;
  };
  async function* parts(size: number): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0; ) {
      const part = await some(left);
      if (part === undefined) throw new Error('the archive is cut');
      left -= part.length;
      yield part;
    }
  }
  return {
    parts,
    async take(size: number): Promise<Uint8Array | undefined> {
      const whole = new Uint8Array(size);
      let at = 0;
      for await (const part of parts(size)) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
    async drain(): Promise<void> {
      while ((await some(BLOCK)) !== undefined);
    },
  };
}
