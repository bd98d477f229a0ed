import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/command-line.ts';

/** A release made from the last commit, in a clone of its own. */
export interface MadeRelease {
  /** The clone; its artefacts are in `artefacts`. */
  readonly clone: string;
  readonly artefacts: string;
  readonly version: string;
  /** The name of the archive without its ending. */
  readonly name: string;
  /** Makes it again, and returns what the tool said. */
  make(): string;
}

const made = new Map<string, MadeRelease>();

/** Makes a release in `var/release-NAME`, once a run. The signing key is made once for all of them. */
export function makeRelease(name: string): MadeRelease {
  const known = made.get(name);
  if (known) return known;
  const clone = join(ROOT, `var/release-${name}`);
  rmSync(clone, { recursive: true, force: true });
  git('clone', '--quiet', '--depth=1', `file://${ROOT}`, clone);
  for (const folder of ['node_modules', 'tools/node/node_modules']) {
    execFileSync('cp', ['--archive', '--link', join(ROOT, folder), join(clone, folder)]);
  }
  const artefacts = join(clone, 'artefacts');
  const make = () => {
    const texts = ['tools/run.mjs', 'release', '--key', signingKey()];
    return execFileSync(process.execPath, texts, { cwd: clone, encoding: 'utf8', stdio: 'pipe' });
  };
  make();
  const version = git('-C', clone, 'show', 'HEAD:package.json').replace(
    /[\s\S]*"version": "([^"]+)"[\s\S]*/,
    '$1',
  );
  const release = { clone, artefacts, version, name: `jalon-${version}-linux-x64`, make };
  made.set(name, release);
  return release;
}

function signingKey(): string {
  const folder = join(ROOT, 'var/release-key');
  const file = join(folder, 'signing.pem');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return file;
}

function git(...texts: readonly string[]): string {
  return execFileSync('git', texts, { encoding: 'utf8' });
}
