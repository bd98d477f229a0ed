import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signNote } from '../../src/adapters/signing/sign-note.ts';
import type { Instant } from '../../src/domain/time/time.ts';
import { checkpointText } from '../../src/openbadges/log/checkpoint.ts';
import { leafHash } from '../../src/openbadges/log/hash-tree.ts';
import { bundleOf, formatLogEntry } from '../../src/openbadges/log/log-entry.ts';
import { formatLogProof } from '../../src/openbadges/log/log-proof.ts';
import {
  appendToTiles,
  parseTilePath,
  pathFromTiles,
  type ReadTile,
  rootFromTiles,
} from '../../src/openbadges/log/tiles.ts';
import { fromEd25519Multikey } from '../../src/openbadges/multibase.ts';
import type { TestKey } from '../support/credential-signing.ts';

const ORIGIN = 'log.test/log';
const UTF8 = new TextEncoder();

/** This number of entries of a history; histories with other names have other entries. */
export function history(name: string, count: number): readonly string[] {
  const digest = (at: number) => Buffer.from(`${name} ${at}`).toString('hex').padEnd(64, '0');
  return Array.from({ length: count }, (_, at) => formatLogEntry({ document: digest(at), jws: digest(at) }));
}

function tilesOf(entries: readonly string[]): ReadTile {
  const tiles = appendToTiles(
    0,
    [],
    entries.map((text) => leafHash(UTF8.encode(text))),
  );
  return async (level, number, width) =>
    (tiles.find((tile) => tile.level === level && tile.number === number)?.hashes ?? []).slice(0, width);
}

/** A checkpoint of these entries that a key of the service really signed. */
export async function signedState(entries: readonly string[], key: TestKey, at: Date): Promise<string> {
  const size = entries.length;
  const root = await rootFromTiles(size, tilesOf(entries));
  return signNote({
    name: ORIGIN,
    text: checkpointText({ origin: ORIGIN, size, root }),
    key: { kid: 'k', sign: async (bytes: Uint8Array) => key.sign(bytes) } as Parameters<
      typeof signNote
    >[0]['key'],
    publicKey: fromEd25519Multikey(key.publicKeyMultibase) as Uint8Array,
    at: at.toISOString() as Instant,
  });
}

/** The proof of an entry, with a checkpoint of any history that the liar chooses. */
export async function proofOf(
  entries: readonly string[],
  index: number,
  checkpoint: string,
): Promise<string> {
  return formatLogProof({
    extra: UTF8.encode(entries[index] ?? ''),
    index,
    path: await pathFromTiles(index, entries.length, tilesOf(entries)),
    checkpoint,
  });
}

/** The service's present claims; a test changes them between two visits. */
export interface Lie {
  entries: readonly string[];
  checkpoint: string;
  /** The keys in its DID document. */
  keys: readonly TestKey[];
  /** Other files, by path. */
  files: Readonly<Record<string, string>>;
}

/** A service that holds a signing key and may answer each visitor with false data. */
export async function startLyingLog(lie: Lie) {
  const answerOf = async (path: string): Promise<string | Uint8Array | undefined> => {
    const file = lie.files[path];
    if (file !== undefined) return file;
    if (path === '/log/checkpoint') return lie.checkpoint;
    if (path === '/.well-known/did.json') return JSON.stringify({ verificationMethod: lie.keys });
    const tile = path.startsWith('/log/tile/') ? parseTilePath(path.slice('/log/tile/'.length)) : undefined;
    if (!tile) return undefined;
    if (tile.level === undefined) return bundleOf(lie.entries.slice(tile.number * 256).slice(0, tile.width));
    return Buffer.concat(await tilesOf(lie.entries)(tile.level, tile.number, tile.width));
  };
  const server = createServer(async ({ url = '' }, response) => {
    const answer = await answerOf(url);
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, stop: () => server.close() };
}
