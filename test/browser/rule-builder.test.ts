import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AchievementDefinition } from '../../src/domain/criteria/definition.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { newBadge } from '../domain/built-rules.ts';
import { errorsOf } from '../support/axe.ts';
import { builtStyles } from '../support/built-styles.ts';
import { launchChromium } from '../support/chromium.ts';
import { overflowOf } from '../support/page-viewer.ts';
import { startBuilder } from '../support/rule-builder-site.tsx';

/** Groups in groups, six levels deep, with every kind of field. */
const NESTED: readonly Rule[] = [
  {
    any: [
      { all: [{ duration: { atLeast: 1.5 } }, { families: { atLeast: 2, including: ['A'], inYears: 2 } }] },
      {
        someWindow: {
          years: 2,
          rule: {
            atLeast: 2,
            of: [
              { missions: { of: ['A1', 'C4'] as never, atLeast: 1, role: 'referent-site' } },
              { all: [{ any: [{ yearValue: { atLeast: 0.5 } }, { daneEventYears: { atLeast: 1 } }] }] },
              { trainings: { atLeast: 1, tags: ['ENT', 'RGPD'], years: { last: 3 } } },
            ],
          },
        },
      },
    ],
  },
  { contributions: { kinds: ['mentoring'], atLeast: 1, validated: true } },
  { missions: { of: ['A1'] as never, atLeast: 2 } },
  { meets: 'RUPN-ENG' },
];
const BADGE = {
  ...newBadge('person'),
  requirements: NESTED.map((rule, index) => ({ name: `r${index}`, rule })),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A window on the builder's own server; redirects do not reach a server in memory. */
async function openBuilder(definition: AchievementDefinition, options: BrowserContextOptions, lang = 'fr') {
  const { app, requirements } = startBuilder(definition, lang === 'fr' ? 'fr' : 'en');
  const styles = await builtStyles();
  app.get('/assets/:name', (c) => {
    const bytes = [...styles].find(([name]) => name === c.req.param('name') || name.endsWith('.css'))?.[1];
    return c.body(new Uint8Array(bytes ?? []), 200, { 'Content-Type': 'text/css' });
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const page = await (await browser.newContext(options)).newPage();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await page.goto(`${origin}/`);
  const close = async () => {
    await page.context().close();
    server.close();
  };
  return { page, origin, requirements, close };
}

describe.each([
  { name: 'on a desk, in French', locale: 'fr', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'on a phone, in French', locale: 'fr', options: { viewport: { width: 390, height: 740 } } },
  {
    name: 'on a phone, in English, in the dark',
    locale: 'en',
    options: { viewport: { width: 390, height: 740 }, colorScheme: 'dark' },
  },
] as const)('the builder seen $name', ({ locale, options }) => {
  it('has no fault for axe and never scrolls sideways, its folds closed or open', async () => {
    const { page, close } = await openBuilder(BADGE, options, locale);
    for (const folds of ['closed', 'open']) {
      if (folds === 'open')
        await page.evaluate('for (const fold of document.querySelectorAll("main details")) fold.open = true');
      expect(await overflowOf(page)).toBe(0);
      expect(await errorsOf(page)).toEqual([]);
    }
    await close();
  });
});

describe('the builder without a script', () => {
  it('is worked by keyboard alone, and the focus comes back to the place', async () => {
    const options = { javaScriptEnabled: false };
    const { page, origin, requirements, close } = await openBuilder(newBadge('person'), options);
    const focused = () => page.evaluate<string>('document.activeElement.id');
    const pressKeyOn = async (selector: string, key: string) => {
      await page.focus(selector);
      await page.keyboard.press(key);
    };
    // Folds open by the keyboard as well.
    await page.focus('.rule summary');
    await page.keyboard.press('Space');
    await Promise.all([
      page.waitForURL('**/#/requirements/0/rule'),
      pressKeyOn('[value="wrap /requirements/0/rule any"]', 'Enter'),
    ]);
    await expect.poll(focused).toBe('/requirements/0/rule');
    await page.focus('details:has([value="add /requirements/0/rule reviewYears"]) > summary');
    await page.keyboard.press('Space');
    await Promise.all([
      page.waitForURL('**/#/requirements/0/rule/any/1'),
      pressKeyOn('[value="add /requirements/0/rule reviewYears"]', 'Space'),
    ]);
    await expect.poll(focused).toBe('/requirements/0/rule/any/1');
    // The next stop is the first field of the new condition.
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('/requirements/0/rule/any/1/reviewYears/atLeast');
    await page.keyboard.press('ArrowUp');
    await Promise.all([page.waitForURL(`${origin}/`), page.keyboard.press('Enter')]);
    expect(requirements()).toEqual([
      { name: 'first', rule: { any: [{ duration: { atLeast: 1 } }, { reviewYears: { atLeast: 2 } }] } },
    ]);
    await close();
  });
});
