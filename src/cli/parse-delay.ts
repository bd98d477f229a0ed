/** The seconds of each unit. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600 };

/** Reads a length of time, such as `90s`, `10m` or `2h`, in seconds; undefined for any other text. */
export function parseDelay(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  const figures = [...words].findLastIndex((sign) => sign >= '0' && sign <= '9') + 1;
  const amount = Number(words.slice(0, figures));
  const unit = UNITS[words.slice(figures).trim()];
  return figures > 0 && Number.isInteger(amount) && amount >= 0 && unit ? amount * unit : undefined;
}
