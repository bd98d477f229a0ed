import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDaneService } from '../support/fixtures/dane.ts';
import type { TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeAll(async () => {
  ({ service, agent } = await startDaneService());
});
afterAll(() => service.stop());

const lastOf = (action: Parameters<typeof service.ports.store.readLastOf>[0]) =>
  service.ports.store.readLastOf(action);
const HOLD = { untilOn: '2099-01-01', reason: 'x' };

it('names the page, and gives the id of the request back to who acts', async () => {
  const answer = await agent.post('/dane/settings/words', { office: 'DRNE' });
  const line = await lastOf('settings-changed');
  expect(line).toMatchObject({ road: 'page', actor: expect.stringMatching(/^[\w-]{36}$/) });
  expect(line?.request).toBe(answer.headers.get('X-Request-Id'));
  expect((await agent.get('/dane/settings')).headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/);
  // What is kept for everybody is not of one request.
  await service.get('/badges');
  expect((await service.get('/badges')).headers.has('X-Request-Id')).toBe(false);
  expect((await agent.post('/dane/retention/hold', HOLD)).headers.get('X-Request-Id')).not.toBe(
    line?.request,
  );
});

it('names the API', async () => {
  const { secret } = await service.services.createToken({ role: 'dane', name: 'essai', actor: 'cli' });
  const answer = await service.post('/api/v1/tokens', { role: 'reader', name: 'second' }, secret);
  expect(answer.status).toBe(200);
  const line = await lastOf('token-created');
  expect(line).toMatchObject({ road: 'api', actor: 'token:essai' });
  expect(line?.request).toBe(answer.headers.get('X-Request-Id'));
  expect(line?.terminal).toBeUndefined();
});
