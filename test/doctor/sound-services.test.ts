import { describe, expect, it } from 'vitest';
import { startFullFixture } from '../support/fixtures/workspace.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

describe('a world in which everything was done through the service', () => {
  it('contradicts nothing', { timeout: MUCH_WORK_MS }, async () => {
    const { service } = await startFullFixture();
    await service.services.runMaintenance();
    expect(await contradictionsOf(service)).toEqual([]);
    await service.stop();
  });
});
