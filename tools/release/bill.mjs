import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productionPackages } from '../packages.mjs';
import { licencesIn } from './contents.mjs';

/** What a release is made of, as CycloneDX. Unlike npm's, it holds no hour and no chance, so that the same
 *  release has the same bytes. */
export function billOf({ version, commit, date, platform, packages, node, base = [] }) {
  const own = `jalon@${version}`;
  const components = [
    componentOf('application', { id: `node@${node}`, name: 'node', version: node, licence: 'MIT' }, [
      `pkg:generic/node@${node}?os=${platform}`,
    ]),
    ...packages.map((one) => componentOf('library', one, [npmAddressOf(one), digestOf(one)])),
    ...base.map((one) =>
      componentOf('library', one, [`pkg:deb/debian/${one.name}@${one.version}`, one.sha256]),
    ),
  ];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidOf(`${own} ${commit ?? ''} ${platform} ${base.length}`)}`,
    version: 1,
    metadata: {
      ...(date && { timestamp: date }),
      component: {
        ...componentOf('application', { id: own, name: 'jalon', version, licence: 'MIT' }, []),
        properties: [
          ...(commit ? [{ name: 'jalon:commit', value: commit }] : []),
          { name: 'jalon:platform', value: platform },
        ],
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

function componentOf(type, { id, name, version, licence }, [purl, digest]) {
  return {
    type,
    'bom-ref': id,
    name,
    version,
    ...(licence && { licenses: [{ expression: licence.replace(/^\((.*)\)$/, '$1') }] }),
    ...(purl && { purl }),
    ...(digest && { hashes: [hashOf(digest)] }),
  };
}

function hashOf(digest) {
  return { alg: digest.length > 64 ? 'SHA-512' : 'SHA-256', content: digest };
}

function npmAddressOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** The digest of the package as the registry gave it, in hexadecimal. */
function digestOf({ integrity }) {
  return Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
}

/** An identifier in the form of a UUID, made from what the release is. */
function uuidOf(text) {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The packages of the release in the lockfile, those inside the built code too. */
export function packagesOfRelease(root, { imported, files, contained }) {
  const isIn = ({ folder }) =>
    imported.includes(folder) ||
    contained.includes(folder) ||
    files.some((path) => path.startsWith(`${folder}/`));
  return productionPackages(root).filter(isIn);
}

/** The licences of all parts, in full where the part brings the text. */
export function licenceTexts(root, { node, packages }) {
  const parts = packages.map(({ id, licence, folder }) => {
    const texts = licencesIn(root, folder).map((path) => readFileSync(join(root, path), 'utf8').trim());
    const fallback = `Its package.json names this licence and brings no text of it: ${licence}.`;
    return `${id} (${licence})\n\n${texts.length > 0 ? texts.join('\n\n') : fallback}`;
  });
  const opening = 'What this release is made of, with the licences of its parts. Jalon itself: see LICENSE.';
  const engine = `Node.js\n\n${readFileSync(join(node, 'LICENSE'), 'utf8').trim()}`;
  return `${[opening, ...parts, engine].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}
