import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateDemo } from '../../src/demo/generate-demo.ts';
import { secondsAfter } from '../../src/domain/time.ts';
import { launchChromium } from '../support/chromium.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { serveInBrowser } from './service-in-browser.ts';

const AGENT = 'agent@ac-test.example';
const DAYS_31 = 31 * 86_400;

let service: TestService;
let agent: SignedInBrowser;
let browser: Browser;
let paths: readonly string[];
beforeAll(async () => {
  browser = await launchChromium();
  service = await startTestService();
  const demo = generateDemo({ establishmentsCsv: readFileSync('data/establishments-dijon.csv', 'utf8') });
  await service.importText({
    ...Object.fromEntries(demo.map(({ name, text }) => [name, text])),
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n`,
  });
  await service.services.keepUp();
  agent = await signInAs(service, AGENT);
  const id = await askLongAgo();
  paths = [
    '/dane',
    '/dane/coverage',
    '/dane/coverage/21',
    '/dane/campaigns',
    `/dane/campaigns/${id}?left=role-clash.own-engagement&done=confirmed-on-documents`,
    `/dane/campaigns/${id}/documents`,
  ];
}, 120_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
});

/** A campaign of which some requests have been silent for a month. */
async function askLongAgo(): Promise<string> {
  const { store, clock } = service.ports;
  const now = clock.now();
  const campaign = await service.services.openCampaign({
    name: 'Rentrée',
    schoolYear: 2026,
    closesOn: '2099-12-31' as never,
    actor: agent.personId,
  });
  const waiting = { scope: 'all', from: '2000-01-01', to: '2099-12-31' } as never;
  const uais = await store.readWaitingSchools({ ...(waiting as object), limit: 30 } as never);
  const segments = await store.readWaitingSegments(uais, waiting);
  await store.commit(
    segments.map(({ reference }, turn) => ({
      kind: 'confirmation-asked',
      request: {
        engagementReference: reference,
        campaignId: campaign.id,
        requestedAt: turn % 3 === 0 ? now : secondsAfter(now, -DAYS_31),
      },
    })),
  );
  await service.services.confirmSilent({
    references: segments.slice(0, 6).map(({ reference }) => reference),
    documents: 'Lettre de mission du 3 septembre',
    actor: agent.personId,
  });
  return campaign.id;
}

const LOOKS = [
  { name: 'in French, by day', lang: 'fr', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'in English, in the dark', lang: 'en', options: { colorScheme: 'dark' } },
  { name: 'on a phone', lang: 'fr', options: { viewport: { width: 360, height: 740 } } },
] as const;

async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe.each(LOOKS)('the pages of coverage and campaigns seen $name', ({ lang, options }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext(options);
    await serveInBrowser(context, service, agent);
  });
  afterAll(() => context.close());

  it('have no fault that axe finds, and never scroll sideways', async () => {
    const page = await context.newPage();
    for (const path of paths) {
      const joint = path.includes('?') ? '&' : '?';
      await page.goto(`${TEST_ORIGIN}${path}${joint}lang=${lang}`, { waitUntil: 'load' });
      await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
      expect(await faultsOf(page), path).toEqual([]);
      const [content, window] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(content, path).toBeLessThanOrEqual(window);
    }
  }, 120_000);
});
