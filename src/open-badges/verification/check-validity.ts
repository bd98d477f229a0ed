import { credentialKind } from '../credential/types.ts';
import { isDidOf } from '../keys/did-web.ts';
import { datesOf, issuerIdOf } from '../reading/credential-shape.ts';
import type { Presented } from '../reading/presented.ts';
import { CLOCK_SKEW_SECONDS, parseDateTime } from '../schema/rfc3339.ts';
import type { Step } from './report.ts';
import { failed, passed, type Run } from './run.ts';

/** A date as written, and in milliseconds. */
interface DataVersion {
  readonly date: string;
  readonly time: number;
}

export interface ValidityOptions {
  /** Whether the holder selected the parts that are shown. */
  readonly isSelected?: boolean;
  /** Seconds by which the issuer's clock may be ahead of ours; none for the badges of others. */
  readonly skewSeconds?: number;
}

/** Checks the dates of a credential at the moment of the verification. The latest beginning and the earliest
 *  end count, with the member names of either data model. A badge or a record of badges must have a
 *  beginning; other credentials need not. An `exp` claim ends a JWT whose body has no end (Open Badges 3.0,
 *  "Verify a Credential with a VC-JWT"). Where the holder selected the parts that are shown, it is unknown
 *  whether a missing end is really missing. */
export function checkValidity(
  presented: Presented,
  run: Run,
  { isSelected = false, skewSeconds = 0 }: ValidityOptions = {},
): Step {
  const { beginnings, ends } = datesOf(presented.credential);
  const begins = beginnings.map(toDataVersion);
  const finishes = (ends.length > 0 ? ends : expiryClaim(presented)).map(toDataVersion);
  if (!begins.every(isDataVersion)) {
    return failed('validity', 'bad-dates', 'the beginning is no date-time with a zone');
  }
  if (!finishes.every(isDataVersion))
    return failed('validity', 'bad-dates', 'the end is no date-time with a zone');
  const from = begins.toSorted((one, other) => other.time - one.time)[0];
  const until = finishes.toSorted((one, other) => one.time - other.time)[0];
  if (from === undefined && mustBegin(presented)) {
    return failed('validity', 'no-beginning', 'it does not say from when it is valid');
  }
  // Another machine of this service may have signed it just now, with a clock that is a little ahead.
  const isOurs = isDidOf(issuerIdOf(presented.credential), run.ownOrigin);
  const skew = isOurs ? Math.max(skewSeconds, CLOCK_SKEW_SECONDS) : skewSeconds;
  const step = judge({ from, until }, run.now(), skew * 1000);
  if (step.result === 'passed' && isSelected && until === undefined)
    return { ...step, code: 'end-not-shown', detail: `${step.detail}, as far as its holder shows` };
  return step;
}

/** The same check for two dates that were already read, both RFC 3339 date-times. */
export function judgePeriod(from: string | undefined, until: string | undefined, now: number): Step {
  return judge({ from: toDataVersion(from), until: toDataVersion(until) }, now);
}

interface Dates {
  readonly from: DataVersion | undefined;
  readonly until: DataVersion | undefined;
}

/** `skew` is the time, in milliseconds, by which a beginning may be ahead of now. */
function judge({ from, until }: Dates, now: number, skew = 0): Step {
  if (from && until && until.time < from.time) {
    return failed('validity', 'dates-contradict', 'the end is before the beginning');
  }
  if (from && from.time > now + skew) {
    return failed('validity', 'not-yet-valid', `valid from ${from.date}`, { validFrom: from.date });
  }
  if (until && until.time <= now) {
    return failed('validity', 'expired', `valid until ${until.date}`, { validUntil: until.date });
  }
  const detail = `${from ? `valid from ${from.date}` : 'valid'}, ${until ? `until ${until.date}` : 'without end'}`;
  return passed('validity', 'ok', detail, {
    ...(from && { validFrom: from.date }),
    ...(until && { validUntil: until.date }),
  });
}

function mustBegin({ credential }: Presented): boolean {
  const kind = credentialKind(credential);
  return kind === 'badge' || kind === 'record';
}

function expiryClaim(presented: Presented): readonly string[] {
  const exp = presented.form === 'jwt' ? presented.payload['exp'] : undefined;
  if (exp === undefined) return [];
  const milliseconds = typeof exp === 'number' ? exp * 1000 : Number.NaN;
  // An `exp` that is not a date must not count as "without end".
  return [Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : 'no date'];
}

function toDataVersion(date: unknown): DataVersion | undefined {
  const time = typeof date === 'string' ? parseDateTime(date) : undefined;
  return time === undefined ? undefined : { date: String(date), time };
}

function isDataVersion(moment: DataVersion | undefined): moment is DataVersion {
  return moment !== undefined;
}
