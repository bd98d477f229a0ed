import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeys } from '../../src/adapters/signing/key-life.node.ts';
import { toInstant } from '../../src/domain/time/time.ts';
import { migrateDatabase } from '../../src/node.ts';

/** Where the template of this run stands, for every process of it. */
const FOLDER = 'JALON_TEST_TEMPLATE';

/** A folder of keys and a migrated, empty database. Making an RSA key of 3,072 bits takes most of a second of processor
 *  time, so they are made once for all tests; each test gets a copy of its own. */
export async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-template-'));
  await generateKeys({ folder: join(folder, 'keys'), at: toInstant(new Date()) });
  await migrateDatabase({ DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}` });
  process.env[FOLDER] = folder;
  return folder;
}

let madeHere: Promise<string> | undefined;

/** Outside a run of tests, the first to ask makes it. */
function readTemplate(): Promise<string> {
  const folder = process.env[FOLDER];
  if (folder) return Promise.resolve(folder);
  madeHere ??= makeTemplate();
  return madeHere;
}

/** New keys in the folder named, as `keys generate` would have left them. */
export async function copyKeys(to: string): Promise<void> {
  await cp(join(await readTemplate(), 'keys'), to, { recursive: true, preserveTimestamps: true });
}

/** A migrated, empty database under the name given. */
export async function copyDatabase(to: string): Promise<void> {
  await cp(join(await readTemplate(), 'jalon.db'), to);
}
