import { type Bucket, openBucket } from '../../adapters/object-store/bucket.node.ts';
import { type Command, type CommandCall, textOption } from '../../cli/command.ts';
import { UsageError } from '../../cli/errors.ts';
import { openNodeContext } from '../../node.ts';
import { OBJECT_STORE_NEEDS } from '../../settings/object-store.ts';
import { readSettings } from '../../settings/read.node.ts';
import { type Copied, copySite } from './run.ts';
import { type CopyPlace, openCopyPlace } from './target-folder.ts';
import { markBucket, type Sent, sendCopy } from './upload.ts';

/** Everyone may read the copy, unlike all other files that verbs write. */
const UMASK = 0o022;
/** Where something public changes in the meantime, the copy is made again, from what was just made. */
const MOST_ATTEMPTS = 3;

/** `export-static FOLDER`: writes all public answers as plain files. When the service ends, any web server
 *  can serve them at the same addresses. The folder appears complete, or not at all; where it is a copy already,
 *  only what changed is drawn, and what is public no more is gone. With `--bucket`, an object store gets the same. */
const exportStaticCommand: Command = {
  options: { bucket: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const { words, texts } = call;
    const name = words[0] ?? '';
    const place = openCopyPlace(name);
    if (!place) throw new UsageError(texts.folderNoCopy(name));
    const bucket = await bucketOf(call);
    const umask = process.umask(UMASK);
    try {
      const copied = await copyTo(place, call);
      place.clear();
      const answer = reportCopy(call, place, copied);
      if (answer === 0 && bucket) await send(call, { bucket, place, copied });
      return answer;
    } finally {
      process.umask(umask);
    }
  },
};

/** The command by its name, which is a public contract and does not change. */
export const staticExportCommands = { 'export-static': exportStaticCommand };

/** The bucket that the copy is sent to as well, if any. Whether it may be written is asked before anything is drawn. */
async function bucketOf(call: CommandCall): Promise<Bucket | undefined> {
  const bucket = textOption(call, 'bucket');
  if (bucket === undefined) return undefined;
  const { config, secrets } = readSettings(call.environment);
  const secretAccessKey = secrets.objectStoreKey;
  if (!config.objectStore || !secretAccessKey)
    throw new UsageError(call.texts.bucketNeeds(OBJECT_STORE_NEEDS));
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) throw new UsageError(call.texts.badBucket(bucket));
  const opened = openBucket({ ...config.objectStore, secretAccessKey, bucket });
  if (!(await markBucket(opened))) throw new UsageError(call.texts.bucketNoCopy(bucket));
  return opened;
}

interface Sending {
  readonly bucket: Bucket;
  readonly place: CopyPlace;
  readonly copied: Copied;
}

async function send({ output, texts }: CommandCall, { bucket, place, copied }: Sending): Promise<void> {
  const { types, files } = copied;
  const onProgress = (done: number) => output.progress.update(done, Math.max(done, files), texts.sending);
  const sums: Sent = await sendCopy(bucket, { folder: place.folder, types, onProgress });
  output.line({ kind: 'sent', bucket: bucket.url, ...sums }, texts.sent({ bucket: bucket.url, ...sums }));
}

/** Fills a folder next to the wanted one, which gets its name once it is whole. */
async function copyTo(place: CopyPlace, { environment, output, texts }: CommandCall): Promise<Copied> {
  const context = await openNodeContext(environment, { sideWork: true, asCopy: true });
  const attempts: Awaited<ReturnType<CopyPlace['begin']>>[] = [];
  try {
    // The last status lists are signed now, so the keys must be available.
    await context.keys.open();
    for (;;) {
      // The last checkpoint is signed too, because badges that still wait would never get a place in the log.
      await context.services.appendBadgeLog();
      const earlier = [...attempts, ...place.earlier];
      const attempt = await place.begin();
      attempts.unshift(attempt);
      const { folder, note } = attempt;
      const onProgress = (done: number, total: number) => output.progress.update(done, total, texts.copying);
      const copied = await copySite(context, { folder, note, earlier, onProgress });
      if (!copied.isOvertaken) attempt.publish();
      if (!copied.isOvertaken || attempts.length === MOST_ATTEMPTS) return copied;
    }
  } finally {
    for (const { remove } of attempts) await remove();
    await context.close();
  }
}

function reportCopy({ output, texts }: CommandCall, { folder }: CopyPlace, result: Copied): 0 | 1 {
  const { isOvertaken, types: _, ...copied } = result;
  if (isOvertaken) {
    output.note(texts.copyOvertaken);
    if (output.json) output.line({ kind: 'error', code: 'overtaken', detail: texts.copyOvertaken }, '');
    return 1;
  }
  output.line({ kind: 'copied', folder, ...copied }, texts.copied({ folder, ...copied }));
  return 0;
}
