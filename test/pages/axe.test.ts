import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringAxe, errorsOf } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { embedPages, samplePages } from '../support/page-samples.tsx';
import { SAMPLE_SITE, serveSamples } from '../support/servers/sample-site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const DISPLAYS = [
  { name: 'on a desk', locale: 'fr', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'in English', locale: 'en', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'on a phone', locale: 'fr', options: { viewport: { width: 360, height: 740 } } },
  { name: 'in the dark', locale: 'fr', options: { colorScheme: 'dark' } },
] as const;

describe.each(DISPLAYS)('seen $name', ({ locale, options }) => {
  const samples = [...samplePages(locale), ...embedPages(locale)];
  let context: BrowserContext;
  let page: Page;
  let refused: readonly string[];
  beforeAll(async () => {
    context = await browser.newContext(options);
    page = await context.newPage();
    await bringAxe(page);
    refused = await serveSamples(page, samples);
  });
  afterAll(() => context.close());

  it.each(samples.map(({ name }) => name))('%s has no fault for axe', async (name) => {
    await page.goto(`${SAMPLE_SITE}/${name}`, { waitUntil: 'load' });
    await page.evaluate('for (const fold of document.querySelectorAll("main details")) fold.open = true');
    expect(await errorsOf(page)).toEqual([]);
  });

  it.each(samples.map(({ name }) => name))('%s never scrolls sideways', async (name) => {
    await page.goto(`${SAMPLE_SITE}/${name}`, { waitUntil: 'load' });
    const [content, window] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(content).toBeLessThanOrEqual(window);
  });

  it('requests nothing from other sites, and nothing that is missing', () => {
    expect(refused).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  it('the first stop is the skip link, it becomes visible, and it leads to the content', async () => {
    const page = await browser.newPage();
    await serveSamples(page, samplePages('fr'));
    await page.goto(`${SAMPLE_SITE}/credential`);
    await page.keyboard.press('Tab');
    const link = page.locator('a.skip');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await link.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    await page.close();
  });
});
