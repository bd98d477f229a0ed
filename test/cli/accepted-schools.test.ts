import { afterAll, beforeAll, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

it('refuses schools without a name until they are confirmed, and says how', async () => {
  await service.importText(ONE_RUPN);
  const [badge] = await issueEverything(service);
  const id = badge?.id ?? ('' as never);
  const choice = async () => (await service.ports.store.readCredential(id))?.credential?.choice;
  const texts = ['accept', id, '--visibility', 'public', '--name', 'none', '--schools', 'yes'];
  const { environment } = service;
  const refused = await jalon(texts, { environment });
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain('--confirm-schools');
  expect(await choice()).toMatchObject({ acceptance: 'private' });
  const confirmed = await jalon([...texts, '--confirm-schools'], { environment });
  expect([confirmed.code, confirmed.stderr]).toEqual([0, expect.any(String)]);
  expect(await choice()).toMatchObject({ acceptance: 'accepted', name: 'none', showSchools: true });
});
