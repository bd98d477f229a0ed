import { parseAccept } from 'hono/utils/accept';
import { memoize } from '../cache/memoize.ts';
import { LONGEST_PREFERENCES } from '../limits/request-size.ts';

/** `br` and `gzip` as they stand in `Content-Encoding`. */
export type Encoding = 'identity' | 'br' | 'gzip';

/** The offer that an Accept header prefers among those it names explicitly; undefined if it names none, so
 *  that `*\/*` or an absent header gets the page (contract: "No `Accept` or `*\/*` → HTML"). */
export function preferredType(accept: string | undefined, offers: readonly string[]): string | undefined {
  return preferredTypes(accept ?? '', (type) => offers.includes(type))[0];
}

/** The offered types that an Accept header names, the preferred one first. */
export function preferredTypes(accept: string, isOffered: (type: string) => boolean): readonly string[] {
  return named(accept).filter(isOffered);
}

/** French, unless an Accept-Language header prefers English. Both are offered in every region. */
export function preferredLanguage(acceptLanguage: string | undefined): 'fr' | 'en' {
  return languageOf(acceptLanguage ?? '');
}

const languageOf = memoize((acceptLanguage): 'fr' | 'en' => {
  const languages = parse(acceptLanguage);
  const best = (language: string) =>
    languages.find(({ type }) => type.slice(0, 2).toLowerCase() === language)?.q ?? 0;
  return best('en') > best('fr') ? 'en' : 'fr';
});

/** The best encoding that an Accept-Encoding header names explicitly. */
export function preferredEncoding(acceptEncoding: string): Encoding {
  const accepted = named(acceptEncoding);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

/** The values that an `Accept…` header names, in lower case and the preferred one first, without those that it
 *  refuses. */
function named(header: string): readonly string[] {
  return parse(header)
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase());
}

/** Parsed in linear time (RFC 9110 §12.4), the best quality first. Every `Accept…` header is read here and
 *  nowhere else. No browser writes a longer one, and the rest of it is not looked at. */
function parse(header: string) {
  return parseAccept(header.slice(0, LONGEST_PREFERENCES));
}
