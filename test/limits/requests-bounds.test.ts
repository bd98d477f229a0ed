import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MOST_HEADER_BYTES, MOST_HEADERS } from '../../src/adapters/http/limits/request-size.ts';
import { errorTexts as english } from '../../src/texts/en/errors/domain.ts';
import { errorTexts as french } from '../../src/texts/fr/errors/domain.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { growthOf } from '../support/load/growth.ts';
import { type ServedService, startServedService } from '../support/servers/served-service.ts';

const MEBIBYTE = 1_048_576;

let service: ServedService;
beforeAll(async () => {
  service = await startServedService([]);
});
afterAll(() => service.stop());

const JSON_PATHS = [
  '/api/v1/verifications',
  '/api/v1/awards',
  '/oauth/register',
  '/oid4vci/credential',
  '/vc-api/credentials/verify',
  '/ims/ob/v3p0/credentials',
];

const send = (path: string, type: string, body: BodyInit) =>
  fetch(service.url + path, {
    method: 'POST',
    headers: { 'Content-Type': type, Origin: service.url },
    body,
    duplex: 'half',
  } as RequestInit);

/** The bytes as a stream has them, without a length. */
const streamOf = (bytes: Uint8Array) => new Blob([bytes as BlobPart]).stream();

describe('a body longer than its type may be', () => {
  const most = { 'application/json': 4, 'text/plain': 4, 'application/x-www-form-urlencoded': 4 };
  it.each(Object.entries(most))('is refused: %s of more than %i MB', async (type, mebibytes) => {
    const body = new Uint8Array(mebibytes * MEBIBYTE + 1).fill(0x20);
    for (const [path, status] of [
      ['/api/v1/verifications', 413],
      ['/verify', 413],
      // Without a session little is read at an address that is not public.
      ['/absent', 401],
    ] as const) {
      expect([path, (await send(path, type, body)).status]).toEqual([path, status]);
      expect([path, (await send(path, type, streamOf(body))).status]).toEqual([path, status]);
    }
  });

  it('is refused where it is a form with files of more than 12 MB, and read up to there', async () => {
    const type = 'multipart/form-data; boundary=b';
    const formOf = (size: number) => {
      const [start, end] = [
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
        '\r\n--b--\r\n',
      ];
      return `${start}${'x'.repeat(size - start.length - end.length)}${end}`;
    };
    expect((await send('/verify', type, formOf(12 * MEBIBYTE + 1))).status).toBe(413);
    expect((await send('/verify', type, formOf(12 * MEBIBYTE))).status).toBe(400);
  });
});

describe('the headers of a request', () => {
  it('are read up to a size, and beyond it refused', async () => {
    const status = async (size: number) =>
      (await fetch(service.url, { headers: { 'X-Long': 'a'.repeat(size) } })).status;
    expect(await status(MOST_HEADER_BYTES - 1000)).toBe(200);
    expect(await status(MOST_HEADER_BYTES)).toBe(431);
  });

  it('are read up to a number', async () => {
    const names = Array.from({ length: MOST_HEADERS + 50 }, (_, at) => [`X-${at}`, 'a']);
    expect((await fetch(service.url, { headers: Object.fromEntries(names) })).status).toBeLessThan(500);
  });
});

describe.each(JSON_PATHS)('JSON that is sent to %s', (path) => {
  it.each<[string, (size: number) => string]>([
    ['brackets', (size) => '['.repeat(size)],
    ['nested lists', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
    ['members', (size) => `{${'"a":1,'.repeat(size / 6)}"b":1}`],
    ['blanks', (size) => `{"credential":${' '.repeat(size)}1}`],
    ['escapes', (size) => `{"credential":"${'\\u0041'.repeat(size / 6)}"}`],
    ['backslashes', (size) => `{"credential":"${'\\\\'.repeat(size / 2)}"}`],
    ['digits', (size) => `{"credential":${'1'.repeat(size)}}`],
    ['a text that never ends', (size) => `{"credential":"${'a'.repeat(size)}`],
  ])('costs in proportion to its size where it is made of %s', async (_, make) => {
    const read = async (body: string) => {
      const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
      await service.app.request(service.url + path, request);
    };
    const { exponent } = await growthOf(make, read, 3.9 * MEBIBYTE);
    expect(exponent).toBeLessThan(1.7);
  });
});

describe('a client that breaks off', () => {
  const FRAMES = [
    ['/verify', 'application/x-www-form-urlencoded', 'Content-Length: 5000'],
    ['/verify', 'multipart/form-data; boundary=b', 'Content-Length: 50000'],
    ['/api/v1/verifications', 'application/json', 'Content-Length: 5000'],
    ['/vc-api/credentials/verify', 'application/json', 'Transfer-Encoding: chunked'],
    ['/oauth/token', 'application/x-www-form-urlencoded', 'Content-Length: 500'],
  ] as const;

  it.each(FRAMES)(
    'in the body of a request to %s (%s, %s) is no error of ours',
    async (path, type, framing) => {
      let stated = '';
      const listening = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
        stated += String(text);
        return true;
      });
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
      const lines = [
        `POST ${path} HTTP/1.1`,
        'Host: a',
        `Origin: ${service.url}`,
        `Content-Type: ${type}`,
        framing,
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\n${framing.startsWith('T') ? '3\r\nabc\r\n' : 'abc'}`);
      await wait(150);
      socket.destroy();
      // The service is asked again, and so has noticed the end.
      for (let times = 0; times < 5; times += 1) await fetch(`${service.url}/health/live`);
      await wait(150);
      listening.mockRestore();
      expect(stated).not.toContain('request-failed');
    },
  );
});

it('a refusal by a limit is a sentence with and without its figure, in both languages', () => {
  for (const texts of [french(OFFICE), english(OFFICE)]) {
    const sentence = texts['too-many-requests'];
    expect(sentence({})).not.toMatch(/undefined|\d/);
    expect(sentence({ retrySeconds: 7 })).toContain('7 s');
  }
});
