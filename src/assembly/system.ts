import type { Clock, Ids, Log, WaitUntilAfter } from '../application/ports.ts';
import { DomainError } from '../domain/errors.ts';
import type { AwardId, CredentialId, PersonId } from '../domain/ids.ts';
import { type Instant, toInstant } from '../domain/time/time.ts';
import { toBase64Url } from '../openbadges/base64url.ts';

/** The clock, the randomness and the log of a running service, on any runtime. */
export const clock: Clock = { now: () => toInstant(new Date()) };

const LONGEST_WAIT_MS = 5000;

export const waitUntilAfter: WaitUntilAfter = async (instant: Instant) => {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (let now = clock.now(); now <= instant; now = clock.now()) {
    const milliseconds = Date.parse(instant) + 1000 - Date.now() + 1;
    // A clock that was set back, or that stands still: nobody waits for it.
    if (performance.now() + milliseconds > deadline) {
      throw new DomainError('clock-set-back', { now, newest: instant });
    }
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
};

export const ids: Ids = {
  personId: () => crypto.randomUUID() as string as PersonId,
  awardId: () => growingId() as AwardId,
  credentialId: makeCredentialId,
  uuid: () => crypto.randomUUID(),
  integer: randomInteger,
  salt: () => toHex(randomBytes(16)),
};

/** A log of one JSON line an event. */
export function makeLog(write: (line: string) => void): Log {
  return {
    info: (event, fields = {}) => write(lineOf('info', event, fields)),
    error: (event, fields = {}) => write(lineOf('error', event, fields)),
  };
}

/** RFC 3339, UTC, with its milliseconds: what a collector of logs sorts by. */
function lineOf(level: 'info' | 'error', event: string, fields: object): string {
  return JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
}

/** Draws again what begins with a dash: a command line would take it for an option, a spreadsheet for a formula. */
function makeCredentialId(): CredentialId {
  for (;;) {
    const drawn = toBase64Url(randomBytes(16));
    if (!drawn.startsWith('-')) return drawn as CredentialId;
  }
}

let last = 0;
/** Grows with time inside a process, and is random beyond it: awards are signed in the order they were granted. */
function growingId(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${last.toString(16).padStart(14, '0')}-${toHex(randomBytes(8))}`;
}

const UINT32 = 2 ** 32;

/** Draws again above the last whole multiple, so that every integer is as likely as any other. */
function randomInteger(below: number): number {
  const limit = UINT32 - (UINT32 % below);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < limit) return drawn % below;
  }
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
