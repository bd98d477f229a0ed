/** `did:web` identifier of a service: the origin's host, with a percent-encoded port (did:web method, §3.1).
 *  `origin` has no final slash. Throws a TypeError if it is no URL. */
export function didOf(origin: string): string {
  if (origin !== last.origin) last = { origin, did: `did:web:${encodeURIComponent(new URL(origin).host)}` };
  return last.did;
}

/** A service has one origin, and needs its identifier several times in each verification. */
let last = { origin: '', did: '' };

/** Whether an identifier is the did:web of this origin. No identifier is, if there is no origin. */
export function isDidOf(id: string | undefined, origin: string | undefined): boolean {
  return origin !== undefined && id === didOf(origin);
}

/** The address of the document of a did:web (method §3.2): colons are slashes, a port is percent-encoded, and no
 *  path means `/.well-known`. Undefined for any other text. */
export function didWebAddress(did: string): string | undefined {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':');
  if (!/^[A-Za-z0-9.-]+(%3A\d+)?$/i.test(host) || !path.every((part) => /^[A-Za-z0-9._-]+$/.test(part)))
    return undefined;
  const location = path.length === 0 ? '.well-known' : path.join('/');
  const address = `https://${host.replace(/%3A/i, ':')}/${location}/did.json`;
  return URL.canParse(address) ? address : undefined;
}
