import { cp, mkdtemp } from 'node:fs/promises';
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

/** Outside a run of tests, the first caller makes the template. */
function readTemplate(): Promise<string> {
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
