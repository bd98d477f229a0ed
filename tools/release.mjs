// `npm run release [-- --key FILE]`: makes from a clean tree, in artefacts/, all that is published of a version:
// an archive that runs with the Node inside it, an image for containers, the list of parts with their licences,
// and the digests of all, signed where `--key` names a private key of Ed25519 (PEM). The same commit gives the
// same bytes.
import { execFileSync } from 'node:child_process';
import { createWriteStream, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { buildAnew } from './build.mjs';
import { continueUnderNode24, fetchNode24 } from './node24.mjs';
import { readJson } from './packages.mjs';
import { billOf, licenceTexts, packagesOfRelease } from './release/bill.mjs';
import { contentsOf } from './release/contents.mjs';
import { writeSums } from './release/sums.mjs';
import { tarOf } from './release/tar.mjs';
import { tracePackages } from './release/trace.mjs';
import { SYSTEM_FAILED, say } from './say.mjs';
import { setUp } from './set-up.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARTEFACTS = join(ROOT, 'artefacts');

try {
  if (await continueUnderNode24(fileURLToPath(import.meta.url))) await release();
} catch (fault) {
  say(fault.message);
  process.exitCode = SYSTEM_FAILED;
}

async function release() {
  const { values } = parseArgs({ options: { key: { type: 'string' } } });
  refuseChanges();
  await setUp();
  await buildAnew();
  const about = await describeRelease();
  const name = `jalon-${about.version}-${about.platform}`;
  mkdirSync(ARTEFACTS, { recursive: true });
  for (const old of globSync(['jalon-*', 'SHA256SUMS*', 'release-key.pem'], { cwd: ARTEFACTS })) {
    rmSync(join(ARTEFACTS, old), { recursive: true });
  }
  const entries = contentsOf(ROOT, about);
  await writeArchive(`${name}.tar.gz`, entries, { folder: name, seconds: about.seconds });
  writeFileSync(join(ARTEFACTS, `${name}.cdx.json`), about.written['sbom.cdx.json']);
  const made = [`${name}.tar.gz`, `${name}.cdx.json`];
  const signed = writeSums(ARTEFACTS, made, values.key);
  say(`In artefacts/: ${[...made, ...signed].join(', ')}.`);
  if (!values.key) say('Not signed: `--key FILE` names the private key (docs/releases.md).');
}

/** A release is what a commit holds, so a tree with changes makes none. */
function refuseChanges() {
  if (git('status', '--porcelain') !== '') {
    throw new Error('A release is made from a clean tree: commit what is changed, or put it aside.');
  }
}

async function describeRelease() {
  const { version } = readJson(ROOT, 'package.json');
  const platform = `${process.platform}-${process.arch}`;
  const seconds = Number(git('log', '-1', '--format=%ct'));
  const node = join(await fetchNode24(), '../..');
  const traced = await tracePackages(ROOT);
  const packages = packagesOfRelease(ROOT, traced);
  const nodeVersion = readJson(node, 'package.json').version;
  const date = new Date(seconds * 1000).toISOString();
  const bill = billOf({
    version,
    commit: git('rev-parse', 'HEAD'),
    date,
    platform,
    packages,
    node: nodeVersion,
  });
  const written = {
    'package.json': toText({ name: 'jalon', version, private: true, license: 'MIT', type: 'module' }),
    'sbom.cdx.json': toText(bill),
    LICENCES: licenceTexts(ROOT, { node, packages }),
  };
  return { version, platform, seconds, node, traced, packages, written };
}

async function writeArchive(name, entries, { folder, seconds }) {
  const inside = entries.map((entry) => ({ ...entry, name: `${folder}/${entry.name}` }));
  const file = createWriteStream(join(ARTEFACTS, name));
  await pipeline(Readable.from(tarOf(inside, { seconds })), createGzip({ level: 9 }), file);
}

function toText(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function git(...words) {
  return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
}
