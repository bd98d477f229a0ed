import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBodyBudget } from '../../src/adapters/http/limits/body-budget.ts';
import { makeRateLimiter } from '../../src/adapters/http/limits/rate-limiter.ts';
import { workKindOf } from '../../src/adapters/http/limits/work-kinds.ts';
import { makeTurns } from '../../src/cli/listen.ts';
import { parseConfig } from '../../src/settings/config.ts';
import { anonymousFrom, callerOf } from '../support/callers.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';

const MEBIBYTE = 1_048_576;

describe('one caller', () => {
  it.each([
    ['the connection, where no proxy is trusted', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['whom the one proxy saw', '10.0.0.1', '1.1.1.1, 198.51.100.1', 1, '198.51.100.1'],
    ['whom the outer of two proxies saw', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['the first that is named, where fewer proxies wrote', '10.0.0.1', '198.51.100.1', 3, '198.51.100.1'],
    ['the proxy, where it names nobody', '10.0.0.1', undefined, 1, '10.0.0.1'],
    ['the proxy, where it names no address', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['an address without its port', '10.0.0.1', '198.51.100.1:4711', 1, '198.51.100.1'],
    ['an IPv6 address in brackets', '10.0.0.1', '[2001:db8:1:2::5]:4711', 1, '2001:db8:1:2::/64'],
    ['the network of an IPv6 address', '2001:db8:1:2:aaaa::1', undefined, 0, '2001:db8:1:2::/64'],
    [
      'the same network from another of its addresses',
      '2001:0DB8:1:2::ffff',
      undefined,
      0,
      '2001:db8:1:2::/64',
    ],
    ['an IPv4 address inside IPv6', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
    ['the same, spelt in hexadecimal', '::ffff:cb00:7107', undefined, 0, '203.0.113.7'],
    ['the same, spelt out', '0:0:0:0:0:FFFF:CB00:7107', undefined, 0, '203.0.113.7'],
    ['the proxy, where it names a number', '10.0.0.1', '2130706433', 1, '10.0.0.1'],
    ['a local address with its zone', 'fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
  ])('is %s', (_, address, forwardedFor, trustedProxies, expected) => {
    expect(anonymousFrom(address, forwardedFor, trustedProxies).address).toBe(expected);
  });
});

describe('the kind of work', () => {
  it.each([
    ['POST', '/verify', false, 'verification'],
    ['GET', '/verify', true, 'verification'],
    ['GET', '/verify', false, undefined],
    ['POST', '/api/v1/verifications', false, 'verification'],
    ['GET', '/sign-in', false, undefined],
    ['GET', '/sign-in/proconnect', false, 'sign-in'],
    ['POST', '/my/engagements', false, 'form'],
    ['POST', '/api/v1/awards', false, 'api-write'],
    ['GET', '/api/v1/awards', false, undefined],
    ['POST', '/oauth/register', false, 'registration'],
    ['POST', '/oauth/token', false, 'api-write'],
    ['POST', '/oauth/authorize', false, 'form'],
    ['POST', '/ims/ob/v3p0/credentials', false, 'verification'],
    ['GET', '/ims/ob/v3p0/credentials', true, undefined],
    ['PUT', '/ims/ob/v3p0/profile', false, 'api-write'],
    ['POST', '/my/badges/elsewhere', false, 'verification'],
    ['POST', '/my/badges/elsewhere/abc/check', false, 'verification'],
    ['POST', '/my/badges/elsewhere/abc/remove', false, 'form'],
    ['GET', '/credentials/abc.png', false, 'file'],
    ['GET', '/credentials/abc', false, undefined],
  ] as const)('of %s %s is recognised', (method, path, hasUrl, kind) => {
    expect(workKindOf({ method, path, hasUrl })).toBe(kind);
  });
});

describe('the rate of a caller', () => {
  const perMinute = {
    request: 0,
    verification: 60,
    'sign-in': 6,
    form: 1,
    file: 1,
    'api-write': 1,
    registration: 1,
  };

  it('allows a minute’s worth at once, then comes back evenly', () => {
    let now = 0;
    const { take } = makeRateLimiter(perMinute, () => now);
    const taken = Array.from({ length: 61 }, () => take(callerOf('a'), 'verification'));
    expect(taken.filter((one) => one?.ok)).toHaveLength(60);
    expect(taken.at(-1)).toMatchObject({ ok: false, limit: 60, remaining: 0, retrySeconds: 1 });
    now = 5000;
    const later = Array.from({ length: 6 }, () => take(callerOf('a'), 'verification')?.ok);
    expect(later).toEqual([true, true, true, true, true, false]);
  });

  it('gives the time to come back', () => {
    const { take } = makeRateLimiter(perMinute, () => 0);
    for (let count = 0; count < 6; count += 1) take(callerOf('a'), 'sign-in');
    expect(take(callerOf('a'), 'sign-in')).toMatchObject({ ok: false, retrySeconds: 10, resetSeconds: 60 });
  });

  it('is separate for each kind of work, and unlimited where it is 0', () => {
    const { take } = makeRateLimiter(perMinute, () => 0);
    expect([take(callerOf('a'), 'form')?.ok, take(callerOf('a'), 'form')?.ok]).toEqual([true, false]);
    expect([take(callerOf('b'), 'form')?.ok, take(callerOf('a'), 'file')?.ok]).toEqual([true, true]);
    expect(take(callerOf('a'), 'request')).toBeUndefined();
  });
});

describe('bodies that are held', () => {
  const arriving = (lost: string[], name: string) => ({
    hasArrived: () => false,
    cutOff: () => void lost.push(name),
  });
  const arrived = { hasArrived: () => true, cutOff: () => expect.unreachable() };

  it('take all the room, and then the caller who holds most loses one that has not arrived', () => {
    let full = 0;
    const { take, heldBytes } = makeBodyBudget(128 * MEBIBYTE, () => {
      full += 1;
    });
    const lost: string[] = [];
    const flood = Array.from({ length: 11 }, (_, at) =>
      take(callerOf('a'), 12 * MEBIBYTE, arriving(lost, `a ${at}`)),
    );
    expect(flood.map((one) => typeof one)).toEqual([...Array(10).fill('function'), 'undefined']);
    expect([lost, full]).toEqual([[], 1]);
    expect(typeof take(callerOf('b'), 12 * MEBIBYTE, arriving(lost, 'b'))).toBe('function');
    expect(lost).toEqual(['a 9']);
    // Small bodies have room of their own.
    const giveBack = take(callerOf('c'), 1000, arrived);
    expect(heldBytes()).toBe(120 * MEBIBYTE + 1000);
    giveBack?.();
    expect(heldBytes()).toBe(120 * MEBIBYTE);
  });

  it('are never cut off once they have arrived', () => {
    const { take } = makeBodyBudget(128 * MEBIBYTE, () => {});
    for (let times = 0; times < 10; times += 1) take(callerOf('a'), 12 * MEBIBYTE, arrived);
    expect(take(callerOf('b'), 12 * MEBIBYTE, arrived)).toBeUndefined();
  });
});

describe('turns of the loop', () => {
  it('alternate between callers, so that one request does not wait behind a thousand', async () => {
    let now = 0;
    const turns = makeTurns({ now: () => now });
    const begun: string[] = [];
    const ask = async (client: string) => {
      const begins = turns.next(callerOf(client));
      now += 50;
      if (await begins) begun.push(client);
    };
    const flood = Array.from({ length: 20 }, () => ask('flood'));
    await Promise.all([...flood, ask('reader')]);
    expect(begun).toHaveLength(21);
    expect(begun.indexOf('reader')).toBeLessThan(4);
  });

  it('refuse the caller who has most, once too many wait', async () => {
    let now = 0;
    const turns = makeTurns({ now: () => now });
    const answers = Array.from({ length: 2100 }, () => {
      const answer = turns.next(callerOf('flood'));
      now += 50;
      return answer;
    });
    const begins = await Promise.all(answers);
    expect(begins.filter((begin) => !begin)).toHaveLength(99);
    expect(turns.waiting()).toBe(0);
  });
});

describe('the service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({
      LIMIT_VERIFICATIONS: '3',
      LIMIT_SIGN_INS: '1',
      LIMIT_REQUESTS: '12',
      LIMIT_API_WRITES: '40',
      TRUST_PROXY: '1',
    });
  });
  afterAll(() => service.stop());

  const ask = (path: string, client: string, init: RequestInit = {}) =>
    service.app.request(
      `${TEST_ORIGIN}${path}`,
      { ...init, headers: { 'X-Forwarded-For': client, ...init.headers } },
      { caller: anonymousFrom('10.0.0.1', client, 1) },
    );
  const verify = (client: string, path = '/api/v1/verifications') =>
    ask(path, client, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"credential":{}}',
    });

  it('verifies a number of badges a minute for one caller, and gives the time to come back', async () => {
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await verify('192.0.2.1'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[0]?.headers.get('RateLimit')).toBe('"verification";r=2;t=20');
    expect(answers[0]?.headers.get('RateLimit-Policy')).toBe('"verification";q=3;w=60');
    const refused = answers[3] as Response;
    expect(refused.headers.get('Retry-After')).toBe('20');
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await verify('192.0.2.2')).status).toBe(200);
  });

  it('explains a limit on a page for people, in their language', async () => {
    for (let count = 0; count < 3; count += 1) await verify('192.0.2.3');
    const page = await ask('/verify?url=x&lang=en', '192.0.2.3');
    expect(page.status).toBe(429);
    const html = await page.text();
    expect(html).toContain('Too many requests');
    expect(html).toContain('Try again in 20 s');
    expect(html).toContain('</nav>');
  });

  it('registers few clients a minute for one caller, and refuses in OAuth’s form', async () => {
    const register = () => ask('/oauth/register', '192.0.2.9', { method: 'POST', body: '{}' });
    const [first, second] = [await register(), await register()];
    expect([first.status, second.status]).toEqual([400, 429]);
    expect(await second.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('begins a number of sign-ins a minute, and writes nothing for refused ones', async () => {
    const answers = [await ask('/sign-in/proconnect', '192.0.2.4'), await ask('/sign-in/fim', '192.0.2.4')];
    expect(answers.map(({ status }) => status)).toEqual([404, 429]);
  });

  it('answers the health check before every limit, and briefly that it has too much to do', async () => {
    for (let count = 0; count < 12; count += 1) await ask('/', '192.0.2.5');
    const refused = await ask('/', '192.0.2.5');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('5');
    expect((await refused.text()).length).toBeLessThan(600);
    expect((await ask('/health/live', '192.0.2.5')).status).toBe(200);
    const late = await service.app.request(`${TEST_ORIGIN}/`, {}, { caller: callerOf('x'), isTooMuch: true });
    expect(late.status).toBe(503);
    expect(late.headers.get('Retry-After')).toBe('10');
  });

  it('does not count its requests to itself', async () => {
    for (let count = 0; count < 20; count += 1) expect((await service.get('/')).status).toBe(200);
  });
});

describe('the settings of the limits', () => {
  it('have default values, and name a value that is not a number', () => {
    expect(parseConfig({}).config.limits).toMatchObject({ trustedProxies: 0, connections: 4000 });
    expect(() => parseConfig({ TRUST_PROXY: 'yes', LIMIT_FORMS: '-1' })).toThrow(
      /TRUST_PROXY.*\n.*LIMIT_FORMS/,
    );
  });
});
