import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIL_KINDS, type MailLanguage } from '../../src/domain/mail/types.ts';
import { issueToClaire, type MailService, readPersonId, startMailService } from '../mail/fixture.ts';
import type { ReadMail } from '../mail/read.ts';
import { outlookErrors } from '../mail/text-errors.ts';
import { errorsOf } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';

/** Set to keep the pictures, for people. */
const PICTURES = process.env['JALON_MAIL_PICTURES'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The mail about a new badge, as it left. */
async function mailOf(language: MailLanguage): Promise<ReadMail> {
  const fixture: MailService = await startMailService();
  try {
    await issueToClaire(fixture);
    const personId = await readPersonId(fixture);
    await fixture.service.services.chooseMail({ personId, wanted: MAIL_KINDS, language, actor: 'test' });
    await fixture.sendAt(0);
    const [mail] = fixture.smtp.mails;
    if (!mail) throw new Error('no mail left');
    return mail;
  } finally {
    await fixture.stop();
  }
}

/** Shows the mail as a mail program does: its pictures come from the mail. */
async function show({ html, pictures }: ReadMail, { width, dark }: { width: number; dark: boolean }) {
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({ viewport: { width, height: 664 }, colorScheme });
  const page = await context.newPage();
  await page.route('**/*', (route) => route.abort());
  await page.setContent(
    html.replaceAll(/src="cid:([^"]+)"/g, (_all, name: string) => {
      return `src="data:image/png;base64,${pictures.get(name)?.toString('base64') ?? ''}"`;
    }),
  );
  return page;
}

describe.each(['fr', 'en'] as const)('the mail of a new badge, in %s', (language) => {
  let mail: ReadMail;
  beforeAll(async () => {
    mail = await mailOf(language);
  });

  it('shows the badge and its button on the first screen of a telephone', async () => {
    const page = await show(mail, { width: 390, dark: false });
    const badge = await page.locator('img').boundingBox();
    const button = await page.locator('.act a').boundingBox();
    expect(badge).toMatchObject({ width: 160, height: 160 });
    expect((button?.y ?? 9999) + (button?.height ?? 0)).toBeLessThan(664);
    expect(button?.height).toBeGreaterThanOrEqual(44);
    expect(await page.locator('img').evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(320);
    await page.context().close();
  });

  it.each([
    { width: 360, dark: false },
    { width: 700, dark: false },
    { width: 360, dark: true },
    { width: 700, dark: true },
  ])('fits, and axe finds nothing: %j', async (seen) => {
    const page = await show(mail, seen);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    expect(await errorsOf(page)).toEqual([]);
    if (PICTURES) {
      const name = `${language}-${seen.width}${seen.dark ? '-dark' : ''}`;
      await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    }
    await page.context().close();
  });

  it('has nothing that Outlook would not draw', () => {
    expect(outlookErrors(mail.html)).toEqual([]);
  });
});

describe('what Outlook would not draw', () => {
  it.each([
    '<div style="display:flex;float:left">',
    '<img src="cid:x" style="width:10px">',
    '<button>',
    '<p style="font-size:1rem">',
    '<table style="max-width:600px">',
  ])('is noticed: %s', (html) => {
    expect(outlookErrors(html)).toHaveLength(1);
  });
});
