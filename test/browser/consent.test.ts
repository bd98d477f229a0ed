import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { fr } from '../support/fr.ts';
import { makeHostClient, REDIRECT } from '../support/host-client.ts';
import { type ServedService, startServedService } from '../support/servers/served-service.ts';
import { ONE_RUPN } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';

const MINUTE = 60_000;

let service: ServedService;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  service = await startServedService([]);
  await service.importText(ONE_RUPN);
  const { cookie } = await signInAs(service, 'claire.dupont@ac-test.example');
  const [name = '', value = ''] = cookie.split('=');
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 390, height: 664 } });
  await context.addCookies([
    { name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
  ]);
}, 2 * MINUTE);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('the page of consent, in a browser', () => {
  const open = async () => {
    const host = makeHostClient(service);
    const client = await host.registered();
    // The previous page may still show an error, because the service to which it led does not exist.
    await page?.close();
    page = await context.newPage();
    await page.goto(`${service.url}/oauth/authorize?${host.request(client)}`);
  };
  const press = (name: string) => page.getByRole('button', { name }).click({ noWaitAfter: true });

  it.each([
    [fr.host.consent.allow, 'code'],
    ['Refuser', 'error'],
  ])(
    '« %s » leads back to the service that asks',
    async (button, answered) => {
      await open();
      // The service does not exist, so the request fails. It must not be our own policy that stops it.
      const failed = page.waitForEvent('requestfailed', (request) => request.url().startsWith(REDIRECT));
      await press(button);
      const request = await failed;
      expect(request.failure()?.errorText).not.toMatch(/CSP|BLOCKED|ABORTED/);
      const { searchParams } = new URL(request.url());
      expect(searchParams.get(answered)).toBeTruthy();
      expect(searchParams.get('state')).toBe('state-1');
    },
    MINUTE,
  );

  it(
    'lets its form lead nowhere else',
    async () => {
      await open();
      const refused = page.waitForEvent('console', (message) => message.text().includes('form-action'));
      await page.evaluate('document.querySelector("main form").action = "https://evil.example/"');
      await page.evaluate('document.querySelector("main form").submit()');
      expect((await refused).text()).toContain('https://evil.example');
    },
    MINUTE,
  );
});
