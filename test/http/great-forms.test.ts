import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composed } from '../../src/domain/text/strings.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const CLAIRE = 'claire.dupont@ac-test.example';
const URLENCODED = { 'Content-Type': 'application/x-www-form-urlencoded' };

let service: TestService;
let claire: SignedInBrowser;
beforeAll(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  claire = await signInAs(service, CLAIRE);
});
afterAll(() => service.stop());

const send = (path: string, body: string | FormData, headers: Readonly<Record<string, string>> = {}) =>
  claire.send(path, { method: 'POST', headers: { Origin: service.ports.origin, ...headers }, body });

const messages = async () =>
  (await service.ports.store.readDataRequestsOf(claire.personId)).map(({ message }) => message);

// A form that is much too slow exceeds the test's own limit of a minute; the test measures no other time.
describe('a form that is made to be slow', { timeout: MUCH_WORK_MS }, () => {
  it('of 100,000 fields is refused before they are read, signed in or not', async () => {
    for (const path of ['/my/contributions/new', '/verify']) {
      const answer = await send(path, 'url=&'.repeat(100_000), URLENCODED);
      expect([path, answer.status]).toEqual([path, 400]);
    }
  });

  it('of 100,000 parts is refused before they are read, by the page, the API and behind the sign-in', async () => {
    for (const path of ['/my/contributions/new', '/verify', '/api/v1/verifications']) {
      const form = new FormData();
      for (let times = 0; times < 100_000; times += 1) form.append('kind', '');
      const answer = await send(path, form);
      expect([path, answer.status]).toEqual([path, 400]);
    }
  });

  it('of as many parts as any form has is read, each value once', async () => {
    const form = new FormData();
    for (let times = 0; times < 9_999; times += 1) form.append('kind', '');
    form.append('credential', '{}');
    const answer = await send('/verify', form);
    expect(await answer.text()).toContain('{}</textarea>');
  });

  it('of a text of many megabytes is refused in words, and not shown again', async () => {
    const text = '<'.repeat(11_000_000);
    const form = new FormData();
    form.append('credential', text);
    for (const [body, headers] of [
      [form, {}],
      [`credential=${text}`, URLENCODED],
    ] as const) {
      const answer = await send('/verify', body, headers);
      expect(answer.status).toBe(413);
      expect((await answer.text()).length).toBeLessThan(20_000);
    }
  });

  it('of one letter with a million accents keeps thirty of them', async () => {
    const form = new FormData();
    form.append('message', `a${'\u0301\u0323'.repeat(500_000)}`);
    expect((await send('/my/data/rectification', form)).status).toBe(303);
    expect((await messages()).map((text) => text.length)).toEqual([30]);
  });

  it('of few fields keeps the typed text, in one piece', async () => {
    const typed = new URLSearchParams({ message: 'Mon pre\u0301nom & « nom » = Zoe\u0308+' });
    const answer = await send('/my/data/rectification', typed.toString(), URLENCODED);
    expect(answer.status).toBe(303);
    expect(await messages()).toContain('Mon pr\u00e9nom & « nom » = Zo\u00eb+');
  });
});

it('keeps the accents of a letter that any language writes, and at most thirty', () => {
  expect(composed('Vie\u0323\u0302t e\u0301')).toBe('Vi\u1ec7t \u00e9');
  expect(composed(`x${'\u0301'.repeat(30)}y`)).toHaveLength(32);
  expect(composed(`x${'\u0301'.repeat(31)}y`)).toHaveLength(32);
});
