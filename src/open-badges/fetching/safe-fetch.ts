import type { Fetched, Fetcher, HearTime, Sender } from './fetcher.ts';
import { isPublicAddress } from './public-address.ts';
import {
  answerInTime,
  dateOfAnswer,
  followedOnHost,
  isPublicName,
  MAXIMUM_DOCUMENT_BYTES,
  MAXIMUM_REDIRECTS,
  parseGuardedAddress,
  TIME_LIMIT_MS,
  USER_AGENT,
} from './ssrf-rules.ts';

/** `userAgent` names the program in each request. The other members are parts that a test replaces. */
export interface WebFetchOptions {
  readonly userAgent?: string;
  readonly fetch?: typeof fetch;
  readonly timeLimitMs?: number;
}

/** Fetches public documents from addresses that third parties give, with the `fetch` of the runtime: https on port 443
 *  only, at most three redirects and all on the same host, 1 MB, ten seconds, no credentials. Such a runtime cannot
 *  see which IP address a name resolves to. It must therefore run inside no private network, as a Worker does. IP
 *  addresses and names of private networks are refused. Never throws. */
export function makeWebFetcher(options: WebFetchOptions = {}): Fetcher {
  const { timeLimitMs = TIME_LIMIT_MS, userAgent = USER_AGENT } = options;
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  return {
    fetch: (url, accept, hear) =>
      answerInTime(url, timeLimitMs, (signal) => follow({ url, accept, signal, send, hear, userAgent })),
  };
}

/** Sends requests under the same rules. A redirect is not followed, but answered as a status. Never
 *  throws. */
export function makeWebSender(options: WebFetchOptions = {}): Sender {
  const { timeLimitMs = TIME_LIMIT_MS, userAgent = USER_AGENT } = options;
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  return {
    send: ({ url, method, headers, body }) =>
      answerInTime(url, timeLimitMs, async (signal) => {
        const address = parsePublicAddress(url);
        const response = await send(address.href, {
          method,
          headers: { ...headers, 'user-agent': userAgent },
          redirect: 'manual',
          signal,
          ...(body !== undefined && { body }),
        });
        return readAnswer(address, response);
      }),
  };
}

interface Errand {
  readonly url: string;
  readonly accept: string;
  readonly hear?: HearTime | undefined;
  readonly signal: AbortSignal;
  readonly send: typeof fetch;
  readonly userAgent: string;
}

async function follow(errand: Errand): Promise<Fetched> {
  const { url, accept, signal, send, userAgent } = errand;
  let address = parsePublicAddress(url);
  for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects += 1) {
    const response = await send(address.href, {
      headers: { accept, 'user-agent': userAgent },
      redirect: 'manual',
      signal,
    });
    const { status } = response;
    const target = status >= 300 && status < 400 ? response.headers.get('location') : null;
    if (target === null) {
      const at = dateOfAnswer(response.headers.get('date'), response.headers.get('age'));
      if (at) errand.hear?.(at);
      return readAnswer(address, response);
    }
    await response.body?.cancel();
    address = parsePublicAddress(followedOnHost(address, target));
  }
  throw new Error('too many redirects');
}

function parsePublicAddress(url: string): URL {
  const address = parseGuardedAddress(url);
  const host = address.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  const isPublic = isAddress ? isPublicAddress(host) : isPublicName(host);
  if (!isPublic) throw new Error(`${host} is not on the public internet`);
  return address;
}

async function readAnswer(address: URL, response: Response): Promise<Fetched> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    // Leaving the loop cancels the rest of the answer.
    if (size > MAXIMUM_DOCUMENT_BYTES) throw new Error('too large');
    parts.push(part);
  }
  const body = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
  const { status } = response;
  if (status !== 200) return { kind: 'status', status, body };
  return { kind: 'ok', url: address.href, contentType: response.headers.get('content-type') ?? '', body };
}
