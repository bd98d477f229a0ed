import { afterEach, describe, expect, it } from 'vitest';
import { makeExporter } from '../../src/adapters/tracing/exporter.node.ts';
import type { Span } from '../../src/adapters/tracing/span.ts';
import { parseTraceparent } from '../../src/adapters/tracing/traceparent.ts';
import { makeTracer } from '../../src/adapters/tracing/tracer.node.ts';
import { parseConfig } from '../../src/settings/config.ts';
import { type Collector, startCollector } from '../support/servers/collector.ts';
import { findFreePort } from '../support/servers/free-port.ts';

/** A busy machine keeps the collector waiting. */
const PATIENTLY = { timeout: 20_000 };

const SPAN: Span = {
  traceId: 'a'.repeat(32),
  spanId: 'b'.repeat(16),
  parentSpanId: undefined,
  name: 'write',
  kind: 'internal',
  startedAt: 1_790_000_000_000.5,
  endedAt: 1_790_000_000_002,
  failed: true,
  attributes: {},
};

let collector: Collector | undefined;
let logged: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[] = [];
let exporter: ReturnType<typeof makeExporter> | undefined;
afterEach(async () => {
  await exporter?.close();
  await collector?.stop();
  [collector, exporter, logged] = [undefined, undefined, []];
});

function exportTo(url: string): ReturnType<typeof makeExporter> {
  const note = (event: string, fields = {}) => void logged.push({ event, fields });
  const log = { info: note, error: note };
  const resource = { service: 'essai', version: '1' };
  const target = `${url}/v1/traces`;
  exporter = makeExporter({ url: target, headers: {}, resource, log, everyMilliseconds: 50 });
  return exporter;
}

describe('the exporter of traces', () => {
  it('writes a span as OTLP does', async () => {
    collector = await startCollector();
    exportTo(collector.url).keep(SPAN);
    await expect
      .poll(() => collector?.spans(), PATIENTLY)
      .toEqual([
        {
          ...{ traceId: SPAN.traceId, spanId: SPAN.spanId, name: 'write', kind: 1, attributes: [] },
          ...{ startTimeUnixNano: '1790000000000500000', endTimeUnixNano: '1790000000002000000' },
          status: { code: 2 },
        },
      ]);
  });

  it('keeps a bounded number while no one takes them, says so once, and sends them when someone does', async () => {
    const port = await findFreePort();
    const { keep } = exportTo(`http://127.0.0.1:${port}`);
    for (let count = 0; count < 3000; count += 1) keep(SPAN);
    await expect.poll(() => logged.map(({ event }) => event), PATIENTLY).toEqual(['traces-not-taken']);
    collector = await startCollector({ port });
    await expect.poll(() => collector?.spans().length, PATIENTLY).toBe(2048);
    await expect
      .poll(() => logged.map(({ event, fields }) => [event, fields['lost']]), PATIENTLY)
      .toEqual([
        ['traces-not-taken', undefined],
        ['traces-taken-again', 952],
      ]);
  });

  it('lets go at its end of a collector that does not answer', async () => {
    collector = await startCollector({ status: 'never' });
    exportTo(collector.url).keep(SPAN);
    await expect.poll(() => collector?.headers.length, PATIENTLY).toBe(1);
    expect(await collector.connections()).toBe(1);
    await exporter?.close();
    await expect.poll(() => collector?.connections(), PATIENTLY).toBe(0);
  });

  it('says what is refused for good, and does not send it again', async () => {
    collector = await startCollector({ status: 401 });
    exportTo(collector.url).keep(SPAN);
    await expect
      .poll(() => logged, PATIENTLY)
      .toEqual([{ event: 'traces-not-taken', fields: { reason: 'status 401' } }]);
    await exporter?.close();
    expect(collector.headers).toHaveLength(1);
  });
});

describe('the tracer', () => {
  it('passes on the error of a part, which failed, and times nothing outside of a request', async () => {
    const spans: Span[] = [];
    const tracer = makeTracer({ keep: (span) => void spans.push(span), now: () => 0 });
    const fail = () => Promise.reject(new Error('claire.dupont'));
    await expect(tracer.timeStep('sign', fail)).rejects.toThrow('claire.dupont');
    await tracer.request('no traceparent', async () => {
      await expect(tracer.timeStep('sign', fail)).rejects.toThrow('claire.dupont');
      return { method: 'GET', route: '/', status: 500, requestId: undefined };
    });
    expect(spans.map(({ name, failed, parentSpanId }) => [name, failed, parentSpanId])).toEqual([
      ['sign', true, spans[1]?.spanId],
      ['GET /', true, undefined],
    ]);
    expect(JSON.stringify(spans)).not.toContain('claire');
  });

  it.each([
    ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', true],
    ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00', false],
    ['cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03-more', true],
    ['ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', undefined],
    ['00-00000000000000000000000000000000-00f067aa0ba902b7-01', undefined],
    ['00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01', undefined],
    ['00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01', undefined],
    ['claire.dupont@ac-test.example', undefined],
  ])('reads the traceparent %s', (text, isSampled) => {
    expect(parseTraceparent(text)?.isSampled).toBe(isSampled);
  });
});

describe('the settings of traces', () => {
  const settingsOf = (given: Readonly<Record<string, string>>) => parseConfig({ ...given });

  it('are off by default, and read as OpenTelemetry says', () => {
    expect(settingsOf({}).config.tracing).toBeUndefined();
    const { config, secrets } = settingsOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example/in',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Basic%20YQ==, x-team=a',
      OTEL_SERVICE_NAME: 'badges',
      OTEL_RESOURCE_ATTRIBUTES: 'k8s.pod=a',
      OTEL_TRACES_SAMPLER: 'always_on',
    });
    expect(config.tracing).toEqual({ url: 'https://collector.example/in/v1/traces', service: 'badges' });
    expect(secrets.tracingHeaders).toEqual({ Authorization: 'Basic YQ==', 'x-team': 'a' });
  });

  it.each([
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://me:hunter2@collector.example' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example/?key=hunter2' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'of hunter2' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'of=hunter2%0d%0a' },
  ])('stop the start where they are wrong, without repeating a secret: %o', (given) => {
    const [name = ''] = Object.keys(given);
    expect(() => settingsOf(given)).toThrow(new RegExp(`${name}: must be`));
    expect(() => settingsOf(given)).not.toThrow(/hunter2/);
  });
});
