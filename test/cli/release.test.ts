import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
// @ts-expect-error: the tools are plain JavaScript.
import { writeSums } from '../../tools/release/sums.mjs';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';

const ARCHIVE = 'jalon-1.0.0-linux-x64.tar.gz';
const BILL = 'jalon-1.0.0-linux-x64.cdx.json';

describe('jalon release verify', () => {
  let folder: string;
  let published: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-release-'));
    writeFileSync(join(folder, ARCHIVE), 'the archive');
    writeFileSync(join(folder, BILL), '{}');
    writeSums(folder, [ARCHIVE, BILL], generateKeyPairSync('ed25519').privateKey);
    published = join(folder, 'release-key.pem');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const verify = (...texts: readonly string[]) => jalon(['release', 'verify', folder, ...texts, '--json']);

  it('recognises what its makers signed, also where only the archive was fetched', async () => {
    rmSync(join(folder, BILL));
    const { code, lines } = await verify('--key', published);
    expect(lines).toMatchObject([
      { kind: 'signature', result: 'passed', key: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { kind: 'file', file: BILL, result: 'absent' },
      { kind: 'file', file: ARCHIVE, result: 'passed' },
      { kind: 'summary', verified: true },
    ]);
    expect(code).toBe(0);
  });

  it('is believed by OpenSSL and sha256sum too, which give its key the same fingerprint', async () => {
    const run = (command: string, ...texts: readonly string[]) =>
      execFileSync(command, texts, { cwd: folder, encoding: 'utf8' });
    const files = ['-in', 'SHA256SUMS', '-sigfile', 'SHA256SUMS.sig'];
    expect(
      run('openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', 'release-key.pem', '-rawin', ...files),
    ).toContain('Signature Verified Successfully');
    const der = execFileSync('openssl', ['pkey', '-pubin', '-in', published, '-outform', 'DER']);
    const { lines } = await verify('--key', published);
    expect(lines[0]).toMatchObject({ key: createHash('sha256').update(der).digest('hex') });
    expect(run('sha256sum', '--check', '--strict', 'SHA256SUMS')).toContain(`${ARCHIVE}: OK`);
  });

  it('refuses an archive or a list of digests that was changed', async () => {
    writeFileSync(join(folder, ARCHIVE), 'another archive');
    const changed = await verify('--key', published);
    expect([changed.code, changed.lines[2]]).toMatchObject([1, { file: ARCHIVE, result: 'differs' }]);
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
    writeFileSync(join(folder, 'SHA256SUMS'), sums.replace(BILL, 'other.json'));
    const forged = await verify('--key', published);
    expect([forged.code, forged.lines[0]]).toMatchObject([1, { result: 'failed' }]);
  });

  it('refuses the signature of another key, and one that no published key checks', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const other = join(folder, 'other.pem');
    writeFileSync(other, publicKey.export({ type: 'spki', format: 'pem' }));
    expect((await verify('--key', other)).lines[0]).toMatchObject({ result: 'failed' });
    const unchecked = await verify();
    expect([unchecked.code, unchecked.lines[0]]).toMatchObject([1, { result: 'no-key' }]);
  });

  it('says that a release is not signed, and what is no release or no key', async () => {
    rmSync(join(folder, 'SHA256SUMS.sig'));
    const unsigned = await jalon(['release', 'verify', folder, '--key', published]);
    expect(unsigned).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(fr.cli.release.signature.unsigned()),
    });
    expect((await verify('--key', join(folder, ARCHIVE))).code).toBe(2);
    expect((await verify('--key', join(folder, 'nowhere'))).code).toBe(2);
    writeFileSync(join(folder, 'SHA256SUMS'), 'nothing');
    expect((await verify('--key', published)).code).toBe(2);
    rmSync(join(folder, 'SHA256SUMS'));
    expect((await verify('--key', published)).code).toBe(2);
  });
});
