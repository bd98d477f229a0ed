import { setTimeout as pause } from 'node:timers/promises';
import { S3mini, S3ServiceError } from 's3mini';
import { DomainError } from '../../domain/errors.ts';

/** An object as its store lists it. */
export interface StoredObject {
  readonly key: string;
  /** What the store says of its content: the MD5 in hexadecimal, unless the store encrypts with a key of its own. */
  readonly etag: string;
}

/** A bucket of an object store that speaks S3. Every call throws `unreachable` where the store does not answer or
 *  refuses, after some tries where waiting may help. */
export interface Bucket {
  /** The address, for messages. */
  readonly url: string;
  /** All objects, in the order of their keys' bytes. They are read a thousand at a time, and may be changed
   *  in the meantime. */
  list(): AsyncGenerator<StoredObject>;
  /** Undefined if there is no such object. */
  read(key: string): Promise<string | undefined>;
  put(key: string, body: Uint8Array, type: string): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface BucketOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly bucket: string;
  /** Milliseconds before the first new try; each later one waits twice as long. */
  readonly firstPause?: number;
}

const MOST_LISTED = 1000;
const MOST_TRIES = 4;
/** What the library says of an answer without a code. */
const UNKNOWN = 'Unknown';
const TIMEOUT_MILLISECONDS = 60_000;

export function openBucket({ endpoint, bucket, firstPause = 500, ...account }: BucketOptions): Bucket {
  const url = `${endpoint}/${bucket}`;
  const client = new S3mini({ ...account, endpoint: url, requestAbortTimeout: TIMEOUT_MILLISECONDS });

  const ask = async <T>(request: () => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await request();
      } catch (cause) {
        const { reason, mayPass } = readFailure(cause);
        if (!mayPass || tried === MOST_TRIES)
          throw new DomainError('unreachable', { url, reason }, { cause });
        await pause(firstPause * 2 ** (tried - 1));
      }
    }
  };
  const fail = (reason: string) => new DomainError('unreachable', { url, reason });

  return {
    url,
    async *list() {
      let last = '';
      let next: string | undefined;
      do {
        const listed = await ask(() => client.listObjectsPaged('/', '', MOST_LISTED, next));
        if (!listed) throw fail('s3-NoSuchBucket');
        for (const { Key: key, ETag } of listed.objects ?? []) {
          // Whoever compares two lists would take what comes late for what is absent.
          if (compareKeys(last, key) >= 0) throw fail('s3-unordered');
          last = key;
          yield { key, etag: ETag.replaceAll('"', '') };
        }
        next = listed.nextContinuationToken;
      } while (next !== undefined);
    },
    read: async (key) => (await ask(() => client.getObject(key))) ?? undefined,
    async put(key, body, type) {
      await ask(() => client.putObject(key, body, type));
    },
    async remove(key) {
      await ask(() => client.deleteObject(key));
    },
  };
}

/** The order in which a store lists: by the bytes of UTF-8. */
export function compareKeys(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** Why a request failed, without what was sent, and whether another try may help. */
function readFailure(error: unknown): { readonly reason: string; readonly mayPass: boolean } {
  if (error instanceof S3ServiceError) {
    const { serviceCode: code, status } = error;
    const reason = `s3-${code === undefined || code === UNKNOWN ? status : code}`;
    return { reason, mayPass: status >= 500 || status === 429 };
  }
  const { cause } = error as Error;
  const { code } = (cause ?? error) as NodeJS.ErrnoException;
  return { reason: typeof code === 'string' ? code : (error as Error).message, mayPass: true };
}
