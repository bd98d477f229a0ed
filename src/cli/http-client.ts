import { isLoopbackHttp } from '../settings/stage.ts';
import { oddAnswer } from './fetch-pages.ts';
import { RemoteError } from './remote-error.ts';

/** Sends a request to the API of a running service. Without a body, it is a GET. */
export type Send = <T>(
  path: string,
  body: BodyInit | undefined,
  headers?: Record<string, string>,
) => Promise<T>;

/** A request with a file of 25 MB on a slow line takes minutes. */
const TIMEOUT_MS = 600_000;
/** The data of one person, or the lines of one part, are smaller. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** More parts than the longest work has: 2.5 million badges. */
const MOST_REQUESTS = 100_000;

export interface Service {
  readonly url: string;
  readonly token: string;
  /** The longest time for one request with its answer. */
  readonly patienceMs?: number;
}

/** Whether a token and the data of people may be sent to an address: encrypted, or inside this machine. */
export function isSafeRemote(address: string): boolean {
  const { protocol, origin, username, password, search, hash } = new URL(address);
  return (protocol === 'https:' || isLoopbackHttp(origin)) && `${username}${password}${search}${hash}` === '';
}

/** The only channel to a service of `--remote`. Every command ends: each answer is bounded in time and size, and
 *  their number too. A redirect is refused, because it could send the data of people elsewhere. */
export function makeSender({ url, token, patienceMs = TIMEOUT_MS }: Service): Send {
  const api = `${url.replace(/\/$/, '')}/api/v1`;
  let requests = 0;
  return async <T>(path: string, body: BodyInit | undefined, headers: Record<string, string> = {}) => {
    requests += 1;
    if (requests > MOST_REQUESTS) throw oddAnswer('too many parts');
    const signal = AbortSignal.timeout(patienceMs);
    const { status, text } = await answerTo(url, async () => {
      const response = await fetch(`${api}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body !== undefined && { body }),
        headers: { Authorization: `Bearer ${token}`, ...headers },
        redirect: 'manual',
        signal,
      });
      return { status: response.status, text: await readText(response) };
    });
    if (status >= 300 && status < 400) throw oddAnswer(`${status}`);
    if (status < 200 || status >= 300) throw RemoteError.from(status, text);
    try {
      return JSON.parse(text) as T;
    } catch (cause) {
      throw oddAnswer('no JSON', { cause });
    }
  };
}

async function answerTo<T>(url: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof RemoteError) throw cause;
    const params = { url, ...(isTimeout(cause) && { reason: 'timeout' }) };
    throw new RemoteError('unreachable', url, { cause, params });
  }
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > MAX_ANSWER_BYTES) throw oddAnswer('too large');
  }
  return Buffer.concat(parts).toString('utf8');
}
