import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { longestCredentialPage, samplePages } from '../support/page-samples.tsx';
import { SAMPLE_SITE, serveSamples } from '../support/servers/sample-site.ts';

const PHONE = { width: 390, height: 664 };
/** The height of one row of header. The space above the content does not belong to the badge. */
const HEADER = 64;
const HIGHEST = 2600;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ viewport: PHONE });
  await serveSamples(page, [...samplePages('fr'), longestCredentialPage()]);
});
afterAll(() => browser.close());

const open = (name: string) => page.goto(`${SAMPLE_SITE}/${name}`, { waitUntil: 'networkidle' });
/** The bottom of the part, below one row of header. */
async function endOf(selector: string): Promise<number> {
  const [part, content] = await Promise.all(
    [selector, 'main'].map((one) => page.locator(one).first().boundingBox()),
  );
  return (part?.y ?? Infinity) + (part?.height ?? 0) - (content?.y ?? 0) + HEADER;
}

describe('the page of a badge on a phone', () => {
  it.each(['credential', 'credential-nameless', 'credential-longest'])(
    'shows in its first screen the holder, the verdict and the figures: %s',
    async (name) => {
      await open(name);
      for (const part of ['h1', '.seal', '.portrait-figures > li:last-child']) {
        expect([part, (await endOf(part)) <= PHONE.height]).toEqual([part, true]);
      }
      expect(await page.locator('.portrait-figures > li').count()).toBe(3);
    },
  );

  it.each(['credential', 'credential-expired', 'credential-revoked', 'credential-longest'])(
    'is not long, and not wider than the phone: %s',
    async (name) => {
      await open(name);
      const { scrollHeight, scrollWidth } = await page
        .locator('html')
        .evaluate((html) => ({ scrollHeight: html.scrollHeight, scrollWidth: html.scrollWidth }));
      expect(scrollHeight).toBeLessThanOrEqual(HIGHEST);
      expect(scrollWidth).toBe(PHONE.width);
    },
  );

  it('opens with the criteria, the checks and the files folded', async () => {
    await open('credential');
    expect(await page.locator('main details').count()).toBeGreaterThan(4);
    expect(await page.locator('main details[open]').count()).toBe(0);
  });

  it('shows first that a revoked badge is revoked, and offers only its document', async () => {
    await open('credential-revoked');
    expect(await endOf('.verdict')).toBeLessThanOrEqual(PHONE.height / 2);
    expect(await page.locator('.portrait-figures').first().isVisible()).toBe(false);
    expect(await page.locator('h1').innerText()).toBe('RUPN confirmé·e');
  });

  it('shows only that the signature of a badge is not valid, and nothing else', async () => {
    await open('credential-signature-not-valid');
    const texts = await page.locator('main').innerText();
    expect(texts).toContain('La signature ne correspond pas au contenu');
    expect(texts).not.toContain('Claire');
    expect(await page.locator('main').locator('img, svg, details').count()).toBe(0);
  });
});
