import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { type MadeRelease, makeRelease } from './made.ts';

describe('a release', () => {
  let first: MadeRelease;

  beforeAll(() => {
    first = makeRelease('first');
  });

  it('has the same bytes when it is made again, in another folder', () => {
    const second = makeRelease('second');
    const names = readdirSync(first.artefacts).sort();
    expect(names).toContain(`${first.name}.tar.gz`);
    expect(readdirSync(second.artefacts).sort()).toEqual(names);
    for (const name of names) {
      const [one, other] = [first, second].map(({ artefacts }) => readFileSync(join(artefacts, name)));
      expect([name, one?.equals(other as Buffer)]).toEqual([name, true]);
    }
    rmSync(second.clone, { recursive: true });
  });

  it('is recognised by its signature and its digests', async () => {
    const key = join(first.artefacts, 'release-key.pem');
    const { code, lines } = await jalon(['release', 'verify', first.artefacts, '--key', key, '--json']);
    expect([code, lines.at(-1)]).toMatchObject([0, { verified: true }]);
    const checked = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: first.artefacts });
    expect(checked.status).toBe(0);
  });

  it('is not made from a tree with changes', () => {
    const file = join(first.clone, 'README.md');
    const text = readFileSync(file);
    writeFileSync(file, 'changed');
    expect(first.make).toThrow('clean tree');
    writeFileSync(file, text);
  });

  it('is signed by the private half of the published key only, whose fingerprint the pages print', () => {
    const commit = (key: KeyObject) => {
      writeFileSync(join(first.clone, 'release-key.pem'), key.export({ type: 'spki', format: 'pem' }));
      const author = ['-c', 'user.name=Jalon', '-c', 'user.email=jalon@example.org'];
      execFileSync('git', ['add', '--all'], { cwd: first.clone });
      execFileSync('git', [...author, 'commit', '--quiet', '-m', 'Publish a key'], { cwd: first.clone });
    };
    commit(generateKeyPairSync('ed25519').publicKey);
    expect(first.make).toThrow('is not the private half of release-key.pem');
    writeFileSync(join(first.clone, 'README.md'), 'A page without a fingerprint.\n');
    commit(createPublicKey(readFileSync(join(first.artefacts, 'release-key.pem'))));
    expect(first.make).toThrow('README.md must print the fingerprint');
    execFileSync('git', ['reset', '--quiet', '--hard', 'HEAD~2'], { cwd: first.clone });
  });
});
