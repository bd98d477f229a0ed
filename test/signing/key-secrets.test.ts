import { decodeProtectedHeader } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { readKeyFiles } from '../../src/adapters/signing/key-file.node.ts';
import { generateKeys, rotateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { parseKeySecrets, secretNameOf, toKeySecrets } from '../../src/adapters/signing/key-secrets.ts';
import { openKeySet } from '../../src/adapters/signing/key-set.ts';
import { AT, LATER, PASSPHRASE, useKeyFolder } from '../support/key-folder.ts';

const keys = useKeyFolder();
let folder: string;
beforeEach(() => {
  folder = keys.folder();
});

const sealed = { passphrase: PASSPHRASE, requireEncryption: true };
const open = (secrets: Readonly<Record<string, string>>, passphrase = PASSPHRASE) =>
  openKeySet(parseKeySecrets(secrets), {
    place: 'secrets',
    placeOf: secretNameOf,
    passphrase,
    requireEncryption: true,
  });

describe('the keys of a Worker', () => {
  it('are read back from its secrets, retired ones included, and sign like those of the folder', async () => {
    await generateKeys({ folder, passphrase: PASSPHRASE, at: AT });
    await rotateKeys({ folder, passphrase: PASSPHRASE, at: LATER });
    const files = await readKeyFiles(folder);
    const secrets = await toKeySecrets(files, sealed);
    const set = await open({ ...secrets, KEYS_PASSPHRASE: PASSPHRASE, KEYS_DIR: './keys' });
    expect(set.records).toEqual(files.map(({ record }) => record));
    expect(set.ed25519.kid).toBe(await keys.activeKid('Ed25519'));
    expect(await set.ed25519.sign(new Uint8Array([1]))).toHaveLength(64);
    expect(await set.rs256.signJws(new Uint8Array([1]), {})).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  // https://developers.cloudflare.com/workers/platform/limits/: 5 KB a variable. Production derives with 100,000 rounds
  // at most, and workerd on a developer's machine does not say so.
  it('fit into one secret each, and are encrypted with no more rounds than Workers accept', async () => {
    await generateKeys({ folder, passphrase: PASSPHRASE, at: AT });
    const secrets = await toKeySecrets(await readKeyFiles(folder), sealed);
    expect(Object.keys(secrets)).toHaveLength(2);
    for (const [name, text] of Object.entries(secrets)) {
      expect(name).toMatch(/^KEY_(ED|RS)_[0-9A-F]{16}$/);
      expect(new TextEncoder().encode(text).length).toBeLessThan(5000);
      expect(text).not.toContain('"d"');
      expect(decodeProtectedHeader(JSON.parse(text).privateKey.jwe)).toMatchObject({ p2c: 100_000 });
    }
  });

  it('come from no unencrypted folder where encryption is required', async () => {
    await generateKeys({ folder, at: AT });
    const files = await readKeyFiles(folder);
    await expect(toKeySecrets(files, { requireEncryption: true })).rejects.toMatchObject({
      code: 'key-unreadable',
      params: { reason: 'not-encrypted' },
    });
    const opened = await open(await toKeySecrets(files, sealed));
    expect(opened.ed25519.kid).toBe(await keys.activeKid('Ed25519'));
  });

  it('are refused with their secret’s name where they cannot be read', async () => {
    await generateKeys({ folder, passphrase: PASSPHRASE, at: AT });
    const secrets = await toKeySecrets(await readKeyFiles(folder), sealed);
    const [[name, text]] = Object.entries(secrets) as [[string, string]];
    expect(() => parseKeySecrets({ [name]: 'kid: x' })).toThrow(
      expect.objectContaining({ params: { file: name, reason: 'not-json' } }),
    );
    expect(() => parseKeySecrets({ KEY_OTHER: text })).toThrow(/file-name-is-not-its-kid/);
    await expect(open(secrets, 'une autre phrase de passe')).rejects.toMatchObject({
      params: { file: name, reason: 'wrong-passphrase' },
    });
    await expect(open({})).rejects.toMatchObject({ code: 'key-missing' });
  });
});
