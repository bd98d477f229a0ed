import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIRE, type MyFixture, startMyFixture } from '../my/fixture.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';

let fixture: MyFixture;
let own: string;
/** Pages with pictures: as strangers read them, and as the holder does. */
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  fixture = await startMyFixture();
  const claire = await signInAs(fixture.service, CLAIRE);
  const choice = { name: 'full', visibility: 'public', schools: 'no', form: 'inclusive' };
  await claire.post(`/my/badges/${fixture.badge}/accept`, choice);
  await claire.post('/my/profile', { name: 'full', visibility: 'public', badges: fixture.badge });
  const profile = /\/profiles\/[\w-]{22}/.exec(await (await claire.get('/my/profile')).text())?.[0] ?? '';
  own = `/credentials/${fixture.badge}`;
  const address = encodeURIComponent(`${TEST_ORIGIN}${own}`);
  const outsiders = ['/', '/badges', '/badges/RUPN-CONF', own, `${own}/embed`, profile];
  const read = [
    ...outsiders.map((path) => [path, elsewhere(path)] as const),
    ['/verify', fixture.service.get(`/verify?url=${address}`)] as const,
    ...[
      '/my',
      '/my/badges',
      `/my/badges/${fixture.badge}`,
      `/my/badges/published?badge=${fixture.badge}`,
    ].map((path) => [path, claire.get(path)] as const),
  ];
  pages = new Map(
    await Promise.all(read.map(async ([path, answer]) => [path, await (await answer).text()] as const)),
  );
});
afterAll(() => fixture.service.stop());

/** The page as a proxy's alias gives it: under another host name than the service's own. */
async function elsewhere(path: string): Promise<Response> {
  return fixture.service.app.request(`http://alias.example${path}`);
}

const loaded = (html: string) => [
  ...[...html.matchAll(/<(?:img|script|source)\b[^>]*?\ssrc="([^"]*)"/g)].map((found) => found[1] ?? ''),
  ...[...html.matchAll(/<link rel="(?:stylesheet|icon|manifest|apple-touch-icon)"[^>]*?href="([^"]*)"/g)].map(
    (found) => found[1] ?? '',
  ),
];

describe('under any host name', () => {
  it('a page loads its pictures, style sheet and script from the host that gave it', () => {
    for (const [path, html] of pages) {
      expect(loaded(html).length, path).toBeGreaterThan(1);
      expect(
        loaded(html).filter((address) => !/^\/[^/]/.test(address)),
        path,
      ).toEqual([]);
    }
  });

  it('a badge shows its drawing and both QR codes', () => {
    const html = pages.get(own) ?? '';
    const pictures = loaded(html).filter((address) => address.startsWith(own));
    expect(pictures).toEqual([`${own}/image.svg`, `${own}/qr.svg`, `${own}/qr.svg`]);
  });

  it('what leaves a page keeps the address of the service', () => {
    const html = pages.get(own) ?? '';
    expect(html).toContain(`<meta property="og:image" content="${TEST_ORIGIN}${own}/preview.png`);
    expect(html).toContain(`<link rel="canonical" href="${TEST_ORIGIN}${own}"`);
    const tools = pages.get(`/my/badges/published?badge=${fixture.badge}`) ?? '';
    expect(pages.get(`/my/badges/${fixture.badge}`)).toContain(`src=&quot;${TEST_ORIGIN}${own}.png`);
    expect(tools).toContain(`src=&quot;${TEST_ORIGIN}${own}/image.png`);
  });
});

describe('a page at an address that looks like one of another host', () => {
  it.each([
    '//other.example/x',
    '///other.example',
    '/%5Cother.example',
    '/%09/other.example',
    '/%2F/other.example',
  ])('links to no other host: %s', async (path) => {
    const here = `${TEST_ORIGIN}${path}`;
    const html = await (await fixture.service.get(path)).text();
    const hrefs = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, href = '']) => href);
    expect(hrefs.length).toBeGreaterThan(10);
    const hosts = hrefs.map((href) => new URL(href.replaceAll('&amp;', '&'), here).hostname);
    expect(hosts).not.toContain('other.example');
  });
});
