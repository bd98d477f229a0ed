import { bytesToHex } from '@noble/hashes/utils.js';
import { toBase64Url } from '#open-badges/keys';
import packageOfProgram from '../../package.json' with { type: 'json' };
import type { Allowance } from '../application/concurrency/query-budget.ts';
import type { Clock, Ids, Log, WaitUntilAfter } from '../application/ports.ts';
import type { AwardId, CredentialId, PersonId } from '../domain/ids.ts';
import { type Instant, toInstant } from '../domain/time/calendar.ts';
import { instantAfter } from '../domain/time/clock-skew.ts';
import { toJsonLine } from './json-line.ts';

/** Work of a process, which has no limit but the end of the service. */
export function makeStoppableWork() {
  let isStopped = false;
  const untilStopped: Allowance = { has: () => !isStopped, limitedTo: () => untilStopped };
  return {
    begin: () => untilStopped,
    stop: () => {
      isStopped = true;
    },
  };
}

/** The version of the program. */
export const { version: VERSION } = packageOfProgram;

let id: string | undefined;

/** A short name of this process, which tells it from others on the same database. It is drawn at the first use,
 *  because a Worker may draw nothing before its first request. */
export function processId(): string {
  id ??= crypto.randomUUID().slice(0, 8);
  return id;
}

let second = Number.NaN;
let instant = '' as Instant;

/** The clock of a running service, on any runtime. An instant has whole seconds, so it is written once a
 *  second. */
export const clock: Clock = Object.freeze({
  now: () => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) {
      second = now;
      instant = toInstant(new Date(now * 1000));
    }
    return instant;
  },
});

/** Seconds since the start of the process, on any runtime. */
const monotonic = (): number => performance.now() / 1000;

const LONGEST_WAIT_MS = 5000;

/** Waits, so that the next version is not dated ahead of now by a second. It gives up where the earlier instant
 *  is further away, and where the clock was set back or has stopped. */
export const waitUntilAfter: WaitUntilAfter = async (instant: Instant) => {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (let now = clock.now(); now <= instant; now = clock.now()) {
    const milliseconds = Math.max(1, Date.parse(instant) + 1001 - Date.now());
    if (performance.now() + milliseconds > deadline) return instantAfter(instant, now);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
  return clock.now();
};

export const ids: Ids = {
  personId: () => crypto.randomUUID() as string as PersonId,
  awardId: () => growingId(8) as AwardId,
  credentialId: makeCredentialId,
  uuid: () => crypto.randomUUID(),
  integer: randomInteger,
  salt: () => bytesToHex(randomBytes(16)),
  auditEntryId: () => growingId(16),
};

/** The time and the chance of a process. */
export interface System {
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly waitUntilAfter: WaitUntilAfter;
  readonly ids: Ids;
}

export const SYSTEM: System = { clock, monotonic, waitUntilAfter, ids };

/** How the lines of a log are written. */
export interface LogLineOptions {
  /** In words for whoever watches a terminal, in JSON for a collector. */
  readonly form: 'words' | 'json';
  /** The id of the request or command whose work this is; undefined if there is none. */
  readonly request: () => string | undefined;
}

/** A log that writes one line for each event. */
export function makeLog(
  write: (line: string) => void,
  { form, request }: LogLineOptions = { form: 'json', request: () => undefined },
): Log {
  const lineOf = form === 'words' ? lineAsText : jsonOf;
  const report = (level: Level, event: string, fields: object = {}) => {
    const id = request();
    const line = { level, event, process: processId(), version: VERSION, ...(id && { request: id }) };
    write(lineOf({ at: new Date().toISOString(), ...line }, fields));
  };
  return {
    info: (event, fields) => report('info', event, fields),
    error: (event, fields) => report('error', event, fields),
  };
}

type Level = 'info' | 'error';

interface LogLine {
  readonly at: string;
  readonly level: Level;
  readonly event: string;
}

/** The instant is in RFC 3339 and UTC with milliseconds, so that a log collector can sort by it. */
function jsonOf(line: LogLine, fields: object): string {
  return toJsonLine({ ...line, ...fields });
}

/** The time of day, the event, and its fields; an error is marked. */
function lineAsText({ at, level, event }: LogLine, fields: object): string {
  const stated = Object.entries(fields).map(([name, value]) => `${name}=${toJsonLine(value)}`);
  return [at.slice(11, 19), level === 'error' ? '✘' : '·', event, ...stated].join(' ');
}

/** An id that begins with a dash is drawn again: a command line would read it as an option, a spreadsheet as
 *  a formula. */
function makeCredentialId(): CredentialId {
  for (;;) {
    const drawn = toBase64Url(randomBytes(16));
    if (!drawn.startsWith('-')) return drawn as CredentialId;
  }
}

let last = 0;
/** The id grows with time inside a process, so that awards are signed in the order they were granted. A
 *  random part makes it unique across processes. */
function growingId(randomLength: number): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${last.toString(16).padStart(14, '0')}-${bytesToHex(randomBytes(randomLength))}`;
}

const UINT32 = 2 ** 32;
const UINT32_BYTES = 4;

/** Numbers above the last whole multiple of `below` are drawn again, so that every integer is equally
 *  likely. */
function randomInteger(below: number): number {
  const limit = UINT32 - (UINT32 % below);
  for (;;) {
    const drawn = new DataView(randomBytes(UINT32_BYTES).buffer).getUint32(0);
    if (drawn < limit) return drawn % below;
  }
}

/** Random bytes are drawn in advance, because one call of the system takes as long for many bytes as for few.
 *  Each byte is given out once. */
const AHEAD_BYTES = 4096;
let ahead = new Uint8Array(0);

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  if (ahead.length < count) ahead = crypto.getRandomValues(new Uint8Array(AHEAD_BYTES));
  const given = ahead.slice(0, count);
  ahead = ahead.subarray(count);
  return given;
}
