import { execFileSync, spawnSync } from 'node:child_process';
import {
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from './sums.mjs';

const LIST = fileURLToPath(new URL('./base.json', import.meta.url));
/** The libraries, their licences, and nothing else of a package. */
const KEPT = ['usr/lib/x86_64-linux-gnu/*.so*', 'usr/lib64/*', 'usr/share/doc/*/copyright'];
/** The account of the service in an image, as in the image of Node. */
const OWNER = 1000;

/** What Node needs of a system, from packages of Debian that are pinned by version and digest. Undefined if this
 *  machine has no tools of Debian. Throws where a package cannot be had or is another one. */
export function readBase(keptIn) {
  const { packages } = JSON.parse(readFileSync(LIST, 'utf8'));
  if (!hasTools()) return undefined;
  mkdirSync(keptIn, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'jalon-base-'));
  for (const one of packages) execFileSync('dpkg-deb', ['--extract', fetchPackage(one, keptIn), folder]);
  const entries = [...KEPT.flatMap((pattern) => entriesOf(folder, pattern)), ...ownEntries()];
  rmSync(folder, { recursive: true });
  return { packages: packages.map((one) => ({ ...one, id: `${one.name}@${one.version}` })), entries };
}

/** Writes the versions that Debian has now into base.json. */
export function renewBase(keptIn) {
  const list = JSON.parse(readFileSync(LIST, 'utf8'));
  mkdirSync(keptIn, { recursive: true });
  const packages = list.packages.map(({ name, licence }) => {
    const said = execFileSync('apt-cache', ['show', '--no-all-versions', name], { encoding: 'utf8' });
    const field = (key) => new RegExp(`^${key}: (.+)$`, 'm').exec(said)?.[1];
    return { name, version: field('Version'), sha256: field('SHA256'), licence };
  });
  writeFileSync(LIST, `${JSON.stringify({ ...list, packages }, null, 2)}\n`);
}

function hasTools() {
  return ['apt-get', 'dpkg-deb'].every((name) => spawnSync(name, ['--version']).status === 0);
}

function fetchPackage({ name, version, sha256 }, keptIn) {
  const find = () => globSync(`${name}_*.deb`, { cwd: keptIn }).map((file) => join(keptIn, file));
  const isRight = (path) => digestOf(path) === sha256;
  if (!find().some(isRight)) {
    const { status, stderr } = spawnSync('apt-get', ['download', `${name}=${version}`], {
      cwd: keptIn,
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new Error(
        `${stderr.trim()}\n\`npm run release -- --renew-base\` takes the versions that Debian has now.`,
      );
    }
  }
  const path = find().find(isRight);
  if (!path) throw new Error(`${name} ${version} has another digest than tools/release/base.json.`);
  return path;
}

function entriesOf(folder, pattern) {
  return globSync(pattern, { cwd: folder }).flatMap((name) => {
    const stat = lstatSync(join(folder, name));
    if (stat.isSymbolicLink()) return [linkTo(name, readlinkSync(join(folder, name)))];
    if (!stat.isFile()) return [];
    const bytes = readFileSync(join(folder, name));
    return [{ kind: 'file', name, mode: stat.mode & 0o755, bytes: () => bytes }];
  });
}

/** What an account and the resolver expect, and the folders that the service may write to. */
function ownEntries() {
  const text = (name, content) => ({ kind: 'file', name, mode: 0o644, bytes: () => Buffer.from(content) });
  const folder = (name, mode, owner) => ({ kind: 'folder', name, mode, owner });
  return [
    linkTo('lib', 'usr/lib'),
    linkTo('lib64', 'usr/lib64'),
    text('etc/passwd', `root:x:0:0::/:/none\njalon:x:${OWNER}:${OWNER}::/app:/none\n`),
    text('etc/group', `root:x:0:\njalon:x:${OWNER}:\n`),
    text('etc/nsswitch.conf', 'hosts: files dns\n'),
    folder('app/keys', 0o700, OWNER),
    folder('app/var', 0o700, OWNER),
    folder('tmp', 0o1777, 0),
  ];
}

function linkTo(name, target) {
  return { kind: 'link', name, mode: 0o777, target };
}
