import ipaddr from 'ipaddr.js';

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

/** An IPv4 address itself, also where IPv6 carries it (::ffff:0:0/96, in either spelling); the first 64 bits of any other
 *  IPv6 address; undefined for what is neither. */
function networkOf(address: string): string | undefined {
  const plain = address.replace(/%.*$/, '');
  if (!ipaddr.IPv4.isValidFourPartDecimal(plain) && !ipaddr.IPv6.isValid(plain)) return undefined;
  const parsed = ipaddr.process(plain);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const groups = parsed.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
