import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { samplePages } from '../support/page-samples.tsx';
import { SAMPLE_SITE, serveSamples } from '../support/servers/sample-site.ts';

// Criteria 10.4, 10.7, 10.11 and 10.12 of the RGAA (docs/accessibility.md), which axe does not try.

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const SAMPLES = samplePages('fr');
const NAMES = SAMPLES.map(({ name }) => name);

/** The spacing of WCAG 2.2, success criterion 1.4.12. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

async function open(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 640 } });
  const page = await context.newPage();
  await serveSamples(page, SAMPLES);
  return page;
}

/** How many pixels of the page stand next to the window. */
function beside(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

describe.each([
  { name: 'at 320 pixels, which is 400 % of a screen', width: 320, css: '' },
  { name: 'with letters of twice their size', width: 1280, css: 'html { font-size: 200% !important }' },
  { name: 'with wide spaces between lines, letters and words', width: 1280, css: SPACED },
])('a page read $name', ({ width, css }) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(width);
  });
  afterAll(() => page.context().close());

  it.each(NAMES)('%s never scrolls sideways', async (name) => {
    await page.goto(`${SAMPLE_SITE}/${name}`, { waitUntil: 'load' });
    if (css)
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      }, css);
    await page.evaluate('document.fonts.ready');
    expect(await beside(page)).toBeLessThanOrEqual(0);
  });
});

describe('a page read by keyboard', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(1280);
  });
  afterAll(() => page.context().close());

  it.each(NAMES)('%s shows where the keyboard is', async (name) => {
    await page.goto(`${SAMPLE_SITE}/${name}`, { waitUntil: 'load' });
    const unseen: string[] = [];
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const isSeen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        return isSeen ? undefined : (element.textContent ?? element.tagName);
      });
      if (at !== undefined) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });
});
