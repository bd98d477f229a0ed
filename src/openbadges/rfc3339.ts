const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-](\d{2}):(\d{2}))$/;

/** Milliseconds since 1970 of an RFC 3339 date-time with its zone; undefined for any other text, such as an
 *  hour 25, a 30 February or trailing characters. A leap second counts as the second after it. */
export function parseDateTime(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, day = '', ...figures] = match;
  const [hours = 0, minutes = 0, seconds = 0, zoneHours = 0, zoneMinutes = 0] = figures.map(Number);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  if (zoneHours > 23 || zoneMinutes > 59) return undefined;
  return Date.parse(text.replace(/:60(?=[.Z+-])/, ':59')) + (seconds === 60 ? 1000 : 0);
}
