import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/time/calendar.ts';

/** What a copy notes of the files of one badge or profile, so that the next copy can keep them. */
export interface Noted {
  /** Digest of everything from which they were drawn. */
  readonly state: string;
  /** When they change although nothing else does; undefined if nothing is known to change them. */
  readonly until: Instant | undefined;
  /** When the youngest was written, in milliseconds since 1970. A file that is younger was changed by another hand. */
  readonly writtenAt: number;
  /** Of all files together. */
  readonly bytes: number;
  /** For each file that such a subject may have, in the order of site-files.ts: 1 where it was written, else 0. */
  readonly has: string;
}

const NONE = '-';

/** The name of a badge or profile in a note: a digest of its address, because a note must not list addresses that
 *  only their holders give away. */
export function noteKey(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 22);
}

/** One line of a note. */
export function formatNoted(key: string, { state, until, writtenAt, bytes, has }: Noted): string {
  return `${[key, state, until ?? NONE, writtenAt, bytes, has].join(' ')}\n`;
}

const MANIFEST_LINE = /^(\S{22}) (\S+) (\S+) (\d+) (\d+) ([01]+)$/;

/** The lines of a note by their keys. A line that was cut short, as the last one of a copy that was killed, is
 *  left out. */
export function parseNote(text: string): ReadonlyMap<string, Noted> {
  const found = new Map<string, Noted>();
  for (const line of text.split('\n')) {
    const [, key, state = '', until, writtenAt, bytes, has = ''] = MANIFEST_LINE.exec(line) ?? [];
    if (key === undefined) continue;
    found.set(key, {
      ...{ state, has, writtenAt: Number(writtenAt), bytes: Number(bytes) },
      until: until === NONE ? undefined : (until as Instant),
    });
  }
  return found;
}
