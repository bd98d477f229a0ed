import { isJsonObject, type JsonObject, listOf } from '../json-value.ts';
import { isWebAddress } from './older-badge.ts';

/** An issuer of an older badge: its profile as its own address serves it. */
export interface OlderIssuer {
  /** Its address: what names it. */
  readonly id: string;
  readonly profile: JsonObject;
}

/** Whether an address is one for which the issuer answers (Open Badges 2.0, VerificationObject): it begins as
 *  one of `startsWith`, or its host is one of `allowedOrigins`; without either it has the origin of the
 *  profile. Beginnings are compared by parts, because « https://a.example » also begins
 *  « https://a.example.attacker.net ». */
export function isInScope(address: string, { id, profile }: OlderIssuer): boolean {
  if (!URL.canParse(address) || !isWebAddress(id)) return false;
  const url = new URL(address);
  // Many servers read an encoded slash as a slash: « /a/..%2Fb » begins as « /a/ » and is served from « /b ».
  if (/%(2f|5c)/i.test(url.pathname)) return false;
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
  const path = `${beginning.pathname}${beginning.search}`;
  return `${url.pathname}${url.search}`.startsWith(path);
}

/** The standard asks for a host; some issuers write an origin. */
function isOnHost(url: URL, allowed: unknown): boolean {
  if (typeof allowed !== 'string') return false;
  const host = isWebAddress(allowed) ? new URL(allowed).host : `${allowed}`.toLowerCase();
  return url.host === host;
}

/** Old addresses say http where everything is fetched by https. */
function isSameOrigin(one: URL, other: URL): boolean {
  return one.host === other.host;
}

/** Whether two addresses name the same document. */
export function isSameAddress(one: unknown, other: unknown): boolean {
  if (!isWebAddress(one) || !isWebAddress(other)) return one !== undefined && one === other;
  const bare = (address: string) => new URL(address).href.replace(/^http:/, 'https:');
  return bare(one) === bare(other);
}
