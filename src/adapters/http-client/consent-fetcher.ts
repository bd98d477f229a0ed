import type { Fetched, Fetcher } from '#open-badges/fetching';

/** Public documents whose reading tells nothing about the reader: keys, and status lists of at least 131,072
 *  badges. */
const FETCHED_WITHOUT_CONSENT =
  /^\/(\.well-known\/(did|jwks)\.json|status\/[\w-]{1,64}|keys\/[\w.~%-]{1,200})$/;
/** The largest document that is read, in bytes. */
const MAXIMUM_BYTES = 1024 * 1024;

interface Options {
  /** The origin of the page, whose keys and status lists are read without a question. */
  readonly origin: string;
  readonly send?: typeof fetch;
}

/** What a fetcher read and what it would have to ask. */
export interface AskingFetcher extends Fetcher {
  /** From now on, this host may be asked. */
  allow(host: string): void;
  /** The hosts that were not asked, and the documents that were read, since the last call. */
  takeLog(): FetchLog;
}

export interface FetchLog {
  readonly notAsked: readonly string[];
  readonly read: readonly ReadDocument[];
}

export interface ReadDocument {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface CachedFetch {
  readonly fetched: Fetched;
  readonly at: number;
}

/** Fetches in a browser: keys and status lists of our own origin, and documents on hosts that the visitor
 *  allowed. No cookie and no referrer goes with a request. Without a network, the documents read before are
 *  used again. */
export function makeAskingFetcher({ origin, send = fetch }: Options): AskingFetcher {
  const allowed = new Set<string>();
  const cached = new Map<string, CachedFetch>();
  const notRequested = new Set<string>();
  const read = new Map<string, number>();
  const readOnce = async (url: string, accept: string): Promise<Fetched> => {
    const { fetched, isReached } = await answerOf(url, accept, send);
    if (fetched.kind !== 'unreachable') cached.set(url, { fetched, at: Date.now() });
    // A host that answers too much, too late or elsewhere was reached: its older answer is no substitute.
    const known = isReached && fetched.kind === 'unreachable' ? undefined : cached.get(url);
    if (known) read.set(url, known.at);
    return known?.fetched ?? fetched;
  };
  return {
    fetch: async (url, accept) => {
      const address = URL.canParse(url) ? new URL(url) : undefined;
      if (address === undefined || !isAskable(address, origin))
        return { kind: 'unreachable', reason: 'no address that is asked from a browser' };
      const isFree =
        address.origin === origin && FETCHED_WITHOUT_CONSENT.test(address.pathname) && address.search === '';
      if (isFree || allowed.has(address.host)) return readOnce(url, accept);
      notRequested.add(address.host);
      return { kind: 'unreachable', reason: `${address.host} was not asked` };
    },
    allow: (host) => allowed.add(host),
    takeLog: () => {
      const log = { notAsked: [...notRequested], read: [...read].map(([url, at]) => ({ url, at })) };
      notRequested.clear();
      read.clear();
      return log;
    },
  };
}

function isAskable({ protocol, origin: own, username, password }: URL, origin: string): boolean {
  return (protocol === 'https:' || own === origin) && username === '' && password === '';
}

/** `isReached` where the host answered, or did not answer in time. */
interface Answered {
  readonly fetched: Fetched;
  readonly isReached: boolean;
}

async function answerOf(url: string, accept: string, send: typeof fetch): Promise<Answered> {
  let isReached = false;
  try {
    const response = await send(url, {
      headers: { Accept: accept },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // An error on a redirect could not be told from one of the network.
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    isReached = true;
    return { fetched: await toFetched(url, response), isReached };
  } catch (error) {
    const { name, message: reason } = error as Error;
    return { fetched: { kind: 'unreachable', reason }, isReached: isReached || name === 'TimeoutError' };
  }
}

/** In a browser, a redirect that is not followed has the status 0. */
async function toFetched(url: string, response: Response): Promise<Fetched> {
  const { status, headers } = response;
  if (status < 200 || (status > 299 && status < 400)) throw new Error('redirected');
  const body = await readAtMost(response);
  if (status > 299) return { kind: 'status', status, body };
  return { kind: 'ok', url, contentType: headers.get('Content-Type') ?? '', body };
}

async function readAtMost(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MAXIMUM_BYTES) throw new Error('too large');
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
