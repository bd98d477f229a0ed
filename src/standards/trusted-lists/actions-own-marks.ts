import { didOf } from '#open-badges/keys';
import { skeletonOf } from '#open-badges/parsing';
import type { IssuerConfig } from '../../application/ports.ts';

/** The names and addresses that belong to this service, and that no list and no other issuer may claim. */
export interface OwnMarks {
  /** Whether this service issues under the id: its own, or that of a school for which it signs. */
  isOwnId(id: string): boolean;
  /** Whether a name is ours or contains ours, in any spelling. */
  isOwnName(name: string): boolean;
  /** Whether an address that an issuer states as its site, its badge or its criteria is ours, or looks like
   *  ours. */
  isOwnAddress(address: string): boolean;
  /** Whether the host of an id looks like ours, or is ours under an id that this service does not use. */
  isLikeOwnHost(id: string): boolean;
  /** Whether a text is or contains an address or `did:web` of this service's origin, in any spelling, or one that
   *  looks like it. The pages of the office's site are not meant. */
  namesOwnOrigin(text: string): boolean;
}

/** Names shorter than this may occur inside another name by chance. */
const SHORTEST_INSIDE = 8;
/** Characters at either end of a long name that are compared. */
const LONGEST_END = 400;

export function makeOwnMarks(origin: string, issuer: Pick<IssuerConfig, 'name' | 'code' | 'url'>): OwnMarks {
  const did = didOf(origin);
  const names = [issuer.name, issuer.code].map(skeletonOf).filter((name) => name !== '');
  const own = [origin, issuer.url].filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const hosts = own.map(({ hostname }) => hostname);
  const isOwnId = (id: string) => id === did || id.startsWith(`${did}:`);
  const isLike = (host: string) => hosts.some((one) => imitates(host, one));
  const isLikeOrOurs = (host: string) => isLike(host) || hosts.includes(withoutDot(host));
  return {
    isOwnId,
    isOwnName: (name) => {
      const given = skeletonOf(ends(name));
      return names.some((one) => given === one || (one.length >= SHORTEST_INSIDE && given.includes(one)));
    },
    isOwnAddress: (address) => {
      if (!URL.canParse(address)) return false;
      const url = new URL(address);
      const isOurs = withoutDot(url.hostname) === hosts[0] || own.some((one) => isSamePage(one, url));
      return isOurs || isLike(hostOf(address)) || isLikeOrOurs(decoded(url.username));
    },
    isLikeOwnHost: (id) => {
      const host = hostOf(id);
      return isLike(host) || (withoutDot(host) === hosts[0] && !isOwnId(id));
    },
    namesOwnOrigin: (text) => {
      const [ours = ''] = hosts;
      return [...hostsIn(text)].some((host) => withoutDot(host) === ours || imitates(host, ours));
    },
  };
}

const DIDS = /did:web:([^\s#?/"'<>]+)/gi;
const END_OF_LINK = /[\s"'<>«»()[\]]/;

/** The hosts of the addresses and of the `did:web` in a text. An address inside another one counts too. */
function hostsIn(text: string): ReadonlySet<string> {
  const links = text.split(/(?=https?:)/i).map((link) => link.split(END_OF_LINK, 1)[0] ?? '');
  // An address without a scheme (`//host/…`) is read as one of the web.
  const whole = text.trim().replace(/^[\\/]{2}/, 'https://');
  const ofLinks = [whole, ...links].flatMap((link) => {
    if (!URL.canParse(link)) return [];
    const { hostname, username } = new URL(link);
    return [hostname, hostOf(link), decoded(username)];
  });
  const ofDids = [...text.matchAll(DIDS)].map(([, id = '']) => decoded(id).split(':', 1)[0] ?? '');
  return new Set([...ofLinks, ...ofDids].filter((host) => host !== ''));
}

/** Whether a host is another one than ours and looks like ours: spelt with other letters, or with ours as its
 *  beginning (« ours.example.attacker.example »). */
function imitates(host: string, ours: string): boolean {
  const given = withoutDot(host);
  if (given === ours || given === '') return false;
  if (skeletonOf(given) === skeletonOf(ours)) return true;
  const [whole = '', inside = ''] = [given, ours].map((name) => name.split('.').map(skeletonOf).join('.'));
  return `.${whole}`.includes(`.${inside}.`);
}

/** The host without the dot of the root, in the lower case of host names. */
function withoutDot(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

function isSamePage(one: URL, other: URL): boolean {
  const page = ({ hostname, pathname, search }: URL) => `${withoutDot(hostname)}${pathname}${search}`;
  return page(one) === page(other);
}

/** A part of an address without its escapes, such as the name before an « @ », which can imitate a host. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The beginning and the end of a long name, which are what may be read of it. */
function ends(name: string): string {
  return name.length <= 2 * LONGEST_END ? name : `${name.slice(0, LONGEST_END)} ${name.slice(-LONGEST_END)}`;
}

/** The host in a web address or a `did:web`, as it is written; empty for any other id. */
function hostOf(id: string): string {
  const [, ofDid, ofAddress] =
    /^(?:did:web:([^:%]*)|https?:[/\\]*(?:[^/\\?#]*@)?([^/\\?#:]*))/i.exec(id) ?? [];
  return ofDid ?? ofAddress ?? '';
}
