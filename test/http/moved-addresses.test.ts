import { describe, expect, it } from 'vitest';
import { MOVED } from '../../src/adapters/http/redirects.ts';
import { ACCESS } from '../access/routes-table.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';

let service: TestService;
startBeforeAll(startTestService, (started) => {
  service = started;
});

/** An address with something in the place of each `*`. */
const filled = (address: string) => address.replace('*', '0210001A');

describe.each(MOVED)('the old address %s', (from, to) => {
  it.each(['GET', 'POST'])(
    'answers 308 to the new one, whatever is below it and behind it: %s',
    async (method) => {
      const old = `${TEST_ORIGIN}${filled(from)}/some/part?lang=en&after=3`;
      const answer = await service.app.request(old, { method, headers: { Origin: TEST_ORIGIN } });
      expect(answer.status).toBe(308);
      expect(answer.headers.get('Location')).toBe(`${filled(to)}/some/part?lang=en&after=3`);
    },
  );

  it('keeps what is encoded in it as it was sent', async () => {
    const answer = await service.get(`${filled(from)}/%C3%A9%0D%0AX-Forged:%20yes%3F`);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe(`${filled(to)}/%C3%A9%0D%0AX-Forged:%20yes%3F`);
    expect(answer.headers.get('X-Forged')).toBe(null);
  });

  it('leads to an address that a route serves, and is served by none', () => {
    const paths = Object.keys(ACCESS).map((route) => (route.split(' ')[1] ?? '').replace(/:[a-z]+/, '*'));
    expect(paths.filter((path) => path.startsWith(to))).not.toEqual([]);
    expect(paths.filter((path) => path === from || path.startsWith(`${from}/`))).toEqual([]);
  });
});

it('leaves every other address as it is', async () => {
  for (const path of ['/sheets', '/my/documentsx', '/school/mission-proposals', '/dane/events/sheet']) {
    expect((await service.get(path)).status).not.toBe(308);
  }
});
