/** The offer that an Accept header prefers among those it names explicitly; undefined where it names none, so
 *  that `*\/*` or an absent header gets the page (contract: "No `Accept` or `*\/*` → HTML"). */
export function preferredType(accept: string | undefined, offers: readonly string[]): string | undefined {
  return preferenceOrder(accept ?? '').find((type) => offers.includes(type));
}

/** The values that an `Accept…` header names, the preferred one first, without those that it refuses. */
export function preferenceOrder(header: string): readonly string[] {
  return header
    .split(',')
    .map((part, position) => {
      const [type = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
      return { type, quality: Number.isNaN(quality) ? 0 : quality, position };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
    .map(({ type }) => type);
}

/** French, unless an Accept-Language header prefers English. */
export function preferredLanguage(acceptLanguage: string | undefined): 'fr' | 'en' {
  const languages = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', quality = 'q=1'] = part.trim().toLowerCase().split(';');
    return { language: tag.slice(0, 2), quality: Number(quality.trim().slice(2)) || 0 };
  });
  const best = (language: string) =>
    Math.max(0, ...languages.filter((one) => one.language === language).map((one) => one.quality));
  return best('en') > best('fr') ? 'en' : 'fr';
}
