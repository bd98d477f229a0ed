import { afterEach, describe, expect, it } from 'vitest';
import { grantToMany } from '../support/many-awards.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const BADGES = 8;

let service: TestService | undefined;
let drop = async () => {};
afterEach(async () => {
  await service?.stop();
  await drop();
});

const STARTS: readonly (readonly [string, () => Promise<TestService>])[] = [
  ['SQLite', () => startTestService()],
  [
    'PostgreSQL',
    async () => {
      const database = await makeMigratedDatabase();
      drop = database.drop;
      return startTestService({ DATABASE_URL: database.url });
    },
  ],
];

describe.each(STARTS)('accepting every badge on %s', (_name, start) => {
  it('succeeds in each of several processes at once', { timeout: 60_000 }, async () => {
    service = await start();
    const { services, ports } = service;
    await grantToMany(service, BADGES - 1);
    for await (const outcome of services.issueCredentials({ actor: 'test' })) {
      expect(outcome.kind).toBe('issued');
    }
    const acceptAll = async () => {
      let accepted = 0;
      for await (const _ of services.acceptAll({ name: 'initials', actor: 'test' })) accepted += 1;
      return accepted;
    };
    const accepted = await Promise.all([acceptAll(), acceptAll(), acceptAll()]);
    expect(accepted.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(BADGES);
    const rows = await ports.store.readCredentials({ limit: 100 });
    for (const { credential } of rows) {
      expect(credential?.choice).toMatchObject({ acceptance: 'accepted', name: 'initials' });
    }
  });
});
