import { parseDateTime } from '../schema/rfc3339.ts';
import type { LegacyVersion } from './badge.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const WITHOUT_SECONDS = /T\d{2}:\d{2}(?=$|Z|[+-])/;

/** The date-time of a member of an older badge, in RFC 3339; undefined if it has none. Open Badges 2.0
 *  requires a zone. Earlier versions also allow a day, a time without zone, and seconds since 1970: they are
 *  read as UTC, as in the public validator. */
export function legacyDate(value: unknown, version: LegacyVersion): string | undefined {
  if (typeof value === 'number' && version !== '2.0') return fromSeconds(value);
  if (typeof value !== 'string') return undefined;
  if (parseDateTime(value) !== undefined) return value;
  const complete = value.replace(WITHOUT_SECONDS, (time) => `${time}:00`);
  if (parseDateTime(complete) !== undefined) return complete;
  if (version === '2.0') return undefined;
  if (/^\d{9,10}$/.test(value)) return fromSeconds(Number(value));
  const inUtc = DAY.test(value) ? `${value}T00:00:00Z` : WITHOUT_ZONE.test(value) ? `${complete}Z` : value;
  return parseDateTime(inUtc) === undefined ? undefined : inUtc;
}

function fromSeconds(seconds: number): string | undefined {
  const milliseconds = seconds * 1000;
  // Years beyond 9999 would be written in another form.
  if (!(milliseconds >= 0 && milliseconds < 253_402_300_800_000)) return undefined;
  return new Date(Math.floor(milliseconds)).toISOString();
}
