import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { TracedRequest, Tracer } from '../../application/observability/tracer.ts';
import type { Span } from './span.ts';
import { parseTraceparent, type TracePlace } from './traceparent.ts';

interface TracerOptions {
  /** Takes each span at its end. */
  readonly keep: (span: Span) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A tracer that knows the present request wherever its work is done. A request that its sender does not keep is not
 *  kept here either. */
export function makeTracer({ keep, now }: TracerOptions): Tracer {
  const present = new AsyncLocalStorage<TracePlace>();
  const begin = (parent: TracePlace | undefined) => {
    const place = { traceId: parent?.traceId ?? hex(16), spanId: hex(8) };
    const [startedAt, begun] = [now(), performance.now()];
    const end = (span: Pick<Span, 'name' | 'kind' | 'failed' | 'attributes'>) => {
      const endedAt = startedAt + performance.now() - begun;
      keep({ ...place, parentSpanId: parent?.spanId, startedAt, endedAt, ...span });
    };
    return { place, end };
  };
  return {
    async request(header, work) {
      const parent = header === undefined ? undefined : parseTraceparent(header);
      if (parent && !parent.isSampled) {
        await work();
        return;
      }
      const { place, end } = begin(parent?.place);
      end(toSpan(await present.run(place, work)));
    },
    async timeStep(part, work) {
      const parent = present.getStore();
      if (!parent) return work();
      const { place, end } = begin(parent);
      let failed = true;
      try {
        const result = await present.run(place, work);
        failed = false;
        return result;
      } finally {
        end({ name: part, kind: 'internal', failed, attributes: {} });
      }
    },
  };
}

/** Names are those of https://opentelemetry.io/docs/specs/semconv/http/http-spans/. */
function toSpan({ method, route, status, requestId }: TracedRequest) {
  return {
    name: route === undefined ? method : `${method} ${route}`,
    kind: 'server',
    failed: status >= 500,
    attributes: {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'jalon.request': requestId,
    },
  } as const;
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
