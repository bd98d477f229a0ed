import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SignInPersona } from '../../demo/sign-in-personas.ts';
import { launchChromium } from '../support/chromium.ts';
import { fr } from '../support/fr.ts';
import { type ServedService, startServedService } from '../support/servers/served-service.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { YEAR_FIXTURE, YEAR_PERSONAS } from './year-fixture.ts';

/** A small world on a server, and a browser for it. */
export interface YearSite {
  readonly service: ServedService;
  readonly browser: Browser;
  /** The faults of all pages so far: scripts that failed, and requests that the content security policy
   *  stopped. */
  readonly complaints: readonly string[];
  /** Opens a new browser without any session. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Opens a new browser in which this person has signed in by clicks alone. */
  signIn(name: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

export async function startYearSite(
  files: Readonly<Record<string, string>> = YEAR_FIXTURE,
  personas: readonly SignInPersona[] = YEAR_PERSONAS,
): Promise<YearSite> {
  const service = await startServedService(personas);
  await service.importText(files);
  const browser = await launchChromium();
  const complaints: string[] = [];
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'fr-FR', baseURL: service.url, ...options });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => void complaints.push(message));
    page.on('console', (message) => {
      // A deliberate answer of 403 or 404 is not a fault.
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
    });
    return page;
  };
  return {
    service,
    browser,
    complaints,
    open,
    async signIn(name, options) {
      const page = await open(options);
      await page.goto('/my');
      await page.getByRole('link', { name: fr.account.signIn.providers.local.name }).click();
      await page.getByRole('button', { name: fr.persona.enter(name) }).click();
      await page.getByText(`Votre compte : ${name}`).waitFor();
      return page;
    },
    async stop() {
      await browser.close();
      await service.stop();
    },
  };
}

/** Presses a button and waits for the page with this text. */
export async function press(page: Page, button: string, stated: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByText(stated).first().waitFor();
}

/** Begins long work and stays on its page, which reloads until the work is done. */
export async function pressAndAwaitJob(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('status').getByText('Terminé').waitFor({ timeout: MUCH_WORK_MS });
}

/** The visible text of the page. */
export async function visibleText(page: Page): Promise<string> {
  return page.locator('main').innerText();
}

/** Grants badges to this person by decision, and signs them. */
export async function giveBadges(
  { service }: YearSite,
  name: string,
  badges: readonly string[],
): Promise<void> {
  const email = `${name.toLowerCase().replace(' ', '.')}@ac-test.example`;
  for (const achievement of badges) {
    const scope = { kind: 'person' as const, email, achievement };
    const granted = service.services.grantAwards({ scope, actor: 'test', reason: 'Parcours reconnu' });
    for await (const { kind } of granted) if (kind !== 'granted') throw new Error(kind);
  }
  for await (const { kind } of service.services.issueCredentials({ actor: 'test' })) {
    if (kind !== 'issued') throw new Error(kind);
  }
}
