import { reasonOf } from '../../application/observability/counting-logger.ts';
import type { Log } from '../../application/ports.ts';
import { type Span, toOtlp } from './span.ts';

interface ExporterOptions {
  /** The address that takes spans as OTLP in JSON. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly resource: { readonly service: string; readonly version: string };
  readonly log: Log;
  /** Milliseconds between two deliveries. */
  readonly everyMilliseconds?: number;
}

/** What waits while no one takes it: about a megabyte. */
const MOST_WAITING = 2048;
const MOST_SENT = 512;
const TIMEOUT_MILLISECONDS = 10_000;
/** A service that stops waits no longer for a collector. */
const LAST_TIMEOUT_MILLISECONDS = 1000;

/** Sends spans to a collector, some at a time. No request waits for it. Spans wait, up to a bound, while the collector
 *  is away; the log says when that begins and ends. */
export function makeExporter({ url, headers, resource, log, everyMilliseconds = 5000 }: ExporterOptions) {
  const waiting: Span[] = [];
  let lost = 0;
  let isAway = false;
  let sending: Promise<void> | undefined;
  const ending = new AbortController();

  const post = async (spans: readonly Span[], patience: number) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(toOtlp(spans, resource)),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(patience), ending.signal]),
    });
    await answer.body?.cancel();
    return answer;
  };
  const sendAll = async (patience: number) => {
    try {
      while (waiting.length > 0) {
        const batch = waiting.slice(0, MOST_SENT);
        const { ok, status } = await post(batch, patience);
        // What the collector refuses for good is not sent again.
        const isDone = ok || (status !== 429 && status < 500);
        if (isDone) waiting.splice(0, batch.length);
        if (isDone && !ok) lost += batch.length;
        if (!ok) throw new Error(`status ${status}`);
        if (isAway) log.info('traces-taken-again', { lost });
        isAway = false;
      }
    } catch (error) {
      if (!isAway) log.info('traces-not-taken', { reason: reasonOf(error) });
      isAway = true;
    }
  };
  const send = (patience = TIMEOUT_MILLISECONDS) => {
    sending ??= sendAll(patience).finally(() => {
      sending = undefined;
    });
    return sending;
  };
  const timer = setInterval(() => void send(), everyMilliseconds).unref();

  return {
    keep(span: Span): void {
      if (waiting.length >= MOST_WAITING) lost += 1;
      else waiting.push(span);
      if (waiting.length >= MOST_SENT && !isAway) void send();
    },
    /** Sends what waits, once, and gives up a delivery that lasts. */
    async close(): Promise<void> {
      clearInterval(timer);
      if (!isAway) await Promise.race([send(LAST_TIMEOUT_MILLISECONDS), pause(LAST_TIMEOUT_MILLISECONDS)]);
      ending.abort();
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}
