import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { fr } from '../support/fr.ts';
import { longestCredentialPage, samplePages } from '../support/page-samples.tsx';
import { SAMPLE_SITE, serveSamples } from '../support/servers/sample-site.ts';

const PAGE_URL = 'https://badges.ac-dijon.example/credentials/k3Vq0cXw2mJr8TzYd5LhBg';
const PIXELS_PER_MM = 96 / 25.4;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await serveSamples(page, [...samplePages('fr'), longestCredentialPage()]);
});
afterAll(() => browser.close());

async function printed(name: string): Promise<{ pages: number; text: string }> {
  await page.goto(`${SAMPLE_SITE}/${name}`, { waitUntil: 'networkidle' });
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const document = await getDocument({ data, useSystemFonts: false }).promise;
  const content = await (await document.getPage(1)).getTextContent();
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return { pages: document.numPages, text: text.replace(/\s+/g, ' ') };
}

describe('a credential on paper', () => {
  it.each(['credential', 'credential-expired', 'credential-revoked', 'credential-longest'])(
    'fits one A4 sheet: %s',
    async (name) => {
      expect((await printed(name)).pages).toBe(1);
    },
  );

  it('shows its address in clear, the date of the verification and the folded criteria, and no navigation', async () => {
    const { text } = await printed('credential');
    expect(text).toContain(PAGE_URL);
    expect(text).toContain(fr.credential.checkedAt('24 novembre 2026'));
    expect(text).toContain('Au moins 3 années scolaires d’engagement confirmé');
    expect(text).toContain('Signature : vérifiée');
    expect(text).not.toContain(fr.layout.framework);
    expect(text).not.toContain('English');
    expect(text).not.toContain(fr.account.spaces.my);
    expect(text).not.toContain(fr.credential.criteriaLink);
  });

  it('has a QR code of at least 25 mm', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${SAMPLE_SITE}/credential`, { waitUntil: 'networkidle' });
    const box = await page.locator('.printed-proof img').boundingBox();
    await page.emulateMedia({ media: null });
    expect((box?.width ?? 0) / PIXELS_PER_MM).toBeGreaterThanOrEqual(25);
    expect((box?.height ?? 0) / PIXELS_PER_MM).toBeGreaterThanOrEqual(25);
  });
});
