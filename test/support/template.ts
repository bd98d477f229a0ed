import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeys } from '../../src/adapters/signing/key-life.node.ts';
import { toInstant } from '../../src/domain/time/time.ts';
import { migrateDatabase } from '../../src/node.ts';

/** The variable with the folder of this run's template, for every process of the run. */
const FOLDER = 'JALON_TEST_TEMPLATE';

/** Makes a folder of keys and a migrated, empty database. An RSA key of 3,072 bits takes most of a second of
 *  processor time, so they are made once for all tests, and each test gets a copy. */
export async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-template-'));
  await generateKeys({ folder: join(folder, 'keys'), at: toInstant(new Date()) });
  await migrateDatabase({ DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}` });
  process.env[FOLDER] = folder;
  return folder;
}

let madeHere: Promise<string> | undefined;

/** The folder that all tests of this run copy from. Outside a run of tests, the first caller makes it. */
export function readTemplate(): Promise<string> {
  const folder = process.env[FOLDER];
  if (folder) return Promise.resolve(folder);
  madeHere ??= makeTemplate();
  return madeHere;
}

/** Copies new keys into this folder, as `keys generate` would have left them. */
export async function copyKeys(to: string): Promise<void> {
  await cp(join(await readTemplate(), 'keys'), to, { recursive: true, preserveTimestamps: true });
}

/** Copies a migrated, empty database to this path. */
export async function copyDatabase(to: string): Promise<void> {
  await cp(join(await readTemplate(), 'jalon.db'), to);
}

/** The database of a world, which `make` writes once a run, at the path that it is given, and which each test
 *  copies. Tests of several processes may ask for it at once: a world that was made twice is kept once. */
export async function worldDatabase(
  description: unknown,
  make: (path: string) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 32);
  const path = join(await readTemplate(), `${hash}.db`);
  if (!existsSync(path)) {
    const beside = `${path}-${randomUUID()}`;
    await make(beside);
    await rename(beside, path);
  }
  return path;
}
