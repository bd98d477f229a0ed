import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import {
  AgeError,
  openWith,
  parseIdentities,
  parseRecipient,
  sealFor,
} from '../adapters/backup-encryption/age.node.ts';
import { type ArchivedFile, packFiles, unpackFiles } from '../adapters/backup-encryption/tar.node.ts';
import { backupSqlite, restoreSqlite } from '../adapters/storage/engines/backup.node.ts';
import {
  makeFolderOf,
  makePrivateFile,
  makePrivateFolder,
  publishFile,
} from '../adapters/storage/engines/private-files.node.ts';
import { toUnusable } from '../adapters/storage/engines/sqlite-errors.node.ts';
import { DomainError } from '../domain/errors.ts';
import { migrationsFolder } from '../node.ts';
import { readSettings } from '../settings/read.node.ts';
import type { CommandCall } from './command.ts';
import { UsageError } from './errors.ts';
import { OWNER_ONLY } from './output.ts';

const DATABASE = 'jalon.db';
const KEYS = 'keys/';
const KEY_FILE = /^[a-z0-9][a-z0-9-]{1,63}\.json$/;

/** What a sealed backup holds. */
export interface Sealed {
  readonly keys: number;
  /** Whether the database is in it: PostgreSQL has its own backup programs. */
  readonly hasDatabase: boolean;
  /** The size of the archive. */
  readonly bytes: number;
}

/** Writes the database and the folder of keys as one compressed archive that only the holder of the recipient's identity opens
 *  (`age`). Nothing of it is on the disk in clear but the copy of the database, in a private folder. */
export async function sealBackup(call: CommandCall, file: string, recipientText: string): Promise<Sealed> {
  const recipient = parseRecipient(recipientText);
  if (!recipient) throw new UsageError(call.texts.badRecipient(recipientText));
  if (existsSync(file)) throw unreadable(file, 'exists');
  const { database, keysDir } = readSettings(call.environment).config;
  const folder = await makePrivateFolder(await makeFolderOf(file));
  try {
    const copy = join(folder.path, DATABASE);
    const hasDatabase = database.kind === 'sqlite';
    if (hasDatabase)
      await backupSqlite({ from: database.file, to: copy, migrationsFolder: migrationsFolder() });
    const names = (await readdir(keysDir).catch(noneIfAbsent)).filter((name) => KEY_FILE.test(name));
    // The night would pass for saved, and the keys would be found missing after the loss.
    if (names.length === 0) throw new DomainError('key-missing');
    const files = [
      ...(hasDatabase ? [await archived(copy, DATABASE)] : []),
      ...(await Promise.all(names.map((name) => archived(join(keysDir, name), KEYS + name)))),
    ];
    const sealed = join(folder.path, 'sealed.age');
    makePrivateFile(sealed);
    const packed = Readable.from(packFiles(files)).compose(createGzip());
    await pipeline(Readable.from(sealFor(recipient, packed)), createWriteStream(sealed));
    const { size } = await stat(sealed);
    await publishFile(sealed, file);
    return { keys: names.length, hasDatabase, bytes: size };
  } finally {
    await folder.remove();
  }
}

export interface Opened {
  /** Absent if the archive has no database. */
  readonly migrations?: number;
  readonly keys: number;
  /** Files of keys that stand there with another content, and were left so. */
  readonly keptKeys: readonly string[];
}

/** Opens a sealed backup with an identity, and puts the database and the keys in their place. Nothing is put there
 *  before the whole archive is known to be authentic. A file of a key that is there is never replaced: an old copy
 *  must not bring a retired key back. Throws `unreadable-file`, and what `restoreSqlite` throws. */
export async function openBackup(call: CommandCall, file: string, identityFile: string): Promise<Opened> {
  const { database, keysDir } = readSettings(call.environment).config;
  const identities = parseIdentities(readIdentity(identityFile));
  if (identities.length === 0) throw new UsageError(call.texts.badIdentity(identityFile));
  const place = database.kind === 'sqlite' ? database.file : keysDir;
  const folder = await makePrivateFolder(await makeFolderOf(place));
  try {
    const names = await unseal(file, { identities, into: folder.path }).catch((error: unknown) => {
      throw toError(error, { file, place });
    });
    const copy = join(folder.path, DATABASE);
    const isWhole = names.includes(DATABASE) && database.kind === 'sqlite';
    const migrated = isWhole
      ? await restoreSqlite({ from: copy, to: database.file, migrationsFolder: migrationsFolder() })
      : undefined;
    const keys = names.filter((name) => name !== DATABASE);
    const keptKeys = await putKeys(
      keys.map((name) => join(folder.path, name)),
      resolve(keysDir),
    );
    return {
      ...(migrated && { migrations: migrated.length }),
      keys: keys.length - keptKeys.length,
      keptKeys,
    };
  } finally {
    await folder.remove();
  }
}

type Identities = ReturnType<typeof parseIdentities>;

/** Writes the files of the archive into a folder, and returns their names there. */
async function unseal(file: string, { identities, into }: { identities: Identities; into: string }) {
  const names: string[] = [];
  await unpackFiles(unzip(openWith(identities, createReadStream(file))), async ({ name, bytes }) => {
    const plain = name.startsWith(KEYS) ? name.slice(KEYS.length) : name;
    if (name !== DATABASE && !(name.startsWith(KEYS) && KEY_FILE.test(plain))) throw new AgeError('damaged');
    const path = join(into, plain);
    makePrivateFile(path);
    await pipeline(Readable.from(bytes), createWriteStream(path));
    names.push(plain);
  });
  return names;
}

/** The first bytes of a gzip file (RFC 1952 §2.3.1). */
const GZIP = [0x1f, 0x8b];

/** Decompresses an archive. Those of earlier versions are not compressed. */
async function* unzip(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { value: first = new Uint8Array() } = await source.next();
  const whole = Readable.from(startWith(first, source));
  yield* GZIP.every((byte, at) => first[at] === byte) ? whole.compose(createGunzip()) : whole;
}

async function* startWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first;
  yield* rest;
}

function noneIfAbsent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** A disk that is full or broken where the archive is unpacked says nothing against the archive. */
function toError(
  error: unknown,
  { file, place }: { readonly file: string; readonly place: string },
): unknown {
  if (error instanceof AgeError) return unreadable(file, error.reason);
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  const isOfArchive = syscall === undefined || syscall === 'read' || path === file;
  return isOfArchive ? unreadable(file, code ?? 'damaged') : toUnusable(error, place);
}

async function putKeys(files: readonly string[], keysDir: string): Promise<readonly string[]> {
  await mkdir(keysDir, { recursive: true, mode: OWNER_ONLY.folder });
  const saved: string[] = [];
  for (const from of files) {
    const to = join(keysDir, basename(from));
    if (!existsSync(to)) {
      makePrivateFile(to);
      await copyFile(from, to);
    } else if (!(await readFile(from)).equals(await readFile(to))) saved.push(basename(to));
  }
  return saved;
}

async function archived(path: string, name: string): Promise<ArchivedFile> {
  return { name, size: (await stat(path)).size, bytes: createReadStream(path) };
}

function readIdentity(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('unreadable-file', { name, reason });
}
