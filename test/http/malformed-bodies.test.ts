import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { tokenOf } from '../support/tokens.ts';

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await startTestService();
  token = await tokenOf(service, 'dane');
});
afterAll(() => service.stop());

const utf16 = Uint8Array.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]);
const disposition = 'Content-Disposition: form-data; name="file"; filename="a"';

interface Body {
  readonly is: string;
  readonly type: string | undefined;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Bodies that do not match their type, or are empty. */
const BODIES: readonly Body[] = [
  { is: 'a form without boundary', type: 'multipart/form-data', body: 'x' },
  { is: 'a form with an empty boundary', type: 'multipart/form-data; boundary=', body: '--\r\n' },
  { is: 'a form with junk for a boundary', type: 'multipart/form-data; boundary="\u00e9', body: '--é--' },
  { is: 'a boundary that never comes', type: 'multipart/form-data; boundary=b', body: 'nothing' },
  {
    is: 'a form that stops in its first header',
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\nConte',
  },
  {
    is: 'a form that stops in its file',
    type: 'multipart/form-data; boundary=b',
    body: `--b\r\n${disposition}\r\n\r\nabc`,
  },
  {
    is: 'a part without a name',
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--b--\r\n',
  },
  { is: 'an empty form', type: 'multipart/form-data; boundary=b', body: '--b--\r\n' },
  { is: 'an empty body', type: 'multipart/form-data; boundary=b', body: '' },
  { is: 'percent signs that encode nothing', type: 'application/x-www-form-urlencoded', body: '%=%zz&%E9=%' },
  {
    is: 'a form in a charset that is not',
    type: 'application/x-www-form-urlencoded; charset=x',
    body: 'a=1',
  },
  { is: 'no type at all', type: undefined, body: 'abc' },
  { is: 'a type that is no type', type: ';;;=', body: 'abc' },
  { is: 'plain text', type: 'text/plain', body: 'abc' },
  { is: 'JSON that stops', type: 'application/json', body: '{"credential":' },
  { is: 'JSON behind a byte-order mark', type: 'application/json', body: '\uFEFF{}' },
  { is: 'JSON in UTF-16', type: 'application/json; charset=utf-16', body: utf16 },
  { is: 'JSON that is no UTF-8', type: 'application/json', body: Uint8Array.from([0x22, 0xff, 0x22]) },
  { is: 'JSON that is a number', type: 'application/json', body: '1e999' },
  { is: 'JSON that is nothing', type: 'application/json', body: 'null' },
  { is: 'JSON that is empty', type: 'application/json', body: '' },
  { is: 'JSON nested without end', type: 'application/json', body: '['.repeat(200_000) },
  { is: 'JSON nested deep', type: 'application/json', body: `${'['.repeat(50_000)}${']'.repeat(50_000)}` },
  { is: 'JSON with names of prototypes', type: 'application/json', body: '{"__proto__":1,"constructor":{}}' },
  { is: 'gzip that says nothing of it', type: 'application/json', body: Uint8Array.from([0x1f, 0x8b, 8, 0]) },
];

const send = (path: string, { type, body }: Body) =>
  service.app.request(`${TEST_ORIGIN}${path}`, {
    method: 'POST',
    headers: {
      ...(type && { 'Content-Type': type }),
      Origin: TEST_ORIGIN,
      ...(path.startsWith('/api/') && { Authorization: `Bearer ${token}` }),
    },
    // A string would get a content type.
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  });

describe.each(BODIES)('$is', (body) => {
  it('is refused by the verification page, in words', async () => {
    const answer = await send('/verify', body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(await answer.text()).toContain('<h1>');
  });

  it.each(['/api/v1/verifications', '/api/v1/imports', '/api/v1/awards', '/api/v1/tokens'])(
    'is refused by %s, as a problem with a code',
    async (path) => {
      const answer = await send(path, body);
      expect(await answer.json()).toMatchObject({ status: 400, code: 'invalid-request' });
      expect(answer.status).toBe(400);
    },
  );
});

describe('an address that is not well formed', () => {
  it.each([
    '/%',
    '/%zz',
    '/%E9',
    '/credentials/%FF',
    '/badges/%E0%A4%A',
    '/status/%',
    '/keys/%C0%80',
    '/verify?url=%',
    '/verify?%=%',
    `/verify?url=${'a'.repeat(7000)}`,
    `/?${'a=1&'.repeat(3000)}`,
    '/oembed?url=%FF',
    '/sign-in/%FF?to=%FF',
    '/badges/..%2f..%2fetc',
  ])('is never answered with a fault of ours: %s', async (path) => {
    const answer = await service.app.request(`${TEST_ORIGIN}${path}`);
    expect(answer.status).toBeLessThan(500);
  });

  it('may come with a meaningless cookie and language', async () => {
    const headers = { Cookie: `a=%; ${'x=y; '.repeat(500)}__Host-session=%FF`, 'Accept-Language': ';q=,,,*' };
    for (const path of ['/', '/my', '/verify', '/space', '/sign-in']) {
      expect((await service.get(path, { ...headers, Accept: '*/*;q=,,;' })).status).toBeLessThan(500);
    }
  });
});
