import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { type ServedService, startServedService } from '../support/served-service.ts';
import { YEAR_PERSONAS, YEAR_WORLD } from './year-world.ts';

/** The year's small world on a server, and a browser to walk it. */
export interface YearSite {
  readonly service: ServedService;
  readonly browser: Browser;
  /** A browser of one's own in which nobody has signed in. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** A browser of one's own in which this person has signed in, by clicks alone. */
  signIn(name: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

export async function startYearSite(): Promise<YearSite> {
  const service = await startServedService(YEAR_PERSONAS);
  await service.importText(YEAR_WORLD);
  const browser = await launchChromium();
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'fr-FR', baseURL: service.url, ...options });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };
  return {
    service,
    browser,
    open,
    async signIn(name, options) {
      const page = await open(options);
      await page.goto('/my');
      await page.getByRole('link', { name: 'Comptes de démonstration' }).click();
      await page.getByRole('button', { name: `Entrer : ${name}` }).click();
      await page.getByText(`Connecté·e : ${name}`).waitFor();
      return page;
    },
    async stop() {
      await browser.close();
      await service.stop();
    },
  };
}

/** Presses a button and waits for the page that says so. */
export async function press(page: Page, button: string, said: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByText(said).first().waitFor();
}

/** Begins long work and stays on its page, which asks for itself again until the work is done. */
export async function pressAndAwaitJob(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('status').getByText('Terminé').waitFor();
}

/** All that the page says. */
export async function words(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
