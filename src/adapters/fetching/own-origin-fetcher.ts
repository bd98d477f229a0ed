import type { Fetched, Fetcher } from '../../application/ports.ts';
import { isDocumentUrl } from '../../openbadges/addresses.ts';

/** The largest document that is read, in bytes. */
export const MAXIMUM_DOCUMENT_BYTES = 1024 * 1024;

interface Options {
  /** Our public origin; http is allowed outside production. */
  readonly origin: string;
  /** Answers a request with the application itself. */
  readonly answer: (request: Request) => Response | Promise<Response>;
  /** Fetches every address that is not ours. */
  readonly outside: Fetcher;
}

/** The application itself answers our own addresses, without a network: a service may not reach its public
 *  address from inside, and the guard would refuse a development address. Only the documents that a
 *  verification reads are answered, because a fetch of the verification page would make the service ask
 *  itself without end. Everything else goes outside. */
export function makeOwnOriginFetcher({ origin, answer, outside }: Options): Fetcher {
  return {
    fetch: async (url, accept) => {
      if (!URL.canParse(url)) return { kind: 'unreachable', reason: 'not a URL' };
      const address = new URL(url);
      if (address.origin !== origin) return outside.fetch(url, accept);
      if (address.username !== '' || address.password !== '') {
        return { kind: 'unreachable', reason: 'credentials in the address' };
      }
      if (!isDocumentUrl(origin, address.href)) {
        return { kind: 'unreachable', reason: 'no badge, key or list of this service has this address' };
      }
      address.hash = '';
      return toFetched(address.href, await answer(new Request(address, { headers: { accept } })));
    },
  };
}

async function toFetched(url: string, response: Response): Promise<Fetched> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) return { kind: 'status', status: response.status, body };
  if (body.length > MAXIMUM_DOCUMENT_BYTES) return { kind: 'unreachable', reason: 'too large' };
  return { kind: 'ok', url, contentType: response.headers.get('content-type') ?? '', body };
}
