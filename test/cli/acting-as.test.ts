import { userInfo } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { AGENT, CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
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

it('is recorded with the account at the terminal, and in whose name it says it acts', async () => {
  const { environment } = service;
  const made = (texts: readonly string[], more = {}) =>
    jalon(['token', 'create', '--role', 'reader', '--name', 'x', ...texts], {
      environment: { ...environment, ...more },
    });
  expect((await made([])).code).toBe(0);
  const terminal = userInfo().username;
  expect(await lastOf('token-created')).toMatchObject({ road: 'command', actor: 'cli', terminal });
  expect((await made(['--as', AGENT])).code).toBe(0);
  expect(await lastOf('token-created')).toMatchObject({ road: 'command', actor: agent.personId, terminal });
  const first = await jalon(['--as', AGENT, 'keys', 'rotate', '--json'], { environment });
  expect(first.code).toBe(0);
  expect(await lastOf('key-rotated')).toMatchObject({ road: 'command', actor: agent.personId, terminal });
  const rotated = String(first.lines[0]?.['kid']);
  expect((await jalon(['keys', 'retire', rotated], { environment })).code).toBe(0);
  expect(await lastOf('key-retired')).toMatchObject({ subject: rotated, actor: 'cli' });
  expect((await jalon(['keys', 'generate'], { environment })).code).toBe(0);
  expect(await lastOf('key-generated')).toMatchObject({ actor: 'cli' });
  const active = String((await lastOf('key-generated'))?.subject);
  const compromise = ['keys', 'compromise', active, '--reason', 'Perdue', '--yes'];
  expect((await jalon(compromise, { environment })).code).toBe(0);
  expect(await lastOf('key-compromised')).toMatchObject({ subject: active, actor: 'cli' });
  const before = await service.ports.store.countUnsealedEntries();
  expect((await made([], { JALON_AS: AGENT })).code).toBe(0);
  expect(await service.ports.store.countUnsealedEntries()).toBe(before + 1);
  const unknown = await made(['--as', 'nobody@ac-test.example']);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('nobody@ac-test.example');
  expect((await made(['--as', CLAIRE])).code).toBe(2);
  const remote = await made(['--as', AGENT, '--remote', 'https://jalon.test'], { JALON_TOKEN: 'x' });
  expect(remote.code).toBe(2);
});
