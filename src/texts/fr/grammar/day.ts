const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** An RFC 3339 instant → « 12 juillet 2026 », « 1er septembre 2026 », in Paris time; undefined for any other
 *  value. */
export function toDay(instant: string | number | undefined): string | undefined {
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(time) ? undefined : DAY.format(time).replace(/^1 /, '1er ');
}

/** « 08:05 » → « 8 h 05 ». */
export function toHour(time: string): string {
  const [hour, minute = ''] = time.split(':');
  return `${Number(hour)} h ${minute}`;
}
