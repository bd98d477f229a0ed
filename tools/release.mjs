// `npm run release [-- --key FILE | --renew-base]`: makes from a clean tree, in artefacts/, all that is published of a version:
// an archive that runs with the Node inside it, an image for containers, the list of parts with their licences,
// and the digests of all, signed if `--key` names a private key of Ed25519 (PEM, with its passphrase in
// RELEASE_KEY_PASSPHRASE). If the repository publishes a key (release-key.pem), only its private half signs. The same
// commit gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createWriteStream, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { buildAnew } from './build.mjs';
import { say } from './print.mjs';
import { readBase, renewBase } from './release/base.mjs';
import { contentsOf, contentsOfImage } from './release/contents.mjs';
import { describeProgram } from './release/describe.mjs';
import { findPageErrors, PUBLISHED_KEY, readPublishedKey, readSigningKey } from './release/key.mjs';
import { imageOf } from './release/oci.mjs';
import { writeSums } from './release/sums.mjs';
import { tarOf } from './release/tar.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARTEFACTS = join(ROOT, 'artefacts');
/** Packages of Debian for the image, kept from one release to the next. */
const DEBIAN = join(ROOT, 'var/debian/packages');

await release();

async function release() {
  const { values } = parseArgs({ options: { key: { type: 'string' }, 'renew-base': { type: 'boolean' } } });
  if (values['renew-base']) return renewBase(DEBIAN);
  refuseChanges();
  const passphrase = process.env.RELEASE_KEY_PASSPHRASE;
  const key = values.key && readSigningKey(values.key, { published: readPublishedKey(ROOT), passphrase });
  const errors = findPageErrors(ROOT);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  await buildAnew();
  const about = await describeRelease();
  const name = `jalon-${about.version}-${about.platform}`;
  mkdirSync(ARTEFACTS, { recursive: true });
  for (const old of globSync(['jalon-*', 'SHA256SUMS*', PUBLISHED_KEY], { cwd: ARTEFACTS })) {
    rmSync(join(ARTEFACTS, old), { recursive: true });
  }
  const entries = contentsOf(ROOT, about);
  await writeArchive(`${name}.tar.gz`, entries, { folder: name, seconds: about.seconds });
  writeFileSync(join(ARTEFACTS, `${name}.cdx.json`), about.bill(about.base?.packages));
  const made = [`${name}.tar.gz`, `${name}.cdx.json`];
  if (about.base) made.push(await writeImage(`${name}.oci.tar`, entries, about));
  else say('No image: apt-get and dpkg-deb give its libraries, and are not on this machine.');
  const signed = writeSums(ARTEFACTS, made, key);
  say(`In artefacts/: ${[...made, ...signed].join(', ')}.`);
  if (!key) say('Unsigned: `--key FILE` names the private key (docs/releases.md).');
}

/** A release is what a commit holds, so a tree with changes makes none. */
function refuseChanges() {
  if (git('status', '--porcelain') !== '') {
    throw new Error('A release is made from a clean tree: commit what is changed, or put it aside.');
  }
}

async function describeRelease() {
  const seconds = Number(git('log', '-1', '--format=%ct'));
  const date = new Date(seconds * 1000).toISOString();
  const described = await describeProgram(ROOT, { commit: git('rev-parse', 'HEAD'), date });
  return { ...described, seconds, date, base: readBase(DEBIAN) };
}

async function writeArchive(name, entries, { folder, seconds }) {
  const inside = entries.map((entry) => ({ ...entry, name: `${folder}/${entry.name}` }));
  const file = createWriteStream(join(ARTEFACTS, name));
  await pipeline(Readable.from(tarOf(inside, { seconds })), createGzip({ level: 9 }), file);
}

async function writeImage(name, entries, { base, version, date, seconds }) {
  const program = contentsOfImage(entries).map((entry) => ({ ...entry, name: `app/${entry.name}` }));
  const environment = { NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '3000' };
  const image = await imageOf({
    base: base.entries,
    program,
    version,
    date,
    seconds,
    arch: process.arch,
    environment,
  });
  await pipeline(Readable.from(tarOf(image, { seconds })), createWriteStream(join(ARTEFACTS, name)));
  return name;
}

function git(...words) {
  return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
}
