import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/command-line.ts';
import { debianFiles, debianSuite } from './debian.ts';

const MIRROR = 'http://deb.debian.org/debian';

/** A root of Debian with the packages that every installation has, and nothing more: no npm, no Node, no curl. */
export interface BareRoot {
  readonly folder: string;
  /** Copies a file or a folder in. */
  put(from: string, to: string): void;
  /** Runs a script by its own `/bin/sh`, with the loopback as its only network, and an empty environment. */
  run(script: string): { readonly status: number | null; readonly output: string };
  remove(): void;
}

export function makeBareRoot(name: string): BareRoot {
  const folder = copyRoot(name);
  return {
    folder,
    put: (from, to) => cpSync(from, join(folder, to), { recursive: true }),
    run(script) {
      writeFileSync(join(folder, 'root/script.sh'), script);
      const inside = `ip link set lo up && mount -t proc proc proc && exec chroot . /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 /bin/sh -e /root/script.sh 2>&1`;
      const texts = ['--net', '--mount', '--pid', '--fork', '--kill-child', '/bin/sh', '-c', inside];
      const { status, stdout, stderr } = spawnSync('unshare', texts, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return { status, output: stdout + stderr };
    },
    remove: () => removeRoot(folder),
  };
}

/** A root of Debian with these packages more, in a folder of its own. */
export function copyRoot(name: string, packages: readonly string[] = []): string {
  const folder = join(ROOT, `var/bare-root-${name}`);
  const model = makeModel(packages);
  removeRoot(folder);
  execFileSync('cp', ['--archive', '--reflink=auto', model, folder]);
  return folder;
}

/** Made once, by debootstrap. What a stopped run left behind is made again. */
function makeModel(packages: readonly string[]): string {
  const model = join(ROOT, ['var/bare-root', ...packages].join('+'));
  if (existsSync(model)) return model;
  const unfinished = `${model}.making`;
  removeRoot(unfinished);
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  const own = debianFiles('debootstrap');
  const more = packages.length > 0 ? [`--include=${packages.join(',')}`] : [];
  const command = join(own, 'usr/sbin/debootstrap');
  const texts = [command, '--variant=minbase', ...more, debianSuite(), unfinished, MIRROR];
  // In a mount namespace of its own, so that what it mounts ends with it.
  execFileSync('unshare', ['--mount', 'sh', ...texts], {
    env: { ...process.env, DEBOOTSTRAP_DIR: join(own, 'usr/share/debootstrap') },
    stdio: 'pipe',
  });
  renameSync(unfinished, model);
  return model;
}

export function removeRoot(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
