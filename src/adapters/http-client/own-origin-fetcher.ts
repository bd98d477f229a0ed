import { type Fetched, type Fetcher, MAXIMUM_DOCUMENT_BYTES } from '#open-badges/fetching';
import type { OwnDocument, ReadOwnDocument } from '../../application/verification/own-documents.ts';
import { isDocumentPath } from '../../issuing/addresses.ts';

const LARGEST_SHARE = 1 / 8;

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
  const keepThirdParty = makeKnownAnswers({ entries: 256, bytes: 8 * MAXIMUM_DOCUMENT_BYTES });
  const answers = new WeakMap<OwnDocument, Fetched>();
  const readOwn = async ({ href, pathname, search }: URL): Promise<Fetched | undefined> => {
    // With queries allowed, a stranger could give one document any number of addresses.
    if (search !== '') return undefined;
    // Where reading fails, the application answers with its own error.
    const document = await read?.(pathname).catch(() => undefined);
    if (document === undefined) return undefined;
    if (document.isBehind) return { kind: 'unreachable', reason: 'changed since it was signed' };
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
      if (address.origin !== origin) return keepThirdParty(await outside.fetch(url, accept, hear));
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

type Answer = Extract<Fetched, { kind: 'ok' }>;

interface Bounds {
  readonly entries: number;
  /** The limit for all answers together. An answer of more than an eighth of it is not kept. */
  readonly bytes: number;
}

/** Where an address answers with the same bytes as last time, the result is the very same object, so that its
 *  verified content can be kept next to it (known-lists.ts). Every answer is still fetched: a stranger who
 *  fills this memory with other answers only costs us the work of reading again. The answer longest unused is
 *  dropped first. */
export function makeKnownAnswers({ entries, bytes }: Bounds): (fetched: Fetched) => Fetched {
  const cached = new Map<string, Answer>();
  let held = 0;
  const drop = (answer: Answer | undefined): void => {
    if (answer === undefined) return;
    cached.delete(answer.url);
    held -= answer.body.length;
  };
  return (fetched) => {
    if (fetched.kind !== 'ok' || fetched.body.length > bytes * LARGEST_SHARE) return fetched;
    const last = cached.get(fetched.url);
    const answer = last && isSame(last, fetched) ? last : fetched;
    drop(last);
    cached.set(answer.url, answer);
    held += answer.body.length;
    while (cached.size > entries || held > bytes) drop(cached.values().next().value);
    return answer;
  };
}

function isSame(one: Answer, other: Answer): boolean {
  if (one.contentType !== other.contentType || one.body.length !== other.body.length) return false;
  for (let at = 0; at < one.body.length; at += 1) if (one.body[at] !== other.body[at]) return false;
  return true;
}
