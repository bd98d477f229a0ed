import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataVersion, DataVersionOf } from '../../application/store/service-readers.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { assetsFolder, type NodeContext } from '../../node.ts';
import { makeStateOf } from './content-digest.ts';
import { withCopiedAddresses } from './file-names.ts';
import { forEachConcurrent } from './for-each-concurrent.ts';
import { type Noted, noteKey } from './manifest.ts';
import { madeProfiles, madeRecords, readSiteState, shownCredentials } from './read-ids.ts';
import { serverSettings, type TypeRule, typeRules } from './server-settings.ts';
import { commonFiles, credentialFiles, profileFiles, recordFiles, type SiteFile } from './site-files.ts';
import { type CopyFiles, type EarlierCopy, makeCopyFiles } from './write-files.ts';

export interface Copied {
  readonly badges: number;
  readonly profiles: number;
  readonly files: number;
  /** Files whose bytes no earlier copy had. */
  readonly written: number;
  /** Whether public data changed in the meantime: the copy then mixes two states of the site. */
  readonly isOvertaken: boolean;
  /** The types of files whose names do not tell them. */
  readonly types: readonly TypeRule[];
}

interface Options {
  /** A new folder, which this fills. */
  readonly folder: string;
  /** Copies made before, whose files are kept where they would be the same. */
  readonly earlier?: readonly EarlierCopy[];
  /** Called with what the next copy must know of a badge or profile. */
  readonly note?: (key: string, noted: Noted) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** The number of badges drawn at the same time: while threads draw images, others are verified, read and
 *  written. */
const AT_ONCE = 6;

/** Writes all public answers into a folder, by asking the service itself for each. Memory does not grow with
 *  the number of badges, but for the lines of the earlier copies. */
export async function copySite(context: NodeContext, options: Options): Promise<Copied> {
  const { folder, earlier = [], onProgress } = options;
  const { store } = context.ports;
  const before = await readSiteState(store);
  const files = makeCopyFiles(folder, earlier);
  const { types, ...common } = await writeCommon(context, files);
  const copySubject = makeCopySubject(context, { files, note: options.note });
  let done = 0;
  const counted = { ...common, badges: 0, profiles: 0 };
  const copyAll = async (subject: Wanted): Promise<boolean> => {
    const copied = await copySubject(subject);
    counted.files += copied.files;
    counted.written += copied.written;
    done += 1;
    onProgress(done, before.count);
    return copied.files > 0;
  };
  await forEachConcurrent(AT_ONCE, shownCredentials(store), async (id) => {
    if (await copyAll({ of: { kind: 'credential', id }, wanted: credentialFiles(id) })) counted.badges += 1;
  });
  await forEachConcurrent(AT_ONCE, madeProfiles(store), async (id) => {
    if (await copyAll({ of: { kind: 'profile', id }, wanted: profileFiles(id) })) counted.profiles += 1;
  });
  await forEachConcurrent(AT_ONCE, madeRecords(store), async (id) => {
    await copyAll({ wanted: recordFiles(id) });
  });
  const after = await readSiteState(store);
  return { ...counted, types, isOvertaken: after.digest !== before.digest };
}

interface Sums {
  readonly files: number;
  readonly written: number;
}

/** Everything that concerns no person, with styles, fonts, script, and the settings for servers. It is drawn each
 *  time: it is little, and names the day of the copy. */
async function writeCommon(context: NodeContext, files: CopyFiles): Promise<Sums & Pick<Copied, 'types'>> {
  const { app, config } = context;
  const draw = makeDrawFile(context);
  const sums = { files: 0, written: 0 };
  const keys: [file: string, type: string][] = [];
  for (const one of await commonFiles(context)) {
    const drawn = await draw(one);
    if (!drawn) continue;
    sums.files += 1;
    if (files.write(one.file, drawn.body)) sums.written += 1;
    if (one.file.startsWith('/keys/')) keys.push([one.file, drawn.type]);
  }
  for (const name of await readdir(assetsFolder())) {
    files.write(`/assets/${name}`, await readFile(join(assetsFolder(), name)));
  }
  const home = await app.request(`${config.publicUrl}/`);
  const types = typeRules(keys);
  const settings = serverSettings({
    rules: types,
    origin: config.publicUrl,
    policy: framedAnywhere(home.headers.get('Content-Security-Policy') ?? ''),
  });
  for (const [file, text] of Object.entries(settings)) files.write(file, Buffer.from(text));
  return { ...sums, types };
}

/** The copy has one policy for all its pages, including the cards for other sites. It has no form that a
 *  frame could misuse. */
function framedAnywhere(policy: string): string {
  return policy.replace(/form-action 'self'/, "form-action 'none'").replace(/; frame-ancestors 'none'/, '');
}

/** A badge, a profile or a record with all files that it may have. */
interface Wanted {
  /** The state of the database on which its answers rest. A record has none: its files are drawn each time. */
  readonly of?: DataVersionOf;
  readonly wanted: readonly SiteFile[];
}

interface Into {
  readonly files: CopyFiles;
  readonly note: Options['note'];
}

/** Copies one badge, profile or record. Nothing of it is drawn where an earlier copy drew it from the same state. */
function makeCopySubject(context: NodeContext, { files, note }: Into) {
  const { store, clock } = context.ports;
  const stateOf = makeStateOf(context);
  const draw = makeDrawFile(context);

  return async ({ of, wanted }: Wanted): Promise<Sums> => {
    const key = noteKey(wanted[0]?.address ?? '');
    const state = of && stateOf(await store.readDataVersion(of));
    const now = clock.now();
    const saved =
      state !== undefined
        ? files.keep({ key, state, now, files: wanted.map(({ file }) => file) })
        : undefined;
    if (saved) {
      note?.(key, saved);
      return { files: [...saved.has].filter((one) => one === '1').length, written: 0 };
    }
    const drawnNow = await drawAll(wanted);
    // What the service keeps for no one else, a copy does not keep either: it rests on more than this state.
    const mayKeep = drawnNow.rests.every((one) => one && stateOf(one.dataVersion) === state);
    if (mayKeep && state !== undefined) {
      const changes = drawnNow.rests.flatMap((one) => one?.changesAt ?? []).filter((at) => at > now);
      const has = wanted.map(({ file }) => (drawnNow.files.includes(file) ? '1' : '0')).join('');
      note?.(key, { state, until: changes.toSorted()[0], has, ...files.measure(drawnNow.files) });
    }
    return { files: drawnNow.files.length, written: drawnNow.written };
  };

  async function drawAll(wanted: readonly SiteFile[]) {
    const drawn = { files: [] as string[], rests: [] as Drawn['rests'][], written: 0 };
    for (const one of wanted) {
      const made = await draw(one);
      if (!made) continue;
      drawn.files.push(one.file);
      if (!one.lasts) drawn.rests.push(made.rests);
      if (files.write(one.file, made.body)) drawn.written += 1;
    }
    return drawn;
  }
}

/** One file of the copy, drawn. */
interface Drawn {
  readonly body: Uint8Array;
  /** The media type with which the service answers. */
  readonly type: string;
  /** What the answer rests on; absent if the service itself would not keep it. */
  readonly rests?: { readonly dataVersion: DataVersion; readonly changesAt: readonly Instant[] };
}

/** Draws a file of the copy, with the answer of the service itself, so that the copy needs no second way of
 *  drawing. Undefined if the service has no such answer and the copy may lack it. */
type DrawFile = (wanted: SiteFile) => Promise<Drawn | undefined>;

function makeDrawFile({ app, config }: Pick<NodeContext, 'app' | 'config'>): DrawFile {
  const origin = config.publicUrl;
  return async ({ address, accept, status = 200, mayLack = false }) => {
    let rests: Drawn['rests'];
    const whenKept = (of: NonNullable<Drawn['rests']>) => {
      rests = of;
    };
    const requested = accept ? { headers: { Accept: accept } } : {};
    const answer = await app.request(`${origin}${address}`, requested, { whenKept });
    if (answer.status !== status) {
      await answer.body?.cancel();
      if (mayLack) return undefined;
      throw new Error(`${address} was answered with ${answer.status}`);
    }
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
    const body =
      type === 'text/html'
        ? Buffer.from(withCopiedAddresses(await answer.text(), origin))
        : new Uint8Array(await answer.arrayBuffer());
    return { body, type, ...(rests && { rests }) };
  };
}
