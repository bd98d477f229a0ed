import { spawnSync } from 'node:child_process';
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
});
