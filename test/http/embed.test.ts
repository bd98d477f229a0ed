import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;
let address: string;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  address = `${TEST_ORIGIN}${badge.path}`;
});
afterAll(() => service.stop());

const accept = () => service.services.acceptCredential({ id: badge.id, actor: 'test' });
const oembed = (query: Readonly<Record<string, string>>) =>
  service.get(`/oembed?${new URLSearchParams({ format: 'json', ...query })}`);
const policyOf = async (path: string) =>
  (await service.get(path)).headers.get('Content-Security-Policy') ?? '';

describe('the card on other people’s pages', () => {
  it('does not exist before the badge is accepted, nor for an unknown badge', async () => {
    for (const url of [address, `${TEST_ORIGIN}/credentials/${'A'.repeat(22)}`]) {
      const card = await service.get(`${new URL(url).pathname}/embed`);
      expect([card.status, await card.text()]).toEqual([
        404,
        expect.stringContaining(fr.credential.embedNothing['not-found']),
      ]);
      const answer = await oembed({ url });
      expect([answer.status, (await answer.json()).code]).toEqual([404, 'unknown-credential']);
    }
  });

  it('has the verdict, without script, cookie or search engine, and may be in any frame', async () => {
    await accept();
    const card = await service.get(`${badge.path}/embed`);
    const html = await card.text();
    expect(card.status).toBe(200);
    expect(html).toContain('Badge authentique et valable');
    expect(html).toMatch(/Délivré par la DANE/);
    expect(html).toContain(`href="${address}" target="_blank"`);
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/<script|<form/);
    expect(card.headers.get('Set-Cookie')).toBeNull();
    expect(card.headers.get('X-Frame-Options')).toBeNull();
    expect(await policyOf(`${badge.path}/embed`)).toContain('frame-ancestors *');
    expect(await policyOf(`${badge.path}/embed`)).not.toContain('script-src');
  });

  it('is the only page that a frame may contain', async () => {
    for (const path of ['/', '/verify', badge.path, `${badge.path}/embed/more`, '/embed', '/my']) {
      expect([path, await policyOf(path)]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
    }
  });

  it('is announced on the badge’s page, in the chosen language', async () => {
    await accept();
    const linkIn = async (path: string) =>
      /type="application\/json\+oembed" href="([^"]+)"/.exec(await (await service.get(path)).text())?.[1];
    const href = (await linkIn(badge.path))?.replaceAll('&amp;', '&') ?? '';
    expect(href).toBe(`${TEST_ORIGIN}/oembed?format=json&url=${encodeURIComponent(address)}`);
    expect(await (await service.get(href.slice(TEST_ORIGIN.length))).json()).toMatchObject({ type: 'rich' });
    expect(await linkIn(`${badge.path}?lang=en`)).toContain(encodeURIComponent('?lang=en'));
  });
});

describe('an oEmbed answer', () => {
  it('has all that the specification requires of a rich one, and the picture for networks', async () => {
    await accept();
    const answer = await oembed({ url: address });
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const body = await answer.json();
    expect(body).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'RUPN engagé·e',
      provider_url: TEST_ORIGIN,
      width: 400,
      height: 220,
      thumbnail_url: `${address}/preview.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
      cache_age: 86_400,
    });
    expect(body.html).toMatch(
      new RegExp(`^<iframe src="${address}/embed" title="[^"]+" width="400" height="220"[^>]*></iframe>$`),
    );
  });

  it('is not larger than requested, nor is its picture', async () => {
    await accept();
    const small = await (await oembed({ url: address, maxwidth: '300', maxheight: '200' })).json();
    expect(small).toMatchObject({ width: 300, height: 200 });
    expect(small.html).toContain('width="300" height="200"');
    expect(small).not.toHaveProperty('thumbnail_url');
    const middle = await (await oembed({ url: address, maxwidth: '800' })).json();
    expect(middle).toMatchObject({ width: 400, thumbnail_url: `${address}.png`, thumbnail_width: 600 });
    expect(await (await oembed({ url: address, maxwidth: 'wide' })).json()).toMatchObject({ width: 400 });
  });

  it('exists in JSON only, and for badges of this service only', async () => {
    await accept();
    expect((await oembed({ url: address, format: 'xml' })).status).toBe(501);
    for (const url of ['', 'junk', `${TEST_ORIGIN}/badges`, `https://other.example${badge.path}`]) {
      expect([url, (await oembed({ url })).status]).toEqual([url, 404]);
    }
  });

  it('keeps the language that the address asks for', async () => {
    await accept();
    const body = await (await oembed({ url: `${address}?lang=en` })).json();
    expect(body.title).toBe('Committed RUPN');
    expect(body.html).toContain(`${address}/embed?lang=en"`);
  });
});

describe('a file of a badge', () => {
  it('is shown where it is opened, and saved under a meaningful name', async () => {
    await accept();
    const year = new Date(service.ports.clock.now()).getFullYear();
    for (const form of ['png', 'svg', 'json', 'jws']) {
      const { headers } = await service.get(`${badge.path}.${form}`);
      expect(headers.get('Content-Disposition')).toBe(`inline; filename="rupn-engage-${year}.${form}"`);
    }
    const page = await (await service.get(badge.path)).text();
    expect(page).toContain(`href="${address}.png" download="rupn-engage-${year}.png"`);
  });
});

describe('a badge that is hidden, then erased', () => {
  it('disappears from other people’s pages', async () => {
    await accept();
    await service.services.hideCredential({ id: badge.id, actor: 'test' });
    expect((await service.get(`${badge.path}/embed`)).status).toBe(404);
    expect((await oembed({ url: address })).status).toBe(404);
    await service.services.showCredential({ id: badge.id, actor: 'test' });
    expect((await service.get(`${badge.path}/embed`)).status).toBe(200);
    await service.services.erasePerson({ email: 'claire.dupont@ac-test.example', actor: 'test' });
    const card = await service.get(`${badge.path}/embed`);
    expect([card.status, await card.text()]).toEqual([410, expect.stringContaining('effacé')]);
    expect((await oembed({ url: address })).status).toBe(410);
  });
});
