import type { MiddlewareHandler } from 'hono';
import { getPath } from 'hono/utils/url';
import type { AppEnv } from '../env.ts';

/** Hono tries every `%` of an address by itself where the address as a whole is not UTF-8 in percent encoding,
 *  and each try throws: 14 kB of `%F0%` then take tens of milliseconds, each time that a value is read. So
 *  such an address is written again before anything of it is read. */

/** A `%` that does not begin an ASCII character. */
const STRAY = /%(?![0-7][0-9a-f])/gi;

/** The address, with every stray `%` encoded where it cannot be decoded otherwise. It then reads as it was
 *  written. Linear in its length. */
function toWellEncoded(address: string): string {
  return isWellEncoded(address) ? address : address.replace(STRAY, '%25');
}

/** The decoded path of a request, for Hono. */
export function pathOf(request: Request): string {
  const { url } = request;
  const address = toWellEncoded(url);
  return getPath(address === url ? request : ({ url: address } as Request));
}

/** Whatever reads the address later finds one that can be decoded. */
export const encodeAddress: MiddlewareHandler<AppEnv> = (c, next) => {
  const { url } = c.req.raw;
  const address = toWellEncoded(url);
  if (address !== url) c.req.raw = new Request(address, c.req.raw);
  return next();
};

function isWellEncoded(address: string): boolean {
  if (!address.includes('%')) return true;
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}
