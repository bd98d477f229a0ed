import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packTar, type TarEntry } from 'modern-tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeIdentity,
  openWith,
  parseIdentities,
  parseRecipient,
  sealFor,
} from '../../src/adapters/backup-encryption/age.node.ts';
import { type ArchivedFile, packFiles, unpackFiles } from '../../src/adapters/backup-encryption/tar.node.ts';
import { errorTexts } from '../../src/texts/fr/errors/domain.ts';
import { jalon, ROOT } from '../support/command-line.ts';

const VECTORS = join(ROOT, 'test/vectors/age');
const MB = 1024 * 1024;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const file = (name: string, text: string): ArchivedFile => {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, bytes: once(bytes) };
};

const gather = async (source: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(source));

async function contentsOf(source: AsyncIterable<Uint8Array>): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  await unpackFiles(source, async ({ name, bytes }) => {
    contents[name] = (await gather(bytes)).toString();
  });
  return contents;
}

describe('the archive of a sealed backup', () => {
  it('brings files back, however their bytes come', async () => {
    const whole = await gather(packFiles([file('a', 'x'.repeat(1000)), file('keys/b.json', '{}')]));
    async function* inPieces() {
      for (let at = 0; at < whole.length; at += 700) yield whole.subarray(at, at + 700);
    }
    expect(await contentsOf(inPieces())).toEqual({ a: 'x'.repeat(1000), 'keys/b.json': '{}' });
  });

  it('is read where version 1.0.0 made it', async () => {
    const keys = parseIdentities(readFileSync(join(VECTORS, 'identity.txt'), 'utf8'));
    const opened = openWith(keys, createReadStream(join(VECTORS, 'sealed-by-1.0.0.age')));
    expect(await contentsOf(opened)).toEqual({
      'jalon.db': 'x'.repeat(70_000),
      'keys/ed-0123456789abcdef.json': '{"kid":"ed-0123456789abcdef"}',
    });
  });

  it.each([1, 5])('is not made where a file of 3 bytes says that it has %i', async (size) => {
    const lying = { ...file('jalon.db', 'abc'), size };
    await expect(gather(packFiles([lying]))).rejects.toThrow('jalon.db changed while it was read');
  });

  it('is read no further where it is wrong', async () => {
    const whole = await gather(packFiles([file('a', 'x'.repeat(100_000))]));
    let given = 0;
    async function* withRubbish() {
      yield whole.subarray(0, -1024);
      for (; given < 200; given += 1) yield Buffer.alloc(MB, 7);
    }
    await expect(contentsOf(withRubbish())).rejects.toThrow();
    expect(given).toBeLessThan(20);
  });
});

describe('a sealed backup that someone made', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-archive-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const header = { size: 0, mode: 0o600 };
  const key = 'keys/ed-0123456789abcdef.json';
  const HOSTILE: Readonly<Record<string, readonly TarEntry[]>> = {
    'a link in place of a key': [
      { header: { ...header, name: key, type: 'symlink', linkname: '/etc/passwd' } },
    ],
    'a name that leads elsewhere': [{ header: { ...header, name: 'keys/../../x.json' } }],
    'a folder': [{ header: { ...header, name: 'keys/', type: 'directory' } }],
    'a name of more than its field, by pax': [
      { header: { ...header, name: `keys/${'a'.repeat(300)}.json` } },
    ],
  };

  it.each(Object.entries(HOSTILE))(
    'is refused in words, and leaves nothing, where it holds %s',
    async (_, entries) => {
      const made = await makeIdentity();
      const recipient = parseRecipient(made.recipient);
      if (!recipient) throw new Error('no recipient');
      const [sealed, identity, keys] = ['x.age', 'identity.txt', 'keys'].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      writeFileSync(sealed, await gather(sealFor(recipient, once(await packTar(entries)))));
      writeFileSync(identity, made.file);
      const environment = { DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`, KEYS_DIR: keys };
      const { code, stderr } = await jalon(['restore', '--identity', identity, sealed], { environment });
      expect([code, stderr.trim()]).toEqual([
        1,
        errorTexts('DANE de Dijon')['unreadable-file']({ name: sealed, reason: 'damaged' }),
      ]);
      expect(readdirSync(folder).sort()).toEqual(['identity.txt', 'x.age']);
    },
  );
});
