import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { TEST_ORIGIN } from '../support/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { openAs } from './browse.ts';
import { CLAIRE, GUYOT, type MyWorld, startMyWorld } from './world.ts';

const PATHS = [
  '/my',
  '/my/engagements',
  '/my/engagements/new?q=guyot',
  '/my/engagements/{declared}',
  '/my/engagements/{declared}/edit',
  '/my/trainings',
  '/my/contributions',
  '/my/contributions/new',
  '/my/badges',
  '/my/badges/{badge}',
  '/my/badges/{badge}/preview?name=initials',
  '/my/badges/{badge}/decline',
  '/my/data',
  '/my/data/erasure',
  '/my/data/export',
] as const;

let world: MyWorld;
let browser: Browser;
let declared = '';
beforeAll(async () => {
  world = await startMyWorld();
  browser = await launchChromium();
  const claire = await signInAs(world.service, CLAIRE);
  const fields = { uai: GUYOT, from: '2024-01-01', missions: ['C6', 'D1'], roles: 'contact-dane' };
  const answer = await claire.post('/my/engagements/new', fields);
  declared = answer.headers.get('Location')?.split(/[/?]/)[3] ?? '';
  await claire.post('/my/data/rectification', { message: 'La formation de mai manque.' });
  const choice = { name: 'full', schools: 'yes', visibility: 'public' };
  await claire.post(`/my/badges/${world.badge}/accept`, choice);
});
afterAll(async () => {
  await browser.close();
  await world.service.stop();
});

const LOOKS = [
  { name: 'in French on a desk', lang: 'fr', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'in English in the dark', lang: 'en', options: { colorScheme: 'dark' } },
] as const;

async function open(page: Page, path: string, lang: string): Promise<void> {
  const url = new URL(path.replace('{declared}', declared).replace('{badge}', world.badge), TEST_ORIGIN);
  url.searchParams.set('lang', lang);
  const answer = await page.goto(url.href, { waitUntil: 'load' });
  expect(answer?.status()).toBe(200);
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
}

describe.each(LOOKS)('my space seen $name', ({ lang, options }) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext(options);
    page = await openAs(context, world.service, await signInAs(world.service, CLAIRE));
  });
  afterAll(() => context.close());

  it.each(PATHS)('%s has no fault that axe finds', async (path) => {
    await open(page, path, lang);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
  });
});

describe('my space on a phone', () => {
  it('never scrolls sideways', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await openAs(context, world.service, await signInAs(world.service, CLAIRE));
    const wide: string[] = [];
    for (const path of PATHS) {
      await open(page, path, 'fr');
      const overflows = await page.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      if (overflows) wide.push(path);
    }
    await context.close();
    expect(wide).toEqual([]);
  });
});
