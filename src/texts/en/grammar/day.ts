const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** An RFC 3339 instant → "12 July 2026", in Paris time; undefined for any other value. */
export function toDay(instant: string | number | undefined): string | undefined {
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(time) ? undefined : DAY.format(time);
}

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date in few characters: `2026-09-01` → "1 Sept 2026". */
export function toShortDay(date: string): string {
  return SHORT_DAY.format(Date.parse(date));
}
