import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logOrigin } from '../../src/issuing/addresses.ts';
import { bundleOf, formatLogEntry } from '../../src/issuing/log-entry.ts';
import { didOf } from '../../src/open-badges/keys/did-web.ts';
import { fromEd25519Multikey } from '../../src/open-badges/keys/multibase.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { checkpointText } from '../../src/open-badges/transparency-log/checkpoint.ts';
import { leafHash } from '../../src/open-badges/transparency-log/hash-tree.ts';
import { formatLogProof } from '../../src/open-badges/transparency-log/log-proof.ts';
import {
  formatNote,
  noteKeyId,
  timedMessage,
  timedValue,
} from '../../src/open-badges/transparency-log/signed-note.ts';
import {
  appendToTiles,
  parseTilePath,
  pathFromTiles,
  type ReadTile,
  rootFromTiles,
} from '../../src/open-badges/transparency-log/tiles.ts';
import type { TestKey } from '../support/credential-signing.ts';

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

interface Signing {
  readonly key: TestKey;
  /** In seconds since 1970. */
  readonly atSeconds: number;
  /** The address of the service that the log says it belongs to. */
  readonly url: string;
}

/** A checkpoint of these entries that a key of the service really signed. */
export async function signedState(
  entries: readonly string[],
  { key, atSeconds, url }: Signing,
): Promise<string> {
  const origin = logOrigin(url);
  const size = entries.length;
  const root = await rootFromTiles(size, tilesOf(entries));
  const text = checkpointText({ origin, size, root });
  const publicKey = fromEd25519Multikey(key.publicKeyMultibase) as Uint8Array;
  const timed = await key.sign(UTF8.encode(timedMessage(atSeconds, text)));
  return formatNote({
    text,
    signatures: [
      { name: origin, keyId: noteKeyId(origin, 'note', publicKey), value: await key.sign(UTF8.encode(text)) },
      { name: origin, keyId: noteKeyId(origin, 'timed', publicKey), value: timedValue(atSeconds, timed) },
    ],
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
  /** Members that replace those of the DID document, or of its methods. */
  document?: JsonObject;
  method?: JsonObject;
  /** Other files, by path. */
  files: Readonly<Record<string, string>>;
}

function documentOf({ keys, document, method }: Lie, url: string): JsonObject {
  const id = didOf(url);
  const verificationMethod = keys.map(({ publicKeyMultibase }, at) => ({
    id: `${id}#${at}`,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase,
    ...method,
  }));
  return { id, verificationMethod, assertionMethod: keys.map((_, at) => `${id}#${at}`), ...document };
}

/** A service that holds a signing key and may answer each visitor with false data. */
export async function startLyingLog(lie: Lie) {
  const answerOf = async (path: string, url: string): Promise<string | Uint8Array | undefined> => {
    const file = lie.files[path];
    if (file !== undefined) return file;
    if (path === '/log/checkpoint') return lie.checkpoint;
    if (path === '/.well-known/did.json') return JSON.stringify(documentOf(lie, url));
    const tile = path.startsWith('/log/tile/') ? parseTilePath(path.slice('/log/tile/'.length)) : undefined;
    if (!tile) return undefined;
    if (tile.level === undefined) return bundleOf(lie.entries.slice(tile.number * 256).slice(0, tile.width));
    return Buffer.concat(await tilesOf(lie.entries)(tile.level, tile.number, tile.width));
  };
  const server = createServer(async ({ url = '', headers }, response) => {
    const answer = await answerOf(url, `http://${headers.host}`);
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, stop: () => server.close() };
}
