import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appendBadgeLog } from '../../src/application/badge-log/append-badges.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { startWithOneBadge, type TestService } from '../support/servers/service.ts';

let service: TestService;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  ({ service } = await startWithOneBadge());
});
afterEach(async () => {
  await service.stop();
  vi.useRealTimers();
});

it('keeps a checkpoint under the instant that its signature states, however long signing waits', async () => {
  const { ports } = service;
  const late = {
    ...ports.signer,
    signCheckpoint: (state: Parameters<typeof ports.signer.signCheckpoint>[0]) => {
      vi.setSystemTime(Date.now() + 1_500);
      return ports.signer.signCheckpoint(state);
    },
  };
  await appendBadgeLog({ ...ports, signer: late })();
  expect(await contradictionsOf(service)).toEqual([]);
});
