import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { readKeyFolder, readPublicKeys } from '../../src/adapters/signing/key-folder.node.ts';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { AT, PASSPHRASE, useKeyFolder } from '../support/key-folder.ts';

const data = new TextEncoder().encode('bonjour');
const keys = useKeyFolder();
const { pathOf, readFile, activeKid } = keys;
let folder: string;
beforeEach(() => {
  folder = keys.folder();
});

const DAMAGES: readonly (readonly [string, (file: object) => string, string])[] = [
  ['is not JSON', () => 'kid: x', 'not-json'],
  ['lacks a member', (file: object) => JSON.stringify({ ...file, state: undefined }), 'not-a-key: state'],
  ['has a member too many', (file: object) => JSON.stringify({ ...file, d: 'x' }), 'not-a-key: '],
  [
    'is another key’s',
    (file: object) => JSON.stringify({ ...file, kid: 'ed-other' }),
    'file-name-is-not-its-kid',
  ],
  [
    'is the published key of the guide',
    (file: object) =>
      JSON.stringify({ ...file, publicKeyMultibase: 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi' }),
    'published-test-key',
  ],
  [
    'has another public half',
    (file: object) =>
      JSON.stringify({ ...file, publicKeyMultibase: 'z6MkmtWtkKYGQgADkVXLcEtnGhqCRYcvHDnMBy2Ah2RwCQCa' }),
    'private-key-of-another-public-key',
  ],
];

describe('reading keys', () => {
  it('makes nothing, not even the folder, where there is none', async () => {
    await expect(readKeyFolder({ folder })).rejects.toMatchObject({
      code: 'key-missing',
      params: { algorithm: 'Ed25519', folder },
    });
    expect(await readPublicKeys(folder)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('requires both algorithms', async () => {
    await generateKeys({ folder, at: AT, algorithm: 'Ed25519' });
    await expect(readKeyFolder({ folder })).rejects.toMatchObject({
      code: 'key-missing',
      params: { algorithm: 'RS256' },
    });
  });

  it('opens encrypted keys with the passphrase, and with no other', async () => {
    await generateKeys({ folder, passphrase: PASSPHRASE, at: AT });
    const kid = await activeKid('Ed25519');
    expect(JSON.stringify(readFile(kid))).not.toContain('"d"');
    const opened = await readKeyFolder({ folder, passphrase: PASSPHRASE, requireEncryption: true });
    expect(await opened.ed25519.sign(data)).toHaveLength(64);
    expect(await opened.rs256.signJws(data, { typ: 'JWT' })).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{512}$/);
    for (const [passphrase, reason] of [
      ['une autre phrase', 'wrong-passphrase'],
      [undefined, 'passphrase-needed'],
    ]) {
      const options = passphrase === undefined ? { folder } : { folder, passphrase };
      await expect(readKeyFolder(options)).rejects.toMatchObject({
        code: 'key-unreadable',
        params: { file: pathOf(kid), reason },
      });
    }
  });

  it('lists public halves without the passphrase, and never a private one', async () => {
    await generateKeys({ folder, passphrase: PASSPHRASE, at: AT });
    const listed = await readPublicKeys(folder);
    expect(listed.map(({ algorithm }) => algorithm).toSorted()).toEqual(['Ed25519', 'RS256']);
    expect(JSON.stringify(listed)).not.toMatch(/privateKey|jwe|"d"/);
  });

  it('refuses unencrypted private keys where encryption is required', async () => {
    await generateKeys({ folder, at: AT });
    await expect(readKeyFolder({ folder, requireEncryption: true })).rejects.toMatchObject({
      params: { reason: 'not-encrypted' },
    });
  });

  it('refuses a file or a folder that others may read, with the command that repairs it', async () => {
    await generateKeys({ folder, at: AT });
    const path = pathOf(await activeKid('RS256'));
    chmodSync(path, 0o640);
    await expect(readKeyFolder({ folder })).rejects.toMatchObject({
      code: 'key-unreadable',
      params: { file: path, remedy: `chmod 600 ${path}` },
    });
    chmodSync(path, 0o600);
    chmodSync(folder, 0o750);
    await expect(readKeyFolder({ folder })).rejects.toMatchObject({
      params: { file: folder, remedy: `chmod 700 ${folder}` },
    });
  });

  it.each(DAMAGES)('names a file that %s', async (_fault, damage, reason) => {
    await generateKeys({ folder, at: AT });
    const kid = await activeKid('Ed25519');
    writeFileSync(pathOf(kid), damage(readFile(kid)));
    await expect(readKeyFolder({ folder })).rejects.toMatchObject({
      code: 'key-unreadable',
      params: { file: pathOf(kid), reason },
    });
  });
});
