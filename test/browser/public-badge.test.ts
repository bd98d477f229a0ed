import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { fr } from '../support/fr.ts';
import { type PublicBadgeSite, startPublicBadgeSite } from './public-badge-site.ts';

let site: PublicBadgeSite;
let address: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await startPublicBadgeSite();
  ({ address, browser, page } = site);
});
afterAll(() => site.stop());

it('opens from its QR code, shows the verdict, switches language, and prints on one A4 sheet', async () => {
  await page.goto(address);
  await page.getByText(fr.credential.elsewhere).click();
  const code = PNG.sync.read(await page.locator('img[src$="/qr.svg"]').first().screenshot({ scale: 'css' }));
  const read = jsQR(new Uint8ClampedArray(code.data), code.width, code.height);
  expect(read?.data).toBe(address);

  await page.goto(String(read?.data));
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  const verdict = await page.locator('main').innerText();
  expect(verdict).toContain('Claire Dupont est RUPN engagé·e');
  expect(verdict).toContain(fr.credential.seal);

  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('main').innerText()).toContain('Authentic and valid');

  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
  expect((await getDocument({ data }).promise).numPages).toBe(1);
});

it.each([
  ['the page of a badge', () => new URL(address).pathname],
  ['home', () => '/'],
  ['the verification', () => '/verify'],
  ['the catalogue', () => '/badges'],
  ['the page of the issuer', () => '/issuer'],
])('%s weighs at most 45 kB on the wire, without its fonts', async (_name, path) => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const fresh = await context.newPage();
  const weights: Promise<number>[] = [];
  fresh.on('response', (response) => {
    if (response.url().endsWith('.woff2')) return;
    const sizes = response.request().sizes();
    weights.push(sizes.then((one) => one.responseBodySize + one.responseHeadersSize));
  });
  await fresh.goto(`${site.url}${path()}`, { waitUntil: 'networkidle' });
  const weight = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0);
  await context.close();
  expect(weights.length).toBeGreaterThan(1);
  expect(weight).toBeLessThan(45_000);
});

it('verifies a chosen file, and explains the fault of a changed one', async () => {
  const png = new Uint8Array(await (await fetch(`${address}.png`)).arrayBuffer());
  await page.goto(`${site.url}/verify`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'badge.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await page.locator('main button[type=submit], main input[type=submit]').first().click();
  expect(await page.locator('main').innerText()).toContain(fr.credential.seal);

  const document = (await (await fetch(`${address}.json`)).text()).replace('Claire Dupont', 'Claire Durand');
  await page.goto(`${site.url}/verify`);
  await page.locator('textarea').fill(document);
  await page.locator('main button[type=submit], main input[type=submit]').first().click();
  expect(await page.locator('main').innerText()).toContain('La signature ne correspond pas au contenu');
});

it('begins with the fault where nothing could be verified', async () => {
  await page.goto(`${site.url}/verify?lang=fr`);
  await page.locator('textarea').fill('bonjour');
  await page.locator('main button[type=submit]').click();
  const alert = page.getByRole('alert');
  expect(await alert.innerText()).toContain('Ce n’est pas un badge');
  expect(await alert.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
  expect(await page.title()).toMatch(/^Erreur/);
});

it('may stand in another site’s page only as a card', async () => {
  const html = ['/embed', ''].map(
    (end) => `<iframe src="${address}${end}" width="400" height="220"></iframe>`,
  );
  const host = createServer((_request, answer) => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end(`<!doctype html><title>Blog</title>${html.join('')}`);
  });
  await new Promise<void>((resolve) => host.listen(0, 'localhost', resolve));
  const { port } = host.address() as AddressInfo;
  const blog = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const refused: string[] = [];
  blog.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await blog.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
  const [card, whole] = ['iframe >> nth=0', 'iframe >> nth=1'].map((frame) => blog.frameLocator(frame));
  expect(await card?.locator('main').innerText()).toContain('Badge authentique et valable');
  expect(await card?.locator('main').evaluate(({ scrollHeight }) => scrollHeight)).toBeLessThanOrEqual(220);
  expect(await whole?.locator('h1').count()).toBe(0);
  expect(refused.join()).toContain('frame-ancestors');
  const [opened] = await Promise.all([
    blog.context().waitForEvent('page'),
    card?.getByRole('link', { name: fr.credential.embedLink }).click(),
  ]);
  await opened?.waitForLoadState();
  expect(opened?.url()).toBe(address);
  await blog.context().close();
  host.closeAllConnections();
  host.close();
});

it('copies its link at the button that shares it, and saves its files under their own names', async () => {
  const context = await browser.newContext({ locale: 'fr-FR', acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
  const visit = await context.newPage();
  await visit.goto(address);
  await visit.getByText(fr.credential.share, { exact: true }).click();
  expect(await visit.getByRole('button', { name: fr.credential.copyLink }).isVisible()).toBe(true);
  await visit.getByRole('status').filter({ hasText: 'copié' }).waitFor();
  expect(await visit.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await visit.getByText(fr.credential.download).click();
  const [saved] = await Promise.all([
    visit.waitForEvent('download'),
    visit.getByRole('link', { name: 'PNG' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^rupn-engage-\d{4}\.png$/);
  await context.close();
  const withoutScript = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await withoutScript.goto(address);
  expect(await withoutScript.getByRole('button', { name: 'Copier' }).count()).toBe(0);
  await withoutScript.locator('details[data-share] > summary').click();
  expect(await withoutScript.locator('#link-page').inputValue()).toBe(address);
  expect(await withoutScript.getByRole('link', { name: 'LinkedIn' }).isVisible()).toBe(true);
  await withoutScript.context().close();
});

it('has no fault for axe and only one script, on any page, in both languages', async () => {
  const paths = [
    '/',
    '/badges',
    '/badges/RUPN-CONF',
    '/badges/RUPN-EQUIPE/v1',
    '/verify',
    '/issuer',
    '/referentiel/rupn/v1',
    '/referentiel/rupn/v1/missions/C6',
    '/api/docs',
    '/api/docs/credentials',
    '/credentials/unknown',
    new URL(address).pathname,
    `${new URL(address).pathname}/embed`,
  ];
  for (const path of paths) {
    for (const lang of ['fr', 'en']) {
      await page.goto(`${site.url}${path}?lang=${lang}`);
      expect([path, lang, await errorsOf(page)]).toEqual([path, lang, []]);
      const scripts = ['/', '/verify', new URL(address).pathname].includes(path) ? 1 : 0;
      expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(scripts);
    }
  }
}, 240_000);

it('lets the keyboard skip to the content', async () => {
  await page.goto(address);
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  expect(await focused.innerText()).toBe(fr.layout.skip);
  expect(await focused.isVisible()).toBe(true);
});

it('weighs less than 50 kB on the wire, page and style sheet together, and answers unknown addresses itself', async () => {
  const weigh = async (path: string) => {
    // Node's fetch unpacks its answers, so the length on the wire is counted by hand.
    const { request } = await import('node:http');
    return new Promise<number>((resolve, reject) => {
      const call = request(`${site.url}${path}`, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
        let bytes = 0;
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
        });
        answer.on('end', () => resolve(bytes));
      });
      call.on('error', reject).end();
    });
  };
  const html = await (await fetch(address)).text();
  const css = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? '';
  for (const path of [new URL(address).pathname, '/', '/badges', '/api/docs']) {
    expect((await weigh(path)) + (await weigh(css))).toBeLessThan(50_000);
  }
  const nothing = await fetch(`${site.url}/api/v1/nothing`);
  expect(await nothing.json()).toMatchObject({ code: 'not-found' });
  expect(await (await fetch(`${site.url}/nothing`)).text()).toContain('<h1>');
});
