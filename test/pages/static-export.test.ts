import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { type CopiedFixture, makeCopiedFixture } from '../support/fixtures/copied-service.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { type StaticServer, serveFolder } from '../support/servers/static-files.ts';

let fixture: CopiedFixture;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  fixture = await makeCopiedFixture();
  server = await serveFolder(fixture.folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
  await fixture.remove();
});

describe.each([390, 1280])('a copy on a plain server, %i pixels wide', (width) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 800 } });
    page = await context.newPage();
    await page.route(`${TEST_ORIGIN}/**`, async (route) => {
      const response = await fetch(route.request().url().replace(TEST_ORIGIN, server.url));
      const headers = { 'content-type': response.headers.get('content-type') ?? '' };
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: response.status, headers, body });
    });
  });
  afterAll(() => context.close());

  it.each([
    '/',
    '/verify',
    '/help.en.html',
    '/privacy',
    '/issuer',
    '/404.html',
    'shown',
    'shown.en.html',
    'revoked',
  ])('%s has no fault for axe, and never scrolls sideways', async (name) => {
    const path = name.replace(/^(shown|revoked)/, (badge) => fixture.badges[badge as 'shown'].path);
    await page.goto(`${TEST_ORIGIN}${path}`, { waitUntil: 'load' });
    await page.evaluate('for (const fold of document.querySelectorAll("main details")) fold.open = true');
    expect(await errorsOf(page)).toEqual([]);
    const [content, window] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(content).toBeLessThanOrEqual(window);
  });

  it('leads from a badge to its English page and to the way to verify it', async () => {
    await page.goto(`${TEST_ORIGIN}${fixture.badges.shown.path}`, { waitUntil: 'load' });
    const linkTo = (selector: string) => page.locator(selector).first().getAttribute('href');
    await page.goto(`${TEST_ORIGIN}${await linkTo('a[hreflang="en"]')}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(`${TEST_ORIGIN}${await linkTo('.notice a')}`);
    expect(await page.locator('h1').textContent()).toBe('Verify a badge');
  });
});
