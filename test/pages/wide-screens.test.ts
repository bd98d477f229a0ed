import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { samplePages } from '../support/page-samples.tsx';
import { SAMPLE_SITE, serveSamples } from '../support/servers/sample-site.ts';

const NAMES = ['help', 'privacy', 'legal', 'accessibility', 'catalogue', 'badge', 'framework', 'issuer'];

interface Boxes {
  readonly text: { readonly left: number; readonly right: number; readonly width: number };
  readonly margin: { readonly left: number; readonly right: number };
  /** The measure of the text, in pixels. */
  readonly measure: number;
}

const MEASURE = `(() => {
  const box = (name) => { const { left, right, width } = document.querySelector(name).getBoundingClientRect(); return { left, right, width }; };
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { text: box('.wide-text'), margin: box('.wide-margin'), measure: 44 * rem };
})()`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function boxesOf(name: string, width: number): Promise<Boxes> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await serveSamples(page, samplePages('fr'));
  await page.goto(`${SAMPLE_SITE}/${name}`);
  const boxes = await page.evaluate<Boxes>(MEASURE);
  await page.close();
  return boxes;
}

describe.each(NAMES)('the page %s', (name) => {
  it('has its margin next to the text on a wide screen, and the text keeps its measure', async () => {
    const { text, margin, measure } = await boxesOf(name, 1280);
    expect(text.width).toBeLessThanOrEqual(measure + 1);
    expect(margin.left).toBeGreaterThan(text.right);
    expect(margin.right).toBeGreaterThan(1200);
  });

  it('has both in one column on a phone', async () => {
    const { text, margin } = await boxesOf(name, 390);
    expect(margin.left).toBe(text.left);
  });
});
