import type { MiddlewareHandler } from 'hono';

/** The parameters that public addresses read, by path; the first line that matches counts. Any other parameter
 *  changes nothing, so it is dropped: otherwise anyone could invent an address for each request, whose answer is in no
 *  cache. Addresses behind the sign-in, and those that have no line, keep their whole query. */
const READ: readonly (readonly [path: RegExp, names: readonly string[]])[] = [
  [/^\/badges\/[^/]+\/v\d+\/image\.svg$/, ['lang', 'size', 'state']],
  [/^\/credentials\/[^/]+\/image\.svg$/, ['lang', 'size']],
  [/^\/oembed$/, ['format', 'lang', 'maxheight', 'maxwidth', 'url']],
  [/^\/log\/checkpoints$/, ['before', 'lang']],
  [/^\/verify$/, ['lang', 'url']],
  [
    /^\/(?:(?:\.well-known|api\/docs|api\/standards|badges|credentials|issuer|keys|log|papers|profiles|records|referentiel|schools|status)(?:\/|$)|(?:api\/v1\/openapi\.json|accessibility|help|legal|privacy|site-map|preview\.png|favicon\.ico|favicon\.svg|icon-\d+\.png|robots\.txt|site\.webmanifest|ims\/ob\/v3p0\/discovery)?$)/,
    ['lang'],
  ],
];

const LANGUAGES: ReadonlySet<string> = new Set(['fr', 'en']);

/** No form or link of ours has as many; what comes after them is dropped unread. */
const MOST_PARAMETERS = 50;

/** The same target with the parameters that its address reads, once each and in alphabetical order. Two targets for
 *  which this gives the same text have the same answer. Takes time proportional to the length of the target. */
export function withKnownParameters(target: string): string {
  const at = target.search(/[?#]/);
  if (at < 0) return target;
  const path = target.slice(0, at);
  const names = READ.find(([pattern]) => pattern.test(path))?.[1];
  if (!names) return target;
  // A request has no fragment (RFC 9112 §3.2.1), and no handler reads one.
  const [query = ''] = target.slice(at + 1).split('#', 1);
  const known = target[at] === '?' ? knownPairs(query, names) : [];
  return known.length === 0 ? path : `${path}?${known.join('&')}`;
}

/** `name=value` of each known name, as handlers read it: the first one counts. */
function knownPairs(query: string, names: readonly string[]): readonly string[] {
  const values = new Map<string, string>();
  for (const pair of query.split('&', MOST_PARAMETERS)) {
    const [name = ''] = pair.split('=', 1);
    const read = decoded(name);
    if (names.includes(read) && !values.has(read)) values.set(read, pair.slice(name.length + 1));
  }
  const lang = values.get('lang');
  if (lang !== undefined) {
    if (LANGUAGES.has(decoded(lang))) values.set('lang', decoded(lang));
    else values.delete('lang');
  }
  return names.flatMap((name) => (values.has(name) ? [`${name}=${values.get(name)}`] : []));
}

/** The text itself if it is not percent-encoded, or wrongly. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Hides from every handler the parameters that a public address does not read. The links of a page then do not
 *  repeat them either. */
export const dropUnknownParameters: MiddlewareHandler = (c, next) => {
  const { url, method } = c.req.raw;
  if (!READS.has(method) || !/[?#]/.test(url)) return next();
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const target = url.slice(start);
  const known = withKnownParameters(target);
  if (known !== target) c.req.raw = new Request(url.slice(0, start) + known, c.req.raw);
  return next();
};
