import ipaddr from 'ipaddr.js';

/** The longest spelling of an address, with brackets and a zone. */
const LONGEST = 64;

/** Whether a text is an IP address, v4 or v6 in any spelling, of the public internet. A server that fetched
 *  from other addresses on a stranger's word would open its own network to that stranger. */
export function isPublicAddress(address: string): boolean {
  if (address.length > LONGEST) return false;
  const bare = address.replace(/^\[|\]$/g, '');
  // Short, octal and hexadecimal spellings of IPv4 are refused, alone and at the end of IPv6.
  const dotted = dottedGroupOf(bare);
  if (dotted !== undefined && !ipaddr.IPv4.isValidFourPartDecimal(dotted)) return false;
  if (dotted === bare) return isPublicV4(ipaddr.IPv4.parse(bare));
  return ipaddr.IPv6.isValid(bare) && isPublicV6(ipaddr.IPv6.parse(bare));
}

/** The group with dots, without the zone after it. */
function dottedGroupOf(address: string): string | undefined {
  const group = address.split(':').find((one) => one.includes('.'));
  const zone = group?.indexOf('%', group.lastIndexOf('.')) ?? -1;
  return zone < 0 ? group : group?.slice(0, zone);
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast';
}

const WELL_KNOWN_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** The only range of IPv6 that is allocated. */
const HANDED_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/** The ranges 2002::/16 and 64:ff9b::/96 carry an IPv4 address, which is judged in their place. */
function isPublicV6(address: ipaddr.IPv6): boolean {
  const bytes = address.toByteArray();
  if (address.match(WELL_KNOWN_NAT64)) return isPublicV4(new ipaddr.IPv4(bytes.slice(12)));
  if (address.range() === '6to4') return isPublicV4(new ipaddr.IPv4(bytes.slice(2, 6)));
  return address.match(HANDED_OUT) && address.range() === 'unicast';
}
