import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import type { HostClient } from '../../src/standards/host/feature.ts';
import {
  clientsToDrop,
  MOST_UNUSED_CLIENTS,
  type UnusedClient,
} from '../../src/standards/host/feature-unused-clients.ts';
import { anonymousFrom } from '../support/callers.ts';
import { makeHostClient, REGISTRATION } from '../support/host-client.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const HOUR = 3600;
const NOW = '2026-12-01T12:00:00Z' as Instant;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const now = () => `${new Date().toISOString().slice(0, 19)}Z` as Instant;

/** Clients that registered this many seconds ago, of forty networks. */
const registered = (total: number, secondsAgo: number): readonly Change[] =>
  Array.from({ length: total }, (_, at) => ({
    kind: 'host-client-registered',
    network: `network-${at % 40}`,
    client: {
      id: `client-${secondsAgo}-${at}`,
      secretHash: 'sha256$1',
      metadata: REGISTRATION as unknown as HostClient['metadata'],
      registeredAt: secondsAfter(now(), -secondsAgo),
    },
  }));

const unused = () => service.ports.store.readUnusedClients();

describe('clients that register themselves', () => {
  it('are always accepted, also where forty networks have registered as many as there may be', async () => {
    await service.ports.store.commit(registered(MOST_UNUSED_CLIENTS, 60));
    const host = makeHostClient(service);
    for (let times = 0; times < 3; times += 1) expect((await host.register({})).status).toBe(201);
    expect(await unused()).toHaveLength(MOST_UNUSED_CLIENTS);
    // The faults of a registration are still reported.
    expect((await host.register({ client_name: undefined })).status).toBe(400);
  });

  it('are deleted by the timer after a week without use', async () => {
    const day = 24 * HOUR;
    await service.ports.store.commit([...registered(3, 8 * day), ...registered(2, 6 * day)]);
    await service.services.runMaintenance();
    const left = (await unused()).filter(
      ({ id }) => id.startsWith(`client-${6 * day}`) || id.startsWith(`client-${8 * day}`),
    );
    expect(left).toHaveLength(2);
  });
});

const client = (at: number, secondsAgo: number, network: string): UnusedClient => ({
  id: `${network}-${at}`,
  registeredAt: secondsAfter(NOW, -secondsAgo),
  network,
});

describe('room for one more client', () => {
  it('is made by the oldest that waited for an hour', () => {
    const old = client(0, 2 * HOUR, 'honest');
    const others = Array.from({ length: MOST_UNUSED_CLIENTS - 1 }, (_, at) => client(at, 60, 'many'));
    expect(clientsToDrop(others, NOW)).toEqual([]);
    expect(clientsToDrop([...others, old], NOW)).toEqual([old.id]);
  });

  it('is made by whoever registered many, however they share them out among networks', () => {
    const shares = fc.record({
      networks: fc.integer({ min: 1, max: 400 }),
      honestSecondsAgo: fc.integer({ min: 0, max: HOUR }),
      rounds: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(shares, ({ networks, honestSecondsAgo, rounds }) => {
        const honest = client(0, honestSecondsAgo, 'honest');
        let saved: readonly UnusedClient[] = [honest];
        for (let at = 0; at < MOST_UNUSED_CLIENTS + rounds; at += 1) {
          const dropped = new Set(clientsToDrop(saved, NOW));
          saved = [...saved.filter(({ id }) => !dropped.has(id)), client(at, 1, `flood-${at % networks}`)];
        }
        expect(saved).toContain(honest);
        expect(saved).toHaveLength(MOST_UNUSED_CLIENTS);
      }),
      { numRuns: 10 },
    );
  });
});

it.each([
  ['203.0.113.7', '203.0.113'],
  ['2001:db8:1:2::5', '2001:db8:1'],
])('the wide network of %s is %s', (address, network) => {
  expect(anonymousFrom(address).network).toBe(network);
});
