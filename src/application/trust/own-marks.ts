import { didOf } from '../../openbadges/addresses.ts';
import { skeletonOf } from '../../openbadges/look-alikes.ts';
import type { IssuerConfig } from '../ports.ts';

/** The names and addresses that belong to this service, and that no list and no other issuer may claim. */
export interface OwnMarks {
  /** Whether the id is on our own host, for which only this service is responsible. */
  isOwnId(id: string): boolean;
  /** Whether a name is ours or contains ours, in any spelling. */
  isOwnName(name: string): boolean;
  /** Whether an address that an issuer states as its site, its badge or its criteria is ours, or looks like
   *  ours. */
  isOwnAddress(address: string): boolean;
  /** Whether the host of an id looks like ours but is another one. */
  isLikeOwnHost(id: string): boolean;
}

/** Names shorter than this may occur inside another name by chance. */
const SHORTEST_INSIDE = 8;

export function makeOwnMarks(origin: string, issuer: Pick<IssuerConfig, 'name' | 'code' | 'url'>): OwnMarks {
  const did = didOf(origin);
  const names = [issuer.name, issuer.code].map(skeletonOf).filter((name) => name !== '');
  const own = [origin, issuer.url].filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const hosts = new Map(own.map(({ hostname }) => [skeletonOf(hostname), hostname]));
  const isLikeOwnHost = (id: string): boolean => {
    const host = hostOf(id);
    const imitated = hosts.get(skeletonOf(host));
    return imitated !== undefined && imitated !== host.toLowerCase();
  };
  return {
    isOwnId: (id) =>
      id === did || id.startsWith(`${did}:`) || (URL.canParse(id) && new URL(id).origin === origin),
    isOwnName: (name) => {
      const given = skeletonOf(name);
      return names.some((one) => given === one || (one.length >= SHORTEST_INSIDE && given.includes(one)));
    },
    isOwnAddress: (address) => {
      if (!URL.canParse(address)) return false;
      const url = new URL(address);
      return (
        url.origin === own[0]?.origin || own.some(({ href }) => href === url.href) || isLikeOwnHost(address)
      );
    },
    isLikeOwnHost,
  };
}

/** The host in a web address or a `did:web`; empty for any other id. */
function hostOf(id: string): string {
  const [, ofDid, ofAddress] =
    /^(?:did:web:([^:%]*)|https?:[/\\]*(?:[^/\\?#]*@)?([^/\\?#:]*))/i.exec(id) ?? [];
  return ofDid ?? ofAddress ?? '';
}
