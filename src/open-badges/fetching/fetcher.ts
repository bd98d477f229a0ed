import type { Instant } from '../schema/rfc3339.ts';

/** The result of fetching a document. A redirect to another host is never followed. */
export type Fetched =
  | {
      readonly kind: 'ok';
      readonly url: string;
      readonly contentType: string;
      readonly body: Uint8Array;
    }
  | { readonly kind: 'status'; readonly status: number; readonly body?: Uint8Array }
  | { readonly kind: 'unreachable'; readonly reason: string; readonly fault?: FetchError };

/** What a person can be told about a host that gave no document: it leads to another host, its certificate is
 *  not in order, its name does not exist, no name server answered for it, no connection to it was possible, the
 *  outgoing proxy opened none, or its answer came too late. Without a way out, only the last five occur. */
export interface FetchError {
  readonly fault: 'redirect' | 'tls' | 'name' | 'name-unanswered' | 'no-connection' | 'proxy' | 'late';
  readonly host: string;
  /** The host to which a redirect leads. */
  readonly to?: string;
}

/** Fetches public documents, only by https, only from public addresses, and with limits of size and time. For
 *  our own origin plain http is allowed too; the application itself answers such a request, without a
 *  network. */
export interface Fetcher {
  /** `hear` is told the `Date` of an answer that comes from its server now, and not from a cache. */
  fetch(url: string, accept: string, hear?: HearTime): Promise<Fetched>;
}

/** Hears the clock of another machine. */
export type HearTime = (at: Instant) => void;

/** A request to another service. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends requests to other services, within the limits of the Fetcher. No redirect is followed: a request may
 *  contain secrets, which are meant for one address only. */
export interface Sender {
  send(request: Sent): Promise<Fetched>;
}
