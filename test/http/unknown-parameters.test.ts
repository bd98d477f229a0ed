import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '../../src/adapters/http/cache/key.ts';
import { withKnownParameters } from '../../src/adapters/http/cache/query-parameters.ts';
import { ACCESS } from '../access/routes-table.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;
let list: string;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  await service.services.acceptCredential({ id: badge.id, actor: 'test' });
  const document = await (await service.get(`${badge.path}.json`)).json();
  list = new URL(document.credentialStatus.statusListCredential).pathname;
});
afterAll(() => service.stop());

/** Public addresses that keep their whole query, each with its reason. */
const WHOLE: Readonly<Record<string, string>> = {
  'GET /sign-in': 'for one reader',
  'GET /sign-in/:provider': 'for one reader',
  'GET /sign-in/callback': 'for one reader',
  'GET /signed-out': 'for one reader',
  'GET /newcomer': 'for one reader',
  'GET /roll-call/:code': 'never cached',
  'GET /interactions/:secret': 'its address is a secret',
  'GET /interactions/:secret/qr.svg': 'its address is a secret',
  'GET /oid4vci/offers/:secret': 'its address is a secret',
  'GET /health/live': 'never cached',
  'GET /health/ready': 'never cached',
  'GET /metrics': 'never cached',
};

const publicAddresses = Object.entries(ACCESS)
  .filter(([route, access]) => access === 'public' && route.startsWith('GET ') && !(route in WHOLE))
  .map(([route]) => route.slice('GET '.length));

const random = () => `${randomBytes(4).toString('hex')}=${randomBytes(4).toString('hex')}`;

/** An address of this route, in this world where it exists. */
function addressOf(route: string): string {
  const [{ kid = '' } = {}] = service.ports.keys.list();
  const values: Readonly<Record<string, string>> = {
    ':code': route.includes('missions') ? 'A1' : 'RUPN-ENG',
    ':version': 'v1',
    ':list': list.slice('/status/'.length),
    ':id': badge.id,
    ':kid': kid,
    ':uai': '0210001M',
    ':resource': 'awards',
  };
  const path = route
    .replaceAll(/\{[^}]*(?:\}\w+)*\}[^/]*/g, '')
    .replace('/credentials/:name', `/credentials/${badge.id}`)
    .replace(/:proof$/, `${badge.id}.tlog-proof`);
  return path.replaceAll(/:\w+/g, (name) => values[name] ?? 'none').replace('*', '0/000');
}

/** What a reader gets, without what belongs to one request. */
async function read(address: string, headers: Record<string, string> = {}) {
  const answer = await service.get(address, headers);
  const bytes = Buffer.from(await answer.arrayBuffer()).toString('base64');
  const { status } = answer;
  return { status, tag: answer.headers.get('ETag'), type: answer.headers.get('Content-Type'), bytes };
}

describe('an unknown parameter', () => {
  it.each(publicAddresses)('changes nothing at %s', async (route) => {
    const address = addressOf(route);
    for (const [plain, strange] of [
      [address, `${address}?${random()}`],
      [`${address}?lang=en`, `${address}?${random()}&lang=en&${random()}&lang=fr`],
    ] as const) {
      expect([strange, await read(strange)]).toEqual([strange, await read(plain)]);
    }
  });

  it.each([
    ['the page of a badge', () => badge.path],
    ['its document', () => `${badge.path}.json`],
    ['a status list', () => list],
    ['the keys', () => '/.well-known/jwks.json'],
    ['the catalogue', () => '/badges'],
  ])('is answered from memory on %s', async (_what, path) => {
    await read(path());
    const requested = { accept: undefined, acceptLanguage: undefined, acceptEncoding: undefined };
    const target = `${path()}?${random()}`;
    const ready = await service.kept.find({
      ...{ ...requested, target },
      ifNoneMatch: undefined,
      cookie: undefined,
    });
    expect(Buffer.from(ready?.body ?? []).toString('base64')).toBe((await read(target)).bytes);
  });

  it('is not repeated in the links of a page', async () => {
    for (const path of ['/', badge.path, '/verify', '/credentials/AAAAAAAAAAAAAAAAAAAAAA']) {
      const page = await (await service.get(`${path}?utm_source=letter`)).text();
      expect([path, page.includes('utm_source')]).toEqual([path, false]);
    }
  });

  it('stays behind the sign-in, where pages have parameters of their own', () => {
    for (const target of ['/dane/people?q=dupont&x=1', '/my?done=saved', '/sign-in?to=%2Fmy']) {
      expect(withKnownParameters(target)).toBe(target);
    }
  });
});

describe('the parameters of a public address', () => {
  it.each([
    ['/verify?x=1&url=https%3A%2F%2Fa.example%2F&lang=en', '/verify?lang=en&url=https%3A%2F%2Fa.example%2F'],
    [
      '/badges/A/v1/image.svg?state=unearned&size=64&size=32',
      '/badges/A/v1/image.svg?size=64&state=unearned',
    ],
    ['/credentials/a/image.svg?size=64&state=unearned', '/credentials/a/image.svg?size=64'],
    ['/badges?lang=de&lang=en', '/badges'],
    ['/badges?l%61ng=%65n', '/badges?lang=en'],
    ['/badges?langue=fr&lang', '/badges'],
    ['/badges#part', '/badges'],
    ['/badges?lang=fr#part?lang=en', '/badges?lang=fr'],
    ['/badges?', '/badges'],
    ['/?x', '/'],
    ['/badges?%=%E0%A4%A', '/badges'],
  ])('are in one order, once each: %s', (written, known) => {
    expect(withKnownParameters(written)).toBe(known);
    expect(withKnownParameters(known)).toBe(known);
  });

  it('are read as handlers read them', async () => {
    const tail = `&${random()}`;
    const [sized, plain] = [`${badge.path}/image.svg?size=64`, `${badge.path}/image.svg`];
    expect(await read(sized + tail)).toEqual(await read(sized));
    expect((await read(sized)).bytes).not.toBe((await read(plain)).bytes);
    const oembed = `/oembed?maxwidth=400&url=${encodeURIComponent(`${TEST_ORIGIN}${badge.path}`)}`;
    expect((await read(oembed)).status).toBe(200);
    expect(await read(oembed + tail)).toEqual(await read(oembed));
  });

  it('take little time, however long they are', () => {
    const longest = 16_000;
    const texts = ['&', 'lang&', '%', 'x=%E0&', 'lang=%', '?', '#', '='].map(
      (piece) => `/badges?${piece.repeat(longest / piece.length)}`,
    );
    const least = (target: string) =>
      Math.min(
        ...Array.from({ length: 9 }, () => {
          const begun = performance.now();
          for (let count = 0; count < 20; count += 1) withKnownParameters(target);
          return performance.now() - begun;
        }),
      );
    // A millisecond would be a tenth of what a page without memory takes.
    for (const text of texts)
      expect([text.slice(0, 20), least(text) / 20 < 1]).toEqual([text.slice(0, 20), true]);
  });

  it('name one cached answer', () => {
    const fields = {
      accept: 'text/html',
      acceptLanguage: 'fr',
      acceptEncoding: 'br',
      ifNoneMatch: undefined,
    };
    const named = (target: string) => keyOf({ ...fields, cookie: undefined, target });
    expect(named(`/credentials/a?${random()}`)).toBe(named('/credentials/a'));
    expect(named(`/credentials/a?${random()}&lang=en`)).toBe(named('/credentials/a?lang=en'));
    expect(named('/credentials/a?lang=en')).not.toBe(named('/credentials/a'));
  });
});
