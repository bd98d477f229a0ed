import type { Fetched, Fetcher } from '../../application/ports.ts';
import type { OwnDocument, ReadOwnDocument } from '../../application/verification/own-documents.ts';
import { isDocumentPath } from '../../openbadges/addresses.ts';
import { makeKnownAnswers } from './known-answers.ts';

/** The largest document that is read, in bytes. */
export const MAXIMUM_DOCUMENT_BYTES = 1024 * 1024;

interface Options {
  /** Our public origin; http is allowed outside production. */
  readonly origin: string;
  /** Answers a request with the application itself. */
  readonly answer: (request: Request) => Response | Promise<Response>;
  /** Reads the most frequent documents directly, without a request to the application. */
  readonly read?: ReadOwnDocument;
  /** Fetches every address that is not ours. */
  readonly outside: Fetcher;
}

/** The application itself answers our own addresses, without a network: a service may not reach its public
 *  address from inside, and the guard would refuse a development address. Only the documents that a
 *  verification reads are answered, because a fetch of the verification page would make the service ask
 *  itself without end. Everything else goes outside. */
export function makeOwnOriginFetcher({ origin, answer, read, outside }: Options): Fetcher {
  // Two memories, so that the documents of strangers never take the place of ours.
  const keep = makeKnownAnswers({ entries: 64, bytes: 4 * MAXIMUM_DOCUMENT_BYTES });
  const keepForeign = makeKnownAnswers({ entries: 256, bytes: 8 * MAXIMUM_DOCUMENT_BYTES });
  const answers = new WeakMap<OwnDocument, Fetched>();
  const readOwn = async ({ href, pathname, search }: URL): Promise<Fetched | undefined> => {
    // With queries allowed, a stranger could give one document any number of addresses.
    if (search !== '') return undefined;
    // Where reading fails, the application answers with its own error.
    const document = await read?.(pathname).catch(() => undefined);
    if (document === undefined) return undefined;
    const known = answers.get(document);
    if (known) return known;
    const body = new TextEncoder().encode(document.text);
    if (body.length > MAXIMUM_DOCUMENT_BYTES) return { kind: 'unreachable', reason: 'too large' };
    const answer = keep({ kind: 'ok', url: href, contentType: document.contentType, body });
    answers.set(document, answer);
    return answer;
  };
  return {
    fetch: async (url, accept, hear) => {
      if (!URL.canParse(url)) return { kind: 'unreachable', reason: 'not a URL' };
      const address = new URL(url);
      if (address.origin !== origin) return keepForeign(await outside.fetch(url, accept, hear));
      if (address.username !== '' || address.password !== '') {
        return { kind: 'unreachable', reason: 'credentials in the address' };
      }
      if (!isDocumentPath(address.pathname)) {
        return { kind: 'unreachable', reason: 'no badge, key or list of this service has this address' };
      }
      address.hash = '';
      const own = await readOwn(address);
      return own ?? toFetched(address.href, await answer(new Request(address, { headers: { accept } })));
    },
  };
}

async function toFetched(url: string, response: Response): Promise<Fetched> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) return { kind: 'status', status: response.status, body };
  if (body.length > MAXIMUM_DOCUMENT_BYTES) return { kind: 'unreachable', reason: 'too large' };
  return { kind: 'ok', url, contentType: response.headers.get('content-type') ?? '', body };
}
