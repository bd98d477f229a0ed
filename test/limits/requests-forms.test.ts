import { Context } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSent } from '../../src/adapters/http/forms/read-body.ts';
import { costOf, growthOf } from '../support/load/growth.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { tokenOf } from '../support/tokens.ts';

const MEBIBYTE = 1_048_576;

let service: TestService;
let token: string;
beforeAll(async () => {
  service = await startTestService();
  token = await tokenOf(service, 'dane');
});
afterAll(() => service.stop());

const send = (path: string, type: string, body: BodyInit) =>
  service.app.request(`${TEST_ORIGIN}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': type,
      Origin: TEST_ORIGIN,
      ...(path.startsWith('/api/') && { Authorization: `Bearer ${token}` }),
    },
    body,
  });

const withBoundary = (boundary: string) => `multipart/form-data; boundary=${boundary}`;
const dashes = (count: number) => '-'.repeat(count);

/** Where a form is read: by pages, by the API, and behind the sign-in by someone who has not signed in. */
const FORM_PATHS = [
  '/verify',
  '/api/v1/verifications',
  '/api/v1/imports',
  '/my/profile',
  '/my/badges/elsewhere',
  '/school/0750001A/means',
  '/dane/imports',
  '/oauth/authorize',
  '/headship',
];

/** The API documents every address that takes a form. */
it('knows every form of the API', async () => {
  const { paths } = (await (await service.get('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
  };
  const taking = Object.entries(paths).filter(([, methods]) =>
    Object.values(methods).some(({ requestBody }) => requestBody?.content['multipart/form-data']),
  );
  for (const [path] of taking)
    expect(FORM_PATHS.map((channel) => channel.replace('/api/v1', ''))).toContain(
      path.replace('/api/v1', ''),
    );
});

describe.each(FORM_PATHS)('a form sent to %s', (path) => {
  it.each([
    ['longer than 70 characters', `${dashes(70)}x`],
    ['of thousands of characters', `${dashes(1999)}x`],
    ['with a character outside the grammar', 'a*b'],
    ['that ends in a blank', '"ab "'],
    ['of nothing', '""'],
  ])('is refused where its boundary is one %s', async (_, boundary) => {
    const answer = await send(path, withBoundary(boundary), dashes(50_000));
    expect(answer.status).toBe(400);
    expect((await answer.text()).length).toBeGreaterThan(20);
  });

  it('costs hardly more where its body is like its boundary', async () => {
    const [like, unlike] = ['-', 'z'].map((sign) => sign.repeat(3 * MEBIBYTE)) as [string, string];
    const type = withBoundary(`${dashes(69)}x`);
    const costs = [
      await costOf(() => send(path, type, unlike), 3),
      await costOf(() => send(path, type, like), 3),
    ];
    expect(costs[1]).toBeLessThan(10 * (costs[0] ?? 0) + 20);
  });
});

const contextOf = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
  new Context(new Request(TEST_ORIGIN, { method: 'POST', headers: { 'Content-Type': type }, body }), {
    path: '/',
    env: {},
  });

const disposition = (name: string) => `Content-Disposition: form-data; name="${name}"`;
const part = (headers: string, content = '') => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
/** One request may use that much processor time, in turns. */
const MOST_MS = 1000;

/** A form of parts, repeated up to a size. */
const parts = (one: string) => (size: number) => `${one.repeat(Math.ceil(size / one.length))}--b--\r\n`;

describe('the cost of reading a form grows with its size, and no faster, where it is', () => {
  it.each<[string, string, (size: number) => string, number]>([
    ['dashes', withBoundary(`${dashes(69)}x`), dashes, 12],
    ['a boundary over and over', withBoundary('b'), (size) => '\r\n--b'.repeat(size / 5), 12],
    [
      'almost the boundary',
      withBoundary(`${'a'.repeat(69)}b`),
      (size) =>
        `--${'a'.repeat(69)}b\r\n${part(disposition('a')).slice(5)}${`\r\n--${'a'.repeat(69)}`.repeat(size / 73)}`,
      12,
    ],
    ['ends of lines', withBoundary('b'), (size) => part(disposition('a'), '\r\n'.repeat(size / 2)), 12],
    ['small parts', withBoundary('b'), parts(part(disposition('a'))), 0.5],
    ['part headers of 8 kB', withBoundary('b'), parts(part(`${disposition('a')};${' '.repeat(8000)}a`)), 12],
    [
      'part headers of parameters',
      withBoundary('b'),
      parts(part(`${disposition('a')}${'; a="\\"'.repeat(1000)}`)),
      12,
    ],
    ['part headers of names', withBoundary('b'), parts(part(`${disposition('%22'.repeat(2600))}`)), 12],
    ['one part header of megabytes', withBoundary('b'), (size) => `--b\r\n${'a'.repeat(size)}`, 12],
    ['headers without end', withBoundary('b'), (size) => `--b\r\n${'a: b\r\n'.repeat(size / 6)}`, 12],
    [
      'files named in another charset',
      withBoundary('b'),
      parts(part(`${disposition('a')}; filename*=x'y'${'%41'.repeat(2500)}`)),
      12,
    ],
    ['pairs', 'application/x-www-form-urlencoded', (size) => 'a=%20&'.repeat(size / 6), 0.05],
    ['one pair of percent signs', 'application/x-www-form-urlencoded', (size) => '%'.repeat(size), 2.9],
    ['one pair of plus signs', 'application/x-www-form-urlencoded', (size) => '+'.repeat(size), 2.9],
  ])('made of %s', async (_, type, make, mebibytes) => {
    const encode = (size: number) => new TextEncoder().encode(make(size));
    const read = (body: Uint8Array<ArrayBuffer>) => readSent(contextOf(type, body));
    const { exponent, largeMs } = await growthOf(encode, read, mebibytes * MEBIBYTE);
    expect(exponent).toBeLessThan(1.6);
    expect(largeMs).toBeLessThan(MOST_MS);
  });
});

describe('a form keeps', () => {
  const read = async (...lines: readonly string[]) =>
    readSent(contextOf(withBoundary('b'), `--b\r\n${lines.join('\r\n')}\r\n--b--\r\n`));

  it('the texts of its fields byte for byte, and several of one name', async () => {
    const form = await read(disposition('a'), '', '\uFEFF é\r\n--', '--b', disposition('a'), '', '');
    expect(form.getAll('a')).toEqual(['\uFEFF é\r\n--', '']);
  });

  it('the names that browsers encode, and no other percent sign', async () => {
    const form = await read(
      `${disposition('a%22%0D%0Ab%41')}; filename="a%22;é.pdf"`,
      'Content-Type: application/pdf',
      '',
      'x',
    );
    const file = form.get('a"\r\nb%41') as File;
    expect([file.name, file.type, await file.text()]).toEqual(['a";é.pdf', 'application/pdf', 'x']);
  });

  it('a file without a name as a file, and one that is named in the extended way by that name', async () => {
    const form = await read(
      `${disposition('a')}; filename=""`,
      '',
      '',
      '--b',
      `${disposition('b')}; filename*=UTF-8''caf%C3%A9.csv`,
      '',
      'x',
    );
    expect([(form.get('a') as File).name, (form.get('b') as File).name]).toEqual(['', 'café.csv']);
  });

  it('bytes of a file that are no text', async () => {
    const sent = new FormData();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
    sent.append('a', new File([bytes], 'a.png', { type: 'image/png' }));
    const request = new Request(TEST_ORIGIN, { method: 'POST', body: sent });
    const form = await readSent(new Context(request, { path: '/', env: {} }));
    expect(new Uint8Array(await (form.get('a') as File).arrayBuffer())).toEqual(bytes);
  });
});
