import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findPageErrors,
  fingerprintOf,
  KEY_PAGES,
  PUBLISHED_KEY,
  readPublishedKey,
  readSigningKey,
  // @ts-expect-error: the tools are plain JavaScript.
} from '../../tools/release/key.mjs';
import { ROOT } from '../support/command-line.ts';

const toPem = (key: KeyObject) =>
  key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' });

describe('the key of releases', () => {
  let folder: string;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const another = generateKeyPairSync('ed25519').privateKey;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-release-key-'));
    for (const page of KEY_PAGES) writeFileSync(join(folder, page), 'A page.\n');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, text: string | Buffer): string {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  }

  it('may be any private key of Ed25519 as long as none is published', () => {
    expect(readPublishedKey(folder)).toBeUndefined();
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(readSigningKey(write('one.pem', toPem(another))).equals(another)).toBe(true);
    expect(() => readSigningKey(write('rsa.pem', toPem(rsa)))).toThrow('no key of Ed25519');
  });

  it('is opened by its passphrase', () => {
    const text = privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'long',
    });
    const file = write('sealed.pem', text);
    expect(readSigningKey(file, { passphrase: 'long' }).equals(privateKey)).toBe(true);
    expect(() => readSigningKey(file)).toThrow('set RELEASE_KEY_PASSPHRASE');
    expect(() => readSigningKey(file, { passphrase: 'wrong' })).toThrow('does not open it');
    expect(() => readSigningKey(write('no.pem', 'nothing'))).toThrow('no private key');
  });

  it('is the private half of the published key from then on', () => {
    write(PUBLISHED_KEY, toPem(publicKey));
    const published = readPublishedKey(folder);
    expect(readSigningKey(write('one.pem', toPem(privateKey)), { published }).equals(privateKey)).toBe(true);
    expect(() => readSigningKey(write('two.pem', toPem(another)), { published })).toThrow(
      'not the private half',
    );
  });

  it('is printed on each page once it is published, and no other is', () => {
    expect(findPageErrors(folder)).toEqual([]);
    write(PUBLISHED_KEY, toPem(publicKey));
    expect(findPageErrors(folder)).toHaveLength(KEY_PAGES.length);
    for (const page of KEY_PAGES) write(page, `Fingerprint: ${fingerprintOf(publicKey)}\n`);
    expect(findPageErrors(folder)).toEqual([]);
    write('README.md', `Fingerprint: ${'0'.repeat(64)}\n`);
    expect(findPageErrors(folder)).toHaveLength(2);
    rmSync(join(folder, PUBLISHED_KEY));
    expect(findPageErrors(folder)).toHaveLength(KEY_PAGES.length);
  });

  it('is refused in public if it is private', () => {
    write(PUBLISHED_KEY, toPem(privateKey));
    expect(() => readPublishedKey(folder)).toThrow('is a private key');
  });

  it('is named truly by the pages of this repository', () => {
    expect(findPageErrors(ROOT)).toEqual([]);
  });
});
