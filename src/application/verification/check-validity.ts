import type { Step } from '../../openbadges/report.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import { periodOf } from './credential-shape.ts';
import type { Presented } from './presented.ts';
import { failed, passed, type Run } from './run.ts';

/** The dates of a credential at the moment of the verification. An `exp` claim ends a JWT whose body has no end
 *  (Open Badges 3.0, "Verify a Credential with a VC-JWT"). */
export function checkValidity(presented: Presented, run: Run): Step {
  const { from, until = expiryClaim(presented) } = periodOf(presented.credential);
  const begins = toTime(from);
  const ends = until === undefined ? Number.POSITIVE_INFINITY : toTime(until);
  if (begins === undefined)
    return failed('validity', 'bad-dates', 'the beginning is no date-time with a zone');
  if (ends === undefined) return failed('validity', 'bad-dates', 'the end is no date-time with a zone');
  if (ends < begins) return failed('validity', 'bad-dates', 'the end is before the beginning');
  if (begins > run.now()) {
    return failed('validity', 'not-yet-valid', `valid from ${from}`, { validFrom: String(from) });
  }
  if (ends <= run.now()) {
    return failed('validity', 'expired', `valid until ${until}`, { validUntil: String(until) });
  }
  const end = until === undefined ? 'without end' : `until ${until}`;
  return passed('validity', 'ok', `valid from ${from}, ${end}`, {
    validFrom: String(from),
    ...(until !== undefined && { validUntil: String(until) }),
  });
}

function expiryClaim(presented: Presented): string | undefined {
  const exp = presented.form === 'jwt' ? presented.payload['exp'] : undefined;
  if (exp === undefined) return undefined;
  const milliseconds = typeof exp === 'number' ? exp * 1000 : Number.NaN;
  // An `exp` that is no date must not pass for "without end".
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : 'no date';
}

function toTime(date: unknown): number | undefined {
  return typeof date === 'string' ? parseDateTime(date) : undefined;
}
