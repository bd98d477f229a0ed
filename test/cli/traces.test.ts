import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { type Collector, type ReceivedSpan, startCollector } from '../support/servers/collector.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { ONE_RUPN } from '../support/servers/service.ts';

const EMAIL = 'claire.dupont@ac-test.example';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const REQUEST = 'request-of-the-proxy-1';

let folder: string;
let settings: Readonly<Record<string, string>>;
let token: string;
let badge: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-traces-'));
  settings = { DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`, KEYS_DIR: join(folder, 'keys') };
  for (const [name, text] of Object.entries(ONE_RUPN)) writeFileSync(join(folder, name), text);
  const run = async (...texts: string[]) => {
    const { code, lines, stderr } = await jalon([...texts, '--json'], { environment: settings });
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    return lines[0] ?? {};
  };
  await run('keys', 'generate');
  await run('import', folder);
  await run('grant', '--all-met', '--also-to-look-at');
  badge = String((await run('issue'))['credential']).replace(/^.*\//, '');
  await run('accept', badge, '--name', 'full', '--visibility', 'public');
  token = String((await run('token', 'create', '--role', 'dane', '--name', 'essai'))['token']);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns how the server ended. */
async function withServer(
  more: Readonly<Record<string, string>>,
  work: (server: RunningServer) => Promise<void>,
) {
  const server = await startServer({ ...settings, ...more });
  const failed = await work(server).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const code = await server.stop();
  if (failed) throw failed.error;
  return code;
}

const attributesOf = ({ attributes }: ReceivedSpan) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe('a service whose settings name a collector', () => {
  let collector: Collector;
  beforeAll(async () => {
    collector = await startCollector();
    await withServer(
      {
        TRUST_PROXY: '1',
        OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
        OTEL_EXPORTER_OTLP_HEADERS: 'api-key=of%20ours,other=1',
      },
      async ({ url }) => {
        const ask = (path: string, init: RequestInit = {}) =>
          fetch(`${url}${path}`, { redirect: 'manual', ...init });
        const proxied = {
          'X-Request-Id': REQUEST,
          traceparent: `00-${TRACE}-${PARENT}-01`,
          Cookie: '__Host-session=a-secret-of-claire',
        };
        expect((await ask(`/credentials/${badge}?email=${EMAIL}`, { headers: proxied })).status).toBe(200);
        expect((await ask(`/credentials/${badge}.png`)).status).toBe(200);
        const unkept = { traceparent: `00-${TRACE}-${PARENT}-00` };
        expect((await ask('/verify', { headers: unkept })).status).toBe(200);
        expect((await ask('/no-such-page')).status).toBe(404);
        const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
        const body = JSON.stringify({ reason: 'essai', note: EMAIL });
        const answer = await ask(`/api/v1/credentials/${badge}/suspension`, {
          method: 'POST',
          headers,
          body,
        });
        expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
      },
    );
  }, 120_000);
  afterAll(() => collector.stop());

  const spanOf = (name: string) => collector.spans().find((span) => span.name === name);

  it('sends a span for each request, by the pattern of its route, in the trace of the proxy', () => {
    const span = spanOf('GET /credentials/:name');
    expect(span).toMatchObject({ traceId: TRACE, parentSpanId: PARENT, kind: 2, status: {} });
    expect(attributesOf(span as ReceivedSpan)).toEqual({
      'http.request.method': 'GET',
      'http.route': '/credentials/:name',
      'http.response.status_code': '200',
      'jalon.request': REQUEST,
    });
    expect(BigInt(span?.endTimeUnixNano ?? 0)).toBeGreaterThan(BigInt(span?.startTimeUnixNano ?? 0));
    expect(Math.abs(Number(span?.startTimeUnixNano) / 1e6 - Date.now())).toBeLessThan(600_000);
  });

  it('times the parts of the work inside of the request', () => {
    const request = collector
      .spans()
      .find((span) => attributesOf(span)['http.route'] === '/api/v1/credentials/:id/suspension');
    const parts = collector.spans().filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(parts.map(({ name, kind, traceId }) => [name, kind, traceId])).toContainEqual([
      'write',
      1,
      request?.traceId,
    ]);
    const drawn = collector.spans().filter(({ name }) => name === 'draw');
    expect(drawn.length).toBeGreaterThan(0);
  });

  it('names no route where none answers, and keeps no trace that its sender does not keep', () => {
    expect(attributesOf(spanOf('GET') as ReceivedSpan)).toMatchObject({ 'http.response.status_code': '404' });
    expect(spanOf('GET /verify')).toBeUndefined();
  });

  it('says nothing of a person, an address or a secret, and sends the headers that were given', () => {
    const stated = collector.bodies.join('\n');
    for (const one of ['claire', 'dupont', '0210001M', badge, token, 'a-secret', 'localhost', 'essai', '?'])
      expect(stated.toLowerCase()).not.toContain(one.toLowerCase());
    expect(collector.headers[0]).toMatchObject({ 'api-key': 'of ours', other: '1' });
    const [first] = JSON.parse(collector.bodies[0] ?? '').resourceSpans;
    expect(first.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'jalon' },
    });
  });
});

describe('a service whose collector does not answer', () => {
  it.each(['is dead', 'is silent'])(
    'answers, and stops, as ever: it %s',
    { timeout: 60_000 },
    async (how) => {
      const silent = how === 'is silent' ? await startCollector({ status: 'never' }) : undefined;
      const url = silent?.url ?? `http://127.0.0.1:${await findFreePort()}`;
      const ended = await withServer({ OTEL_EXPORTER_OTLP_ENDPOINT: url }, async (server) => {
        for (let requested = 0; requested < 20; requested += 1)
          expect((await fetch(`${server.url}/credentials/${badge}`)).status).toBe(200);
      });
      expect(ended).toBe(0);
      await silent?.stop();
    },
  );
});
