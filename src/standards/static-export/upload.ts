import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Bucket, compareKeys, type StoredObject } from '../../adapters/object-store/bucket.node.ts';
import { DomainError } from '../../domain/errors.ts';
import { type CopiedObject, copiedObjects } from './bucket-objects.ts';
import { forEachConcurrent } from './for-each-concurrent.ts';
import { type TypeRule, typeOf } from './server-settings.ts';
import { COPY_MARK } from './target-folder.ts';

export interface Sent {
  readonly sent: number;
  readonly removed: number;
}

interface Options {
  readonly folder: string;
  readonly types: readonly TypeRule[];
  /** Called with the number of files that were looked at. */
  readonly onProgress: (done: number) => void;
}

/** Requests under way at the same time. */
const AT_ONCE = 16;

const markAs = (bucket: Bucket, text: string) =>
  bucket.put(COPY_MARK, Buffer.from(text), 'text/plain; charset=utf-8');

/** Marks an empty bucket as a copy. False if the bucket holds anything else than a copy, which must stay. */
export async function markBucket(bucket: Bucket): Promise<boolean> {
  const first = await bucket.list().next();
  if (first.done) await markAs(bucket, '');
  return first.done === true || (await bucket.read(COPY_MARK)) !== undefined;
}

/** Makes a bucket the same as a copy in a folder: sends what is new or changed, removes what is public no more. What
 *  the bucket holds is asked of itself, so a run that was cut short, or another hand, leaves nothing behind that the
 *  next run does not see. Its mark says which types its objects have; where they are others now, each is sent again.
 *  Without a mark nothing is touched: hours may have passed since the bucket was claimed. */
export async function sendCopy(bucket: Bucket, { folder, types, onProgress }: Options): Promise<Sent> {
  const wanted = JSON.stringify(types);
  const before = await bucket.read(COPY_MARK);
  if (before === undefined) throw new DomainError('unreachable', { url: bucket.url, reason: 's3-no-copy' });
  if (before === '') await markAs(bucket, wanted);
  const mayKeep = before === '' || before === wanted;

  const sums = { sent: 0, removed: 0 };
  let done = 0;
  const work = async ({ ours, theirs }: Pair) => {
    if (!ours) {
      await bucket.remove(theirs.key);
      sums.removed += 1;
      return;
    }
    const body = await readFile(ours.path);
    if (!mayKeep || theirs?.etag !== createHash('md5').update(body).digest('hex')) {
      await bucket.put(ours.key, body, typeOf(`/${ours.key}`, types));
      sums.sent += 1;
    }
    done += 1;
    onProgress(done);
  };
  await forEachConcurrent(AT_ONCE, pairs(copiedObjects(folder), bucket.list()), work);
  if (!mayKeep) await markAs(bucket, wanted);
  return sums;
}

/** An object that should be there, that is there, or both. */
type Pair =
  | { readonly ours: CopiedObject; readonly theirs: StoredObject | undefined }
  | { readonly ours: undefined; readonly theirs: StoredObject };

/** Two lists in the same order, side by side. */
async function* pairs(
  wanted: Iterator<CopiedObject>,
  stored: AsyncIterator<StoredObject>,
): AsyncGenerator<Pair> {
  let ours = wanted.next();
  let theirs = await stored.next();
  while (!ours.done || !theirs.done) {
    const order = ours.done ? 1 : theirs.done ? -1 : compareKeys(ours.value.key, theirs.value.key);
    if (!ours.done && order <= 0) {
      yield { ours: ours.value, theirs: order === 0 ? theirs.value : undefined };
    } else if (!theirs.done && theirs.value.key !== COPY_MARK) {
      yield { ours: undefined, theirs: theirs.value };
    }
    if (order <= 0) ours = wanted.next();
    if (order >= 0) theirs = await stored.next();
  }
}
