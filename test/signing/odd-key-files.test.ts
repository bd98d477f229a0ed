import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { copyKeys } from '../support/fixtures/template.ts';
import { fr } from '../support/fr.ts';

let folder: string;
let keys: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-odd-keys-'));
  keys = join(folder, 'keys');
  await copyKeys(keys);
  file = join(keys, readdirSync(keys).find((name) => name.endsWith('.json')) ?? '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const list = () =>
  jalon(['keys', 'list'], {
    environment: { DATABASE_URL: `sqlite:${join(folder, 'none.db')}`, KEYS_DIR: keys },
  });

it('lists keys without a remark where their files are as they were made', async () => {
  expect(await list()).toMatchObject({ code: 0, stderr: '' });
});

it('says that others may read a key file', async () => {
  chmodSync(file, 0o644);
  const { code, stderr } = await list();
  expect([code, stderr.trim()]).toEqual([0, fr.cli.keyFileWarning['others-may-read-it'](file)]);
});

it('says that a key file is a link out of the folder, and nothing of one inside, as Kubernetes makes them', async () => {
  const inside = join(keys, '..data');
  mkdirSync(inside);
  renameSync(file, join(inside, 'key'));
  symlinkSync(join(inside, 'key'), file);
  expect((await list()).stderr).toBe('');
  rmSync(file);
  renameSync(join(inside, 'key'), join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), file);
  const { code, stderr } = await list();
  expect([code, stderr.trim()]).toEqual([0, fr.cli.keyFileWarning['leads-out-of-the-folder'](file)]);
});

it.each(['a pipe', 'a folder', 'a device'])(
  'refuses %s in the place of a key file, without waiting for it',
  async (what) => {
    rmSync(file);
    if (what === 'a pipe') spawnSync('mkfifo', [file]);
    else if (what === 'a folder') mkdirSync(file);
    else symlinkSync('/dev/zero', file);
    const { code, stderr } = await list();
    expect(code).toBe(3);
    expect(stderr).toContain(file);
    expect(stderr).not.toMatch(/^ {4}at /m);
  },
);
