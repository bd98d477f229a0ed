import type { Fetched } from '#open-badges/fetching';
import type { AuthorisedKey } from '#open-badges/keys';
import { readLogKeys } from '../application/badge-log/check-logged-badge.ts';
import { DomainError } from '../domain/errors.ts';

/** Every file of a log is smaller. */
const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 15_000;
/** A visit ends after this time, whatever the service answers: a monitor that never ends raises no alarm. */
const LONGEST_VISIT_MS = 3_600_000;
/** A century, longer than any log. */
const MOST_DAYS = 36_525;

const DID_DOCUMENT = '.well-known/did.json';

/** The checkpoint of a day in the log's list. */
export interface ListedCheckpoint {
  readonly day: string;
  readonly note: string;
}

/** The published files of a service's log. Everything throws `unreachable` where the service does not answer,
 *  or not in time, and `OddAnswer` where it answers something else than the file. */
export interface LogReader {
  read(path: string): Promise<Uint8Array>;
  readCheckpoint(): Promise<string>;
  /** The `.tlog-proof` at a path; undefined if there is none. */
  readProof(path: string): Promise<string | undefined>;
  /** The keys that speak for the service at this time, in milliseconds since 1970. */
  readKeys(now: number): Promise<readonly AuthorisedKey[]>;
  /** The last checkpoint of each day since this one, newest first. */
  readDays(since: string): Promise<readonly ListedCheckpoint[]>;
}

/** The service answered with another document than the one at this address. */
export class OddAnswer extends Error {
  override readonly name = 'OddAnswer';
}

/** Reads the log of the service at this origin. It is the address that the operator of a monitor has written, so
 *  loopback addresses are allowed. */
export function makeLogReader(origin: string, longestVisitMs = LONGEST_VISIT_MS): LogReader {
  const ended = AbortSignal.timeout(longestVisitMs);
  const readAt = async (path: string): Promise<Uint8Array> => {
    const url = `${origin}/${path}`;
    try {
      const signal = AbortSignal.any([ended, AbortSignal.timeout(TIMEOUT_MS)]);
      const answer = await fetch(url, { redirect: 'error', signal });
      if (answer.status === 404) throw new NotThere('404');
      if (!answer.ok) throw new Error(`${answer.status}`);
      return await take(answer);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new DomainError('unreachable', { url, reason }, { cause });
    }
  };
  const textAt = async (path: string) => new TextDecoder().decode(await readAt(path));
  const listAt = async (path: string, member: string) => toList(await textAt(path), member, path);
  return {
    read: (path) => readAt(`log/${path}`),
    readCheckpoint: () => textAt('log/checkpoint'),
    readProof: (path) => textAt(`${path}.tlog-proof`).catch(undefinedIfAbsent),
    async readKeys(now) {
      const document = await readAt(DID_DOCUMENT);
      const fetch = async (url: string): Promise<Fetched> =>
        url === `${origin}/${DID_DOCUMENT}`
          ? { kind: 'ok', url, contentType: 'application/json', body: document }
          : { kind: 'unreachable', reason: 'a log is signed with the keys of its own document' };
      const keys = await readLogKeys({ fetch, ownOrigin: origin, now: () => now });
      if (keys === undefined) throw new OddAnswer(DID_DOCUMENT);
      return keys;
    },
    async readDays(since) {
      const days: ListedCheckpoint[] = [];
      for (let before = ''; ; ) {
        const path = before === '' ? 'log/checkpoints' : `log/checkpoints?before=${before}`;
        const checkpoints = await listAt(path, 'checkpoints');
        for (const { day, note } of checkpoints) {
          if (!isDay(day) || typeof note !== 'string') throw new OddAnswer(path);
          // Each day comes before the one above it, so that the list has an end.
          if ((before !== '' && day >= before) || days.length === MOST_DAYS) throw new OddAnswer(path);
          if (day >= since) days.push({ day, note });
          before = day;
        }
        if (checkpoints.length === 0 || before < since) return days;
      }
    },
  };
}

/** The service answered 404. */
class NotThere extends Error {}

function undefinedIfAbsent(error: unknown): undefined {
  if (error instanceof DomainError && error.cause instanceof NotThere) return undefined;
  throw error;
}

/** A member of a JSON document that is a list of objects, or absent. */
function toList(text: string, member: string, path: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const list: unknown = JSON.parse(text)[member] ?? [];
    if (Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null)) return list;
  } catch (cause) {
    throw new OddAnswer(path, { cause });
  }
  throw new OddAnswer(path);
}

function isDay(day: unknown): day is string {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
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
