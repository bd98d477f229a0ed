import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/command-line.ts';

const DEBIAN_FOLDER = join(ROOT, 'var/debian');

/** The folder with the files of packages of Debian, fetched once by `apt-get` and installed nowhere. */
export function debianFiles(...packages: readonly string[]): string {
  const folder = join(DEBIAN_FOLDER, packages.join('+'));
  if (existsSync(join(folder, 'usr'))) return folder;
  const fetched = join(DEBIAN_FOLDER, 'packages');
  mkdirSync(fetched, { recursive: true });
  execFileSync('apt-get', ['download', ...packages], { cwd: fetched, stdio: 'pipe' });
  for (const name of packages) {
    const file = globSync(`${name}_*.deb`, { cwd: fetched })[0] ?? '';
    execFileSync('dpkg-deb', ['--extract', join(fetched, file), folder]);
  }
  return folder;
}

/** The version of Debian of this machine, such as `trixie`. */
export function debianSuite(): string {
  const text = execFileSync('sh', ['-c', '. /etc/os-release; echo "$VERSION_CODENAME"'], {
    encoding: 'utf8',
  });
  return text.trim();
}
