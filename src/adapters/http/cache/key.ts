import { MEDIA_TYPES } from '#open-badges/credential';
import {
  type Encoding,
  preferredEncoding,
  preferredLanguage,
  preferredTypes,
} from '../responses/content-negotiation.ts';
import { memoize } from './memoize.ts';
import { withKnownParameters } from './query-parameters.ts';

/** The parts of a GET or HEAD on which a public answer depends. */
export interface CacheKeyFields {
  /** Path and query, as in the request's first line. */
  readonly target: string;
  readonly accept: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly cookie: string | undefined;
}

const MAX_TARGET = 300;
/** The queries whose answers are cached. Others are rare, and some have hundreds of values. */
const TARGET = /^\/[^?#]*(?:\?lang=(fr|en))?$/;
/** The page of a badge. A signed-in reader may be its holder, whose page has one more link. */
const BADGE_PAGE = /^\/credentials\/[\w-]+(?:\?|$)/;
const SESSION = '__Host-session=';
const OFFERED: ReadonlySet<string> = new Set(['text/html', ...Object.values(MEDIA_TYPES)]);

/** The name under which an answer is kept; undefined if none is kept for such an address or reader. Two
 *  requests have the same name only if every handler answers them alike: same path, language and preference
 *  of types. Parameters that the address does not read are no part of it. */
export function keyOf({
  target: requested,
  accept = '',
  acceptLanguage = '',
  cookie,
}: CacheKeyFields): string | undefined {
  const target = withKnownParameters(requested);
  if (cookie?.includes(SESSION) && BADGE_PAGE.test(target)) return undefined;
  const last = lastNamed.get(target);
  if (last?.accept === accept && last.acceptLanguage === acceptLanguage) return last.key;
  if (target.length > MAX_TARGET) return undefined;
  const found = TARGET.exec(target);
  if (!found) return undefined;
  const key = `${target} ${found[1] ?? languageOf(acceptLanguage)} ${typesOf(accept)}`;
  if (accept.length + acceptLanguage.length > MAX_REMEMBERED) return key;
  if (lastNamed.size >= MAX_NAMED) lastNamed.clear();
  lastNamed.set(target, { accept, acceptLanguage, key });
  return key;
}

/** The last name of each address: many visitors of one page use the same browser. */
const lastNamed = new Map<
  string,
  { readonly accept: string; readonly acceptLanguage: string; readonly key: string }
>();
const MAX_NAMED = 1000;
const MAX_REMEMBERED = 500;

/** The language of a public answer for this `Accept-Language`. */
export const languageOf = memoize(preferredLanguage);

const typesOf = memoize((accept) => preferredTypes(accept, (type) => OFFERED.has(type)).join(','));

/** The best encoding that the client names explicitly. */
export function encodingOf({ acceptEncoding = '' }: CacheKeyFields): Encoding {
  return acceptEncoding === '' ? 'identity' : chooseEncoding(acceptEncoding);
}

const chooseEncoding = memoize(preferredEncoding);
