import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { tarOf } from './tar.mjs';

const TYPE = 'application/vnd.oci.image';
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/** An image for containers in the layout of the Open Container Initiative, as entries of a tar archive, made
 *  without an engine: two layers, the base and the program, and their descriptions. */
export async function imageOf({ base, program, version, date, seconds, arch, environment }) {
  const layers = [await layerOf(base, seconds), await layerOf(program, seconds)];
  const config = blobOf({
    created: date,
    architecture: ARCHITECTURES[arch],
    os: 'linux',
    config: {
      User: '1000:1000',
      ExposedPorts: { '3000/tcp': {} },
      Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
      Entrypoint: ['/app/node/bin/node', '/app/dist/start.js'],
      Cmd: ['serve'],
      Volumes: { '/app/keys': {}, '/app/var': {} },
      WorkingDir: '/app',
      Labels: labelsOf(version, date),
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ unpacked }) => unpacked) },
    history: ['the libraries of Debian', 'Jalon'].map((comment) => ({ created: date, comment })),
  });
  const manifest = blobOf({
    schemaVersion: 2,
    mediaType: `${TYPE}.manifest.v1+json`,
    config: descriptionOf(config, 'config.v1+json'),
    layers: layers.map((layer) => descriptionOf(layer, 'layer.v1.tar+gzip')),
    annotations: labelsOf(version, date),
  });
  const index = {
    schemaVersion: 2,
    mediaType: `${TYPE}.index.v1+json`,
    manifests: [
      {
        ...descriptionOf(manifest, 'manifest.v1+json'),
        platform: { architecture: ARCHITECTURES[arch], os: 'linux' },
        // The first is the name for Podman and skopeo, the second for Docker.
        annotations: {
          'org.opencontainers.image.ref.name': version,
          'io.containerd.image.name': `docker.io/library/jalon:${version}`,
        },
      },
    ],
  };
  return [
    fileOf('oci-layout', toBytes({ imageLayoutVersion: '1.0.0' })),
    fileOf('index.json', toBytes(index)),
    ...[...layers, config, manifest].map(({ digest, bytes }) =>
      fileOf(`blobs/${digest.replace(':', '/')}`, bytes),
    ),
  ];
}

async function layerOf(entries, seconds) {
  const tar = Buffer.concat(await Array.fromAsync(tarOf(entries, { seconds })));
  const bytes = gzipSync(tar, { level: 9 });
  return { bytes, digest: digestOf(bytes), unpacked: digestOf(tar) };
}

function blobOf(value) {
  const bytes = toBytes(value);
  return { bytes, digest: digestOf(bytes) };
}

function descriptionOf({ bytes, digest }, type) {
  return { mediaType: `${TYPE}.${type}`, digest, size: bytes.length };
}

function labelsOf(version, date) {
  return {
    'org.opencontainers.image.title': 'Jalon',
    'org.opencontainers.image.version': version,
    'org.opencontainers.image.created': date,
    'org.opencontainers.image.licenses': 'MIT',
  };
}

function fileOf(name, bytes) {
  return { kind: 'file', name, mode: 0o644, bytes: () => bytes };
}

function toBytes(value) {
  return Buffer.from(JSON.stringify(value));
}

function digestOf(bytes) {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
