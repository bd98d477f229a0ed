import { isJsonObject, type JsonObject, listOf } from '../parsing/json-value.ts';
import { isWebAddress } from './badge.ts';

/** The most times that a path may be encoded. */
const MOST_ENCODINGS = 3;

/** The issuer of an older badge, with its profile as served at its own address. */
export interface LegacyIssuer {
  /** Its address, which is its identity. */
  readonly id: string;
  readonly profile: JsonObject;
}

/** Whether the issuer is responsible for an address (Open Badges 2.0, VerificationObject): the address begins
 *  with one of `startsWith`, or has a host of `allowedOrigins`; without either, it has the origin of the
 *  profile. Beginnings are compared part by part, because « https://a.example » also begins «
 *  https://a.example.attacker.net ». */
export function isInScope(address: string, { id, profile }: LegacyIssuer): boolean {
  if (!URL.canParse(address) || !isWebAddress(id)) return false;
  const url = new URL(address);
  if (!isPlainPath(url.pathname)) return false;
  if (url.username !== '' || url.password !== '') return false;
  const policy = isJsonObject(profile['verification']) ? profile['verification'] : {};
  const starts = listOf(policy['startsWith']);
  const origins = listOf(policy['allowedOrigins']);
  if (starts.length > 0 && !starts.some((start) => beginsWith(url, start))) return false;
  if (origins.length > 0) return origins.some((origin) => isOnHost(url, origin));
  return starts.length > 0 || isSameOrigin(url, new URL(id));
}

function beginsWith(url: URL, start: unknown): boolean {
  if (!isWebAddress(start)) return false;
  const beginning = new URL(start);
  if (!isSameOrigin(url, beginning)) return false;
  const head = `${beginning.pathname}${beginning.search}`;
  const path = `${url.pathname}${url.search}`;
  // The beginning ends where a part ends: « /badges » does not begin « /badges-of-others ».
  const isWhole =
    beginning.search !== '' || head.endsWith('/') || /^(?:[/?]|$)/.test(path.slice(head.length));
  return path.startsWith(head) && isWhole;
}

/** Whether every server serves the path from where it seems to be. Many decode an encoded slash, some decode
 *  twice, and some leave out what follows a « ; »: « /a/..%2Fb », « /a/..%252Fb » and « /a/..;/b » begin with
 *  « /a/ » but are served from « /b ». */
function isPlainPath(path: string): boolean {
  let decoded = path;
  for (let round = 0; decoded.includes('%') && round < MOST_ENCODINGS; round += 1) {
    const further = decoded.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (further === decoded) break;
    decoded = further;
    if (countSlashes(decoded) !== countSlashes(path)) return false;
  }
  if (/%[0-7][0-9a-f]/i.test(decoded)) return false;
  return decoded.split('/').every((part) => !/^\.{1,2}(?:;|$)/.test(part));
}

function countSlashes(path: string): number {
  return path.split(/[/\\]/).length;
}

/** Whether the address has an allowed host. The standard asks for a host; some issuers write an origin. */
function isOnHost(url: URL, allowed: unknown): boolean {
  if (typeof allowed !== 'string') return false;
  const host = isWebAddress(allowed) ? new URL(allowed).host : `${allowed}`.toLowerCase();
  return url.host === host;
}

/** Compares hosts only: old addresses have the scheme http, and everything is fetched by https. */
function isSameOrigin(one: URL, other: URL): boolean {
  return one.host === other.host;
}

/** Whether two addresses name the same document. */
export function isSameAddress(one: unknown, other: unknown): boolean {
  if (!isWebAddress(one) || !isWebAddress(other)) return one !== undefined && one === other;
  const bare = (address: string) => new URL(address).href.replace(/^http:/, 'https:');
  return bare(one) === bare(other);
}
