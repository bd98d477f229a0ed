interface Arrival {
  /** Of the connection; absent where the service asks itself. */
  readonly address: string | undefined;
  /** `X-Forwarded-For` as it came: anyone may have written its beginning. */
  readonly forwardedFor: string | undefined;
  readonly trustedProxies: number;
}

/** Who is counted as one caller: the address that the last trusted proxy saw, or that of the connection; of IPv6 its
 *  network of 64 bits, which is what one subscriber has. Undefined where nobody is connected. */
export function clientOf({ address, forwardedFor, trustedProxies }: Arrival): string | undefined {
  if (address === undefined) return undefined;
  if (trustedProxies === 0 || !forwardedFor) return networkOf(address) ?? address;
  const said = forwardedFor.split(',').slice(-trustedProxies);
  // Each proxy adds at the end whom it saw: with n of them, the nth from the end is the caller.
  return networkOf(bare(said[0] ?? '')) ?? networkOf(address) ?? address;
}

/** Without the port that some proxies add, and without brackets. */
function bare(text: string): string {
  const trimmed = text.trim();
  const [, v6] = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed) ?? [];
  return v6 ?? trimmed.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

/** An IPv4 address itself, the first 64 bits of an IPv6 one; undefined for what is neither. */
function networkOf(address: string): string | undefined {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/.exec(plain)?.[1] ?? plain;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) return mapped;
  if (!mapped.includes(':') || !/^[0-9a-f:.]{2,45}$/.test(mapped)) return undefined;
  const url = `http://[${mapped}]/`;
  // The parser of URLs writes each address in one way only (RFC 5952).
  return URL.canParse(url) ? firstGroups(new URL(url).hostname.slice(1, -1)) : undefined;
}

function firstGroups(address: string): string {
  const [left = '', right = ''] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = 8 - groups(left).length - groups(right).length;
  const all = [...groups(left), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(right)];
  return `${all.slice(0, 4).join(':')}::/64`;
}
