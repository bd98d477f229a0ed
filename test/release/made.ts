import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error: the tools are plain JavaScript.
import { fingerprintOf, KEY_PAGES, PUBLISHED_KEY, readPublishedKey } from '../../tools/release/key.mjs';
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
  publishTestKey(clone);
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

/** If the repository publishes a key, the clone publishes the one of the tests, because only its private half signs.
 *  The commit is the same in each clone. */
function publishTestKey(clone: string): void {
  const published = readPublishedKey(clone);
  if (!published) return;
  const key = createPublicKey(readFileSync(signingKey()));
  writeFileSync(join(clone, PUBLISHED_KEY), key.export({ type: 'spki', format: 'pem' }));
  for (const page of KEY_PAGES) {
    const file = join(clone, page);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(fingerprintOf(published), fingerprintOf(key)));
  }
  const date = git('-C', clone, 'log', '-1', '--format=%cI').trim();
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const author = ['-c', 'user.name=Jalon', '-c', 'user.email=jalon@example.org'];
  execFileSync('git', ['-C', clone, ...author, 'commit', '--quiet', '--all', '-m', 'Publish a key'], { env });
}

function git(...texts: readonly string[]): string {
  return execFileSync('git', texts, { encoding: 'utf8' });
}
