import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMeter } from '../../src/application/observability/meter.ts';
import { METRICS } from '../../src/application/observability/metrics.ts';
import { callerOf } from '../support/callers.ts';
import { jalon } from '../support/command-line.ts';
import { type Family, readOpenMetrics } from '../support/read-metrics.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const OPEN = { Accept: 'application/openmetrics-text; version=1.0.0' };

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await service.services.runMaintenance();
});
afterAll(() => service.stop());

/** What a visitor asks, who has a connection. */
const visit = (path: string, init?: RequestInit) =>
  service.app.request(`${service.ports.origin}${path}`, init, { caller: callerOf('192.0.2.7') });

async function readFamilies(): Promise<ReadonlyMap<string, Family>> {
  const answer = await service.get('/metrics', OPEN);
  expect(answer.headers.get('content-type')).toBe(
    'application/openmetrics-text; version=1.0.0; charset=utf-8',
  );
  return new Map(readOpenMetrics(await answer.text()).map((family) => [family.name, family]));
}

const figureOf = (
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
) =>
  families
    .get(name)
    ?.samples.find((one) => Object.entries(labels).every(([label, value]) => one.labels[label] === value))
    ?.value;

describe('/metrics', () => {
  it('is OpenMetrics by its grammar, each family declared with its help, type and unit', async () => {
    await visit('/badges');
    const families = await readFamilies();
    expect(families.size).toBeGreaterThan(30);
    for (const { name, type, help, unit } of families.values()) {
      expect(METRICS).toHaveProperty(name);
      const { kind, help: stated, ...more } = METRICS[name as keyof typeof METRICS];
      expect([type, help, unit]).toEqual([kind, stated, 'unit' in more ? more.unit : undefined]);
    }
  });

  it('keeps the older form for readers that do not ask for OpenMetrics', async () => {
    const answer = await service.get('/metrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    expect(text).not.toMatch(/^# (EOF|UNIT)/m);
    expect(text).toMatch(/^# TYPE jalon_credentials_issued_total counter$/m);
    expect(text).toMatch(/^jalon_up 1$/m);
  });

  it('counts answers by class of page and of status, and their time, but no page by its name', async () => {
    const before = await readFamilies();
    await visit('/badges');
    await visit('/credentials/AAAAAAAAAAAAAAAAAAAAAA');
    await visit('/dane', { redirect: 'manual' });
    const after = await readFamilies();
    const grown = (page: string, status: string) =>
      (figureOf(after, 'jalon_http_requests', { page, status }) ?? 0) -
      (figureOf(before, 'jalon_http_requests', { page, status }) ?? 0);
    expect([grown('catalogue', '2xx'), grown('badge', '4xx'), grown('dane', '3xx')]).toEqual([1, 1, 1]);
    const durations = after.get('jalon_http_request_duration_seconds')?.samples ?? [];
    expect(
      durations.find(({ name, labels }) => name.endsWith('_count') && labels['page'] === 'badge')?.value,
    ).toBe(1);
    expect(JSON.stringify([...after.values()])).not.toContain('AAAAAAAA');
  });

  it('sums verifications by outcome and first failed step', async () => {
    await service.verify({ kind: 'bytes', bytes: new TextEncoder().encode('no badge') });
    const families = await readFamilies();
    expect(figureOf(families, 'jalon_verifications', { outcome: 'refused', step: 'document' })).toBe(1);
  });

  it('says why accesses, tokens and lines of imports were refused', async () => {
    await visit('/api/v1/awards', { headers: { Authorization: 'Bearer jalon_invented' } });
    await service.importText({ 'etablissements.csv': 'uai;nom;secteur\n0210001A;Collège d’essai;Public\n' });
    const families = await readFamilies();
    expect(figureOf(families, 'jalon_tokens_refused', { reason: 'unknown' })).toBe(1);
    const refused = families.get('jalon_import_lines_refused')?.samples ?? [];
    expect(refused.length).toBeGreaterThan(0);
    for (const { labels } of refused) expect(labels['process']).toMatch(/^[0-9a-f]{8}$/);
  });

  it('tells the last maintenance, the age of keys, and the last backup once one is made', async () => {
    expect((await readFamilies()).has('jalon_backup_last_timestamp_seconds')).toBe(false);
    const made = await jalon(['backup', join(service.folder, 'copy.db')], {
      environment: service.environment,
    });
    expect(made.code).toBe(0);
    const families = await readFamilies();
    const now = Date.now() / 1000;
    expect(Math.abs((figureOf(families, 'jalon_backup_last_timestamp_seconds') ?? 0) - now)).toBeLessThan(
      120,
    );
    expect(figureOf(families, 'jalon_backup_size_bytes')).toBeGreaterThan(10_000);
    for (const work of ['upkeep', 'retention', 'publish-status-lists']) {
      expect(figureOf(families, 'jalon_work_last_timestamp_seconds', { work })).toBeGreaterThan(now - 3600);
    }
    expect(figureOf(families, 'jalon_key_age_seconds', { algorithm: 'Ed25519' })).toBeGreaterThanOrEqual(0);
    const { store } = service.ports;
    const audit = await store.searchAudit({ actions: ['backup-made'], limit: 9 });
    expect(audit).toMatchObject([{ actor: 'cli', details: { bytes: expect.any(Number) } }]);
    const noted = await jalon(['backup', '--noted'], { environment: service.environment });
    expect(noted.code).toBe(0);
    expect((await readFamilies()).has('jalon_backup_size_bytes')).toBe(false);
    expect((await jalon(['backup'], { environment: service.environment })).code).toBe(2);
  });
});

describe('the counters of a process', () => {
  it('stay few, whatever codes are counted', () => {
    const meter = makeMeter('p', () => 0);
    for (let at = 0; at < 500; at += 1) meter.count('jalon_errors', { event: `event-${at}` });
    meter.count('jalon_errors', { event: 'a "text" of a stranger' });
    const events = meter.read().map(({ labels }) => labels?.['event']);
    expect(events.length).toBeLessThanOrEqual(66);
    expect(events).toContain('other');
    expect(events.join()).not.toContain('stranger');
  });
});
