import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assetsFolder, type NodeContext } from '../../node.ts';

import { safeName, withCopiedAddresses } from './file-names.ts';
import { madeProfiles, madeRecords, readSiteState, shownCredentials } from './read-ids.ts';
import { serverSettings, typeRules } from './server-settings.ts';
import { commonFiles, credentialFiles, profileFiles, recordFiles, type SiteFile } from './site-files.ts';

export interface Copied {
  readonly badges: number;
  readonly profiles: number;
  readonly files: number;
  /** Whether public data changed meanwhile: the copy then mixes two states of the site. */
  readonly isOvertaken: boolean;
}

interface Options {
  /** A new folder, which this fills. */
  readonly folder: string;
  readonly onProgress: (done: number, total: number) => void;
}

/** The number of files made at the same time: while a thread draws a badge's images, others are verified,
 *  read and written. */
const AT_ONCE = 4;

/** Writes all public answers into a folder, by asking the service itself for each. Memory does not grow with
 *  the number of badges. */
export async function copySite(context: NodeContext, { folder, onProgress }: Options): Promise<Copied> {
  const { store } = context.ports;
  const before = await readSiteState(store);
  const write = makeWriteFile(context, folder);
  const common: Written[] = [];
  for (const wanted of await commonFiles(context)) {
    const written = await write(wanted);
    if (written) common.push(written);
  }
  await writeBesides(context, { folder, common });
  let done = 0;
  const counted = { files: common.length, badges: 0, profiles: 0 };
  const writeAll = async (wanted: readonly SiteFile[]): Promise<boolean> => {
    const files = await writeEach(write, wanted);
    counted.files += files;
    done += 1;
    onProgress(done, before.count);
    return files > 0;
  };
  await forEach(shownCredentials(store), async (id) => {
    if (await writeAll(credentialFiles(id))) counted.badges += 1;
  });
  await forEach(madeProfiles(store), async (id) => {
    if (await writeAll(profileFiles(id))) counted.profiles += 1;
  });
  await forEach(madeRecords(store), async (id) => {
    await writeAll(recordFiles(id));
  });
  const after = await readSiteState(store);
  return { ...counted, isOvertaken: after.digest !== before.digest };
}

/** Writes these files, and returns how many there are. */
async function writeEach(write: WriteFile, wanted: readonly SiteFile[]): Promise<number> {
  let files = 0;
  for (const one of wanted) if (await write(one)) files += 1;
  return files;
}

/** Style sheet, fonts, script, and the settings for servers. */
async function writeBesides(
  { app, config }: NodeContext,
  { folder, common }: { readonly folder: string; readonly common: readonly Written[] },
): Promise<void> {
  await cp(assetsFolder(), join(folder, 'assets'), { recursive: true });
  const keys = common.filter(({ file }) => file.startsWith('/keys/'));
  const home = await app.request(`${config.publicUrl}/`);
  const settings = serverSettings({
    rules: typeRules(keys.map(({ file, type }) => [file, type])),
    origin: config.publicUrl,
    policy: framedAnywhere(home.headers.get('Content-Security-Policy') ?? ''),
  });
  for (const [file, text] of Object.entries(settings)) await writeInto(folder, file, text);
}

/** The copy has one policy for all its pages, including the cards for other sites. It has no form that a
 *  frame could misuse. */
function framedAnywhere(policy: string): string {
  return policy.replace(/form-action 'self'/, "form-action 'none'").replace(/; frame-ancestors 'none'/, '');
}

/** Works on a few items at a time. The first failure ends everything. */
async function forEach<T>(source: AsyncGenerator<T>, work: (one: T) => Promise<void>): Promise<void> {
  let failed = false;
  const worker = async () => {
    for (let next = await source.next(); !next.done && !failed; next = await source.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}

interface Written {
  readonly file: string;
  /** The media type with which the service answers. */
  readonly type: string;
}

/** Writes one file of the copy, with the answer of the service itself, so that the copy needs no second way
 *  of drawing. Undefined where the service has no such answer and the copy may lack it. */
type WriteFile = (wanted: SiteFile) => Promise<Written | undefined>;

function makeWriteFile({ app, config }: Pick<NodeContext, 'app' | 'config'>, folder: string): WriteFile {
  const origin = config.publicUrl;
  return async ({ address, file, accept, status = 200, mayLack = false }) => {
    const answer = await app.request(`${origin}${address}`, accept ? { headers: { Accept: accept } } : {});
    if (answer.status !== status) {
      await answer.body?.cancel();
      if (mayLack) return undefined;
      throw new Error(`${address} was answered with ${answer.status}`);
    }
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
    const body =
      type === 'text/html'
        ? withCopiedAddresses(await answer.text(), origin)
        : new Uint8Array(await answer.arrayBuffer());
    await writeInto(folder, file, body);
    return { file, type };
  };
}

/** Writes a file of the copy, with its folders. */
async function writeInto(folder: string, file: string, body: string | Uint8Array): Promise<void> {
  const path = join(folder, safeName(file));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, body, { flag: 'wx' });
}
