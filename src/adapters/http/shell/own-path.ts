/** An absolute address of ours as a path, which a page loads and opens under every host name that serves it: an
 *  alias, a proxy, a copy. What leaves the page keeps the absolute address. */
export function ownPath(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
