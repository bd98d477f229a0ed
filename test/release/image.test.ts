import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { debianFiles } from './debian.ts';
import { type MadeRelease, makeRelease } from './made.ts';

interface ImageConfig {
  readonly User: string;
  readonly Env: readonly string[];
  readonly Entrypoint: readonly string[];
  readonly Cmd: readonly string[];
}

/** Starts the image's own words, asks for its pages as a visitor does, and ends it. There is no shell inside. */
const LIFE = `
import { spawn } from 'node:child_process';
const words = process.argv.slice(2);
const run = (...verb) => spawn(words[0], [...words.slice(1), ...verb], { stdio: 'inherit' });
const ended = (child) => new Promise((resolve) => child.once('exit', resolve));
const made = await ended(run('keys', 'generate'));
const service = run('serve');
let health = 0;
for (let attempt = 0; attempt < 300 && health !== 200; attempt += 1) {
  health = await fetch('http://127.0.0.1:3000/health/ready').then(({ status }) => status, () => 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const pages = await Promise.all(['/', '/verify', '/.well-known/did.json'].map(async (path) => (await fetch('http://127.0.0.1:3000' + path)).status));
service.kill('SIGTERM');
console.log('RESULT ' + JSON.stringify({ made, health, pages, stopped: await ended(service) }));
`;

describe('the image for containers', () => {
  let release: MadeRelease;
  let folder: string;
  let config: ImageConfig;

  beforeAll(() => {
    release = makeRelease('first');
    folder = mkdtempSync(join(tmpdir(), 'jalon-image-'));
    const archive = join(release.artefacts, `${release.name}.oci.tar`);
    const skopeo = debianFiles('skopeo', 'libgpgme11t64', 'libassuan9', 'libgpg-error0');
    const environment = {
      PATH: process.env['PATH'],
      LD_LIBRARY_PATH: join(skopeo, 'usr/lib/x86_64-linux-gnu'),
    };
    const inspected = execFileSync(
      join(skopeo, 'usr/bin/skopeo'),
      ['inspect', '--config', `oci-archive:${archive}`],
      {
        env: environment,
        encoding: 'utf8',
      },
    );
    config = JSON.parse(inspected).config;
    execFileSync('tar', ['xf', archive, '--one-top-level=layout'], { cwd: folder });
    const umoci = join(debianFiles('umoci'), 'usr/bin/umoci');
    execFileSync(umoci, ['unpack', '--image', `layout:${release.version}`, 'bundle'], {
      cwd: folder,
      stdio: 'pipe',
    });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read by skopeo and umoci, has no shell, and lets its account write to two folders only', () => {
    const root = join(folder, 'bundle/rootfs');
    expect(config).toMatchObject({ User: '1000:1000', Cmd: ['serve'] });
    expect(existsSync(join(root, 'bin/sh'))).toBe(false);
    const ownerOf = (path: string) => statSync(join(root, path)).uid;
    expect(['app', 'app/dist', 'app/keys', 'app/var'].map(ownerOf)).toEqual([0, 0, 1000, 1000]);
  });

  it('makes keys, serves its pages and ends on request, as its own account and without a network', () => {
    const root = join(folder, 'bundle/rootfs');
    const settings = Object.entries({
      ...PRODUCTION_SETTINGS,
      DATABASE_URL: 'sqlite:/app/var/jalon.db',
      KEYS_DIR: '/app/keys',
    });
    writeFileSync(join(root, 'tmp/life.mjs'), LIFE);
    const inside = 'ip link set lo up && mkdir -p proc && mount -t proc proc proc && exec "$@"';
    const texts = ['--net', '--mount', '--pid', '--fork', '--kill-child', '/bin/sh', '-c', inside, 'sh'];
    const environment = [...config.Env, ...settings.map(([name, value]) => `${name}=${value}`)];
    const asAccount = [
      '/usr/bin/env',
      '-i',
      ...environment,
      '/usr/sbin/chroot',
      '--userspec=1000:1000',
      root,
    ];
    const command = ['/app/node/bin/node', '/tmp/life.mjs', ...config.Entrypoint];
    const { stdout, stderr } = spawnSync('unshare', [...texts, ...asAccount, ...command], {
      cwd: root,
      encoding: 'utf8',
    });
    const result = /^RESULT (.*)$/m.exec(stdout)?.[1] ?? JSON.stringify({ stdout, stderr });
    expect(JSON.parse(result)).toEqual({ made: 0, health: 200, pages: [200, 200, 200], stopped: 0 });
  });
});
