import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../src/domain/change/change.ts';
import { type HostClient, MOST_CLIENTS } from '../../src/domain/host/host-grant.ts';
import type { Instant } from '../../src/domain/time/time.ts';
import { makeHostClient, REGISTRATION } from '../support/host-client.ts';
import { startTestService, type TestService } from '../support/service.ts';

const DAY = 86_400_000;

let service: TestService;
let host: ReturnType<typeof makeHostClient>;
beforeAll(async () => {
  service = await startTestService();
  host = makeHostClient(service);
});
afterAll(() => service.stop());
afterEach(() => void vi.useRealTimers());

/** Clients that registered this many days ago. */
const registered = (total: number, daysAgo: number): readonly Change[] =>
  Array.from({ length: total }, (_, at) => ({
    kind: 'host-client-registered',
    client: {
      id: `client-of-day-${daysAgo}-${at}`,
      secretHash: 'sha256$1',
      metadata: REGISTRATION as unknown as HostClient['metadata'],
      registeredAt: `${new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 19)}Z` as Instant,
    },
  }));

const register = async () => {
  const answer = await host.register({});
  return { status: answer.status, retry: answer.headers.get('Retry-After'), body: await answer.json() };
};

describe('clients that register themselves', () => {
  it('are accepted up to a number, and then told to come back another day', async () => {
    await service.ports.store.commit(registered(MOST_CLIENTS - 1, 0));
    expect((await register()).status).toBe(201);
    const refused = await register();
    expect(refused).toEqual({
      status: 503,
      retry: '86400',
      body: {
        error: 'temporarily_unavailable',
        error_description: expect.stringContaining(`${MOST_CLIENTS} clients are registered`),
      },
    });
    expect(await service.ports.store.countHostClients()).toBe(MOST_CLIENTS);
    // The faults of a registration are still reported.
    expect((await host.register({ client_name: undefined })).status).toBe(400);
  });

  it('are accepted again where some have been unused for a day', async () => {
    vi.useFakeTimers({ now: Date.now() + 2 * DAY, toFake: ['Date'] });
    expect((await register()).status).toBe(201);
    expect(await service.ports.store.countHostClients()).toBe(1);
  });

  it('are deleted by the timer after a week without use', async () => {
    await service.ports.store.commit([...registered(3, 8), ...registered(2, 6)]);
    await service.services.keepUp();
    expect(await service.ports.store.countHostClients()).toBe(3);
  });
});
