/** Ranges that no public document lives in (IANA special-purpose registries): a server that fetched from them on a
 *  stranger's word would open its own network to that stranger. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Whether an IP address, v4 or v6 in any spelling, is one of the public internet. Anything else is not. */
export function isPublicAddress(address: string): boolean {
  const v4 = parseV4(address);
  if (v4 !== undefined) return isPublicV4(v4);
  const v6 = parseV6(address);
  return v6 !== undefined && isPublicV6(v6);
}

function isPublicV4(value: number): boolean {
  return !SPECIAL_V4.some(([base, bits]) => {
    const mask = (0xffffffff << (32 - bits)) >>> 0;
    return (value & mask) >>> 0 === ((parseV4(base) ?? 0) & mask) >>> 0;
  });
}

/** Only 2000::/3 is handed out; inside it stand ranges that carry or hide an IPv4 address, or are not routed. */
function isPublicV6(groups: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = groups;
  if (first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) {
    return isPublicV4(embeddedV4(groups, 6)); // NAT64
  }
  if (first >> 13 !== 1) return false; // ::1, ::ffff:0:0/96 (mapped), fc00::/7, fe80::/10, ff00::/8…
  if (first === 0x2001 && second < 0x200) return false; // 2001::/23: Teredo, ORCHID, benchmarking
  if (first === 0x2001 && second === 0xdb8) return false; // documentation
  if (first === 0x2002) return isPublicV4(((second << 16) | third) >>> 0); // 6to4
  return first !== 0x3fff || second > 0xfff; // documentation
}

function embeddedV4(groups: readonly number[], at: number): number {
  return (((groups[at] ?? 0) << 16) | (groups[at + 1] ?? 0)) >>> 0;
}

function parseV4(text: string): number | undefined {
  const parts = text.split('.');
  const isDotted =
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isDotted ? parts.reduce((value, part) => value * 256 + Number(part), 0) : undefined;
}

/** Eight groups of an IPv6 address; undefined where it is none. A mapped IPv4 tail is understood. */
function parseV6(text: string): readonly number[] | undefined {
  const bare = text.replace(/%.*$/, '').replace(/^\[|\]$/g, '');
  const tail = /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  const tailValue = tail === undefined ? undefined : parseV4(tail);
  if (tail !== undefined && tailValue === undefined) return undefined;
  const spelled =
    tail === undefined || tailValue === undefined
      ? bare
      : `${bare.slice(0, -tail.length)}${(tailValue >>> 16).toString(16)}:${(tailValue & 0xffff).toString(16)}`;
  const halves = spelled.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16));
}
