/** An absolute address of ours as a path, which a page loads and opens under every host name that serves it: an
 *  alias, a proxy, a copy. What leaves the page keeps the absolute address. */
export function ownPath(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** A name for the use in a file name: « RUPN confirmé·e » → `rupn-confirme`. It is ASCII, without accents and
 *  without the ending after a middle dot. */
export function toSlug(name: string): string {
  return name
    .replace(/·\p{L}+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
