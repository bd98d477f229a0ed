import { DomainError } from '../domain/errors.ts';
import { fromEd25519Multikey } from '../openbadges/multibase.ts';

/** Every file of a log is smaller. */
const MAX_BYTES = 1024 * 1024;
const PATIENCE_MS = 15_000;

/** The checkpoint of a day in the log's list. */
export interface ListedCheckpoint {
  readonly day: string;
  readonly note: string;
}

/** The published files of a service's log. Everything throws `unreachable` where the service does not answer. */
export interface LogReader {
  read(path: string): Promise<Uint8Array>;
  readText(path: string): Promise<string>;
  /** The Ed25519 keys that the service publishes. */
  readKeys(): Promise<readonly Uint8Array[]>;
  /** The last checkpoint of each day since this one, newest first. */
  readDays(since: string): Promise<readonly ListedCheckpoint[]>;
}

/** Reads the log of the service at this origin. It is the address that the operator of a monitor has written, so
 *  loopback addresses are allowed. */
export function makeLogReader(origin: string): LogReader {
  const readAt = async (path: string): Promise<Uint8Array> => {
    const url = `${origin}/${path}`;
    try {
      const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!answer.ok) throw new Error(`${answer.status}`);
      return await take(answer);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new DomainError('unreachable', { url, reason }, { cause });
    }
  };
  const textAt = async (path: string) => new TextDecoder().decode(await readAt(path));
  return {
    read: (path) => readAt(`log/${path}`),
    readText: textAt,
    async readKeys() {
      const { verificationMethod = [] } = JSON.parse(await textAt('.well-known/did.json')) as {
        readonly verificationMethod?: readonly { readonly publicKeyMultibase?: string }[];
      };
      return verificationMethod.flatMap(
        ({ publicKeyMultibase = '' }) => fromEd25519Multikey(publicKeyMultibase) ?? [],
      );
    },
    async readDays(since) {
      const days: ListedCheckpoint[] = [];
      for (let before = ''; ; ) {
        const path = before === '' ? 'log/checkpoints' : `log/checkpoints?before=${before}`;
        const { checkpoints } = JSON.parse(await textAt(path)) as {
          readonly checkpoints: readonly ListedCheckpoint[];
        };
        days.push(...checkpoints.filter(({ day }) => day >= since));
        const last = checkpoints.at(-1)?.day;
        if (last === undefined || last < since || last === before) return days;
        before = last;
      }
    },
  };
}

async function take(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > MAX_BYTES) throw new Error('too large');
  }
  return new Uint8Array(Buffer.concat(parts));
}
