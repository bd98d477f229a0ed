import { afterEach, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService | undefined;
afterEach(() => service?.stop());

it('a list of trusted issuers whose host never answers holds up no other regular work', async () => {
  const requested: string[] = [];
  const fetch = (url: string) => {
    requested.push(url);
    return new Promise<never>(() => {});
  };
  service = await startTestService(
    { TRUSTED_ISSUERS: 'https://list.example/l.json' },
    { elsewhere: { fetcher: { fetch } } },
  );
  // A start waits for this work before it listens.
  await service.services.runMaintenance();
  expect(requested).toEqual([]);
  void service.services.runOutsideTasks();
  await expect.poll(() => requested).toEqual(['https://list.example/l.json']);
}, 10_000);
