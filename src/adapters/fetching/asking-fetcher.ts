import type { Fetched, Fetcher } from '../../application/ports.ts';

/** Public documents whose reading tells nothing about the reader: keys, and status lists of at least 131,072
 *  badges. */
const ASKED_FREELY = /^\/(\.well-known\/(did|jwks)\.json|status\/[\w-]{1,64}|keys\/[\w.~%-]{1,200})$/;
/** The largest document that is read, in bytes. */
const MAXIMUM_BYTES = 1024 * 1024;
const TIME_LIMIT_MS = 10_000;

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

interface Kept {
  readonly fetched: Fetched;
  readonly at: number;
}

/** Fetches in a browser: keys and status lists of our own origin, and documents on hosts that the visitor
 *  allowed. No cookie and no referrer goes with a request. Without a network, the documents read before are
 *  used again. */
export function makeAskingFetcher({ origin, send = fetch }: Options): AskingFetcher {
  const allowed = new Set<string>();
  const kept = new Map<string, Kept>();
  const notAsked = new Set<string>();
  const read = new Map<string, number>();
  const readOnce = async (url: string, accept: string): Promise<Fetched> => {
    const { fetched, isConnected } = await answerOf(url, accept, send);
    if (fetched.kind !== 'unreachable') kept.set(url, { fetched, at: Date.now() });
    // A host that answers too much, too late or elsewhere was reached: its older answer is no substitute.
    const known = isConnected && fetched.kind === 'unreachable' ? undefined : kept.get(url);
    if (known) read.set(url, known.at);
    return known?.fetched ?? fetched;
  };
  return {
    fetch: async (url, accept) => {
      const address = URL.canParse(url) ? new URL(url) : undefined;
      if (address === undefined || !isAskable(address, origin))
        return { kind: 'unreachable', reason: 'no address that is asked from a browser' };
      const isFree =
        address.origin === origin && ASKED_FREELY.test(address.pathname) && address.search === '';
      if (isFree || allowed.has(address.host)) return readOnce(url, accept);
      notAsked.add(address.host);
      return { kind: 'unreachable', reason: `${address.host} was not asked` };
    },
    allow: (host) => allowed.add(host),
    takeLog: () => {
      const log = { notAsked: [...notAsked], read: [...read].map(([url, at]) => ({ url, at })) };
      notAsked.clear();
      read.clear();
      return log;
    },
  };
}

function isAskable({ protocol, origin: own, username, password }: URL, origin: string): boolean {
  return (protocol === 'https:' || own === origin) && username === '' && password === '';
}

interface Answered {
  readonly fetched: Fetched;
  /** False where there was no network, or nobody at the address. */
  readonly isConnected: boolean;
}

async function answerOf(url: string, accept: string, send: typeof fetch): Promise<Answered> {
  const { host } = new URL(url);
  let isConnected = false;
  try {
    const response = await send(url, {
      headers: { Accept: accept },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // An error on a redirect could not be told from one of the network.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    isConnected = true;
    return { fetched: await toFetched(url, response), isConnected };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    const reason = isLate ? `${host} gave no complete answer in time` : `no connection to ${host}`;
    return { fetched: { kind: 'unreachable', reason }, isConnected: isConnected || isLate };
  }
}

async function toFetched(url: string, response: Response): Promise<Fetched> {
  const { host } = new URL(url);
  if (response.type === 'opaqueredirect' || response.redirected || isRedirect(response.status))
    return { kind: 'unreachable', reason: `${host} redirects to another address` };
  const body = await readAtMost(response);
  if (body === undefined) return { kind: 'unreachable', reason: `more than ${MAXIMUM_BYTES} bytes` };
  if (!response.ok) return { kind: 'status', status: response.status, body };
  return { kind: 'ok', url, contentType: response.headers.get('Content-Type') ?? '', body };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** Undefined where the answer is larger. */
async function readAtMost(response: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MAXIMUM_BYTES) return undefined;
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
