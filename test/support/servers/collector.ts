import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as OTLP writes it in JSON. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, string>> }[];
  readonly status: { readonly code?: number };
}

export interface Collector {
  readonly url: string;
  /** What arrived, as it was sent. */
  readonly bodies: string[];
  readonly headers: IncomingMessage['headers'][];
  spans(): readonly ReceivedSpan[];
  /** How many connections are open. */
  connections(): Promise<number>;
  stop(): Promise<void>;
}

/** A collector of traces on the loopback, which takes OTLP in JSON. It answers with `status`; `never` keeps whoever
 *  sends waiting. */
export async function startCollector({
  status = 200,
  port = 0,
}: {
  readonly status?: number | 'never';
  readonly port?: number;
} = {}): Promise<Collector> {
  const bodies: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const isOtlp = request.url === '/v1/traces' && request.headers['content-type'] === 'application/json';
    headers.push(request.headers);
    if (isOtlp && status === 200) bodies.push(body);
    if (status !== 'never') response.writeHead(isOtlp ? status : 404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    headers,
    spans: () =>
      bodies.flatMap((body) =>
        JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: ReceivedSpan[] }[] }) =>
          resource.scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
    connections: () => new Promise((resolve) => server.getConnections((_error, count) => resolve(count))),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
