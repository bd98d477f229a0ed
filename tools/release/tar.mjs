const BLOCK = 512;
const TYPES = { file: '0', link: '2', folder: '5' };

/** The bytes of a tar archive, piece by piece, the same for the same entries: they are sorted by name, belong
 *  to root and carry one date. An entry is `{ kind, name, mode, bytes?, target? }`; `bytes` is a function, so
 *  that one file at a time is in memory. */
export function* tarOf(entries, { seconds }) {
  for (const entry of withFolders(entries)) {
    const bytes = entry.kind === 'file' ? entry.bytes() : Buffer.alloc(0);
    yield headerOf(entry, { seconds, size: bytes.length });
    yield bytes;
    yield Buffer.alloc(-bytes.length & (BLOCK - 1));
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** The entries with the folders that they stand in. */
function withFolders(entries) {
  const all = new Map(entries.map((entry) => [entry.name, entry]));
  for (const { name } of entries) {
    const parts = name.split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const folder = parts.slice(0, length).join('/');
      if (!all.has(folder)) all.set(folder, { kind: 'folder', name: folder, mode: 0o755 });
    }
  }
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A header of POSIX.1-1988 (ustar), which every tar reads. */
function headerOf({ kind, name, mode, target = '', owner = 0 }, { seconds, size }) {
  const header = Buffer.alloc(BLOCK);
  const [prefix, rest] = splitName(kind === 'folder' ? `${name}/` : name);
  const octal = (value, length) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(rest, 0);
  header.write(octal(mode, 8), 100);
  header.write(octal(owner, 8), 108);
  header.write(octal(owner, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(seconds, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write(TYPES[kind], 156);
  header.write(target, 157);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A name of more than 100 bytes is cut at a slash into two fields. */
function splitName(name) {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  const cut = name.indexOf('/', name.length - 101);
  if (cut < 0 || cut > 155) throw new Error(`Too long for a tar archive: ${name}`);
  return [name.slice(0, cut), name.slice(cut + 1)];
}
