/** An absolute address of ours as a path, which a page loads and opens under every host name that serves it: an
 *  alias, a proxy, a copy. What leaves the page keeps the absolute address. */
export function ownPath(address: string): string {
  return linkPathOf(address) + new URL(address).search;
}

/** The path of an absolute address of ours, without the query, for a link. It begins with one slash, and stays encoded.
 *  Otherwise a browser could read its beginning as another host: `//host`, `/\host`, or a tab between the slashes. */
export function linkPathOf(address: string): string {
  return new URL(address).pathname.replace(/^\/{2,}/, '/');
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
