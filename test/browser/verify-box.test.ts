import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { photographPng } from '../support/photograph.ts';
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

const VERDICT = 'Claire Dupont est RUPN';
const answer = () => page.locator('section.answer').waitFor();
const mainText = () => page.locator('main').innerText();

/** Gives a file to the page, as a drop on the box or as a paste. In a paste, a browser may change its
 *  format. */
async function give(how: 'drop' | 'paste', bytes: Uint8Array, type: string, as = type) {
  const given = { how, type, as, base64: Buffer.from(bytes).toString('base64') };
  await page.evaluate(async (one) => {
    const whole = Uint8Array.from(atob(one.base64), (sign) => sign.charCodeAt(0));
    let blob = new Blob([whole], { type: one.type });
    if (one.as !== one.type) {
      const image = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      blob = await canvas.convertToBlob({ type: one.as, quality: 0.6 });
    }
    const transfer = new DataTransfer();
    transfer.items.add(new File([blob], 'given', { type: one.as }));
    const options = { bubbles: true, cancelable: true };
    const event =
      one.how === 'drop'
        ? new DragEvent('drop', { ...options, dataTransfer: transfer })
        : new ClipboardEvent('paste', { ...options, clipboardData: transfer });
    document.querySelector('form[data-verify-box]')?.dispatchEvent(event);
  }, given);
  await answer();
}

it('verifies a certificate that is dropped on it, and shows the badge in a small form', async () => {
  const pdf = new Uint8Array(await (await fetch(`${address}.pdf`)).arrayBuffer());
  await page.goto(`${site.url}/`);
  await give('drop', pdf, 'application/pdf');
  expect(await mainText()).toContain(VERDICT);
  const drawing = page.locator('.answer .portrait-badge img');
  expect(await drawing.evaluate((image: HTMLImageElement) => image.naturalWidth > 0)).toBe(true);
  expect(await errorsOf(page)).toEqual([]);
});

it.each([
  ['image/png', 'a PNG'],
  ['image/jpeg', 'a JPEG'],
  ['image/webp', 'a WebP, which becomes a JPEG first'],
])('verifies the photograph of a code that is pasted, as %s', async (type) => {
  await page.goto(`${site.url}/verify`);
  await give('paste', photographPng(address), 'image/png', type);
  expect(await mainText()).toContain(VERDICT);
});

it('puts a text that is pasted anywhere into the box, and the keyboard sends it', async () => {
  await page.goto(`${site.url}/verify`);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
  }, `  ${address}?lang=en `);
  expect(await page.locator('textarea').inputValue()).toBe(`${address}?lang=en`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await answer();
  expect(await mainText()).toContain(VERDICT);
});

it('works without a script', async () => {
  const plain = await (await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false })).newPage();
  await plain.goto(`${site.url}/verify`);
  await plain.locator('textarea').fill(address.slice(-22));
  await plain.locator('form[data-verify-box] button').click();
  expect(await plain.locator('main').innerText()).toContain(VERDICT);
  expect(await plain.locator('[data-drop-hint]').isVisible()).toBe(false);
});
