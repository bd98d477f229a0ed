import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costOf } from '../support/load/growth.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { tokenOf } from '../support/tokens.ts';

/** A tenth of a second of this thread: the loop may be held for two. */
const MOST_MS = 100;

let service: TestService;
let token: string;
beforeAll(async () => {
  service = await startTestService();
  token = await tokenOf(service, 'dane');
});
afterAll(() => service.stop());

const send = (path: string, body: string) =>
  service.app.request(`${TEST_ORIGIN}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body,
  });

describe('JSON that a token of the DANE sends', () => {
  const PATHS = ['/api/v1/awards', '/api/v1/credentials/revocations', '/api/v1/tokens'];
  const names = `{${Array.from({ length: 300_000 }, (_, at) => `"n${at}":1`).join(',')}}`;
  const lists = `{"a":[${'[],'.repeat(300_000)}0]}`;

  it.each(PATHS)(
    'is refused by %s before it is parsed, where it has 300,000 names or items',
    async (path) => {
      for (const body of [names, lists]) {
        expect((await send(path, body)).status).toBe(400);
        expect(await costOf(() => send(path, body))).toBeLessThan(MOST_MS);
      }
    },
  );

  it('may name 10,000 badges, the most of one revocation', async () => {
    const credentials = Array.from({ length: 10_000 }, () => `${crypto.randomUUID()}`);
    const answer = await send(
      '/api/v1/credentials/revocations',
      JSON.stringify({ credentials, reason: 'x' }),
    );
    expect(await answer.json()).not.toMatchObject({ detail: expect.stringContaining('the body:') });
  });
});

describe('an address whose percent signs encode nothing', () => {
  const faulty = '%F0%'.repeat(3600);

  it.each([
    ['the address of a badge', `/verify?url=${faulty}`],
    ['the language', `/?lang=${faulty}`],
    ['a name', `/badges?${faulty}=1`],
    ['a path', `/credentials/${faulty}`],
    ['the first part of a path', `/${faulty}`],
    ['the address of an embed', `/oembed?url=${faulty}`],
    ['a query of a program', `/api/v1/openapi.json?${faulty}`],
    ['a search behind the sign-in', `/dane/people?q=${faulty}`],
    ['the way after the sign-in', `/sign-in?to=${faulty}`],
  ])('is read in linear time as %s', async (_, path) => {
    const ask = () => service.app.request(`${TEST_ORIGIN}${path}`);
    expect((await ask()).status).toBeLessThan(500);
    expect(await costOf(ask)).toBeLessThan(MOST_MS / 5);
  });

  it('reads as it was written', async () => {
    const answer = await service.app.request(`${TEST_ORIGIN}/verify?url=100%25%20${'%F0'}%zz`);
    expect(await answer.text()).toContain('100% %F0%zz');
  });
});
