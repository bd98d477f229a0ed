import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { CHEF, DANE, LUC, PAUL, SCHOOL, SCHOOL_WORLD } from '../support/school-world.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/service.ts';
import { serveService } from '../support/service-site.ts';
import { signInAs } from '../support/sign-in.ts';

interface Shown {
  readonly name: string;
  readonly path: string;
  readonly cookie?: string;
}

const NAMES = [
  'overview',
  'empty year',
  'confirmations',
  'decision',
  'reviews',
  'plan',
  'record',
  'actions',
  'means',
  'papers',
  'contests',
  'contest of the school',
  'my contests',
  'my contest',
  'contests of the DANE',
  'contest for the DANE',
  'as the DANE',
  'paper of a person',
  'paper of a school',
] as const;

let service: TestService;
let browser: Browser;
let shown: ReadonlyMap<string, Shown>;
beforeAll(async () => {
  service = await startTestService();
  await service.importText(SCHOOL_WORLD);
  await service.services.keepUp();
  shown = new Map((await fillAndList()).map((one) => [one.name, one]));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

/** One of everything, then the page of each. */
async function fillAndList(): Promise<readonly Shown[]> {
  const [chef, luc, dane, paul] = await Promise.all([
    signInAs(service, CHEF),
    signInAs(service, LUC),
    signInAs(service, DANE),
    signInAs(service, PAUL),
  ]);
  await chef.post(`${SCHOOL}/confirmations/LUC-1`, { decision: 'contest', motive: 'Un autre s’en charge.' });
  const [contest] = await service.ports.store.readContestsOfEstablishment('0210001M' as never);
  await luc.post(`/my/contests/${contest?.id}`, { answer: 'Moi aussi.' });
  const review = { on: '2026-11-02', doneA: 'Trois prises en main.', worked: 'Le relais.' };
  await chef.post(`${SCHOOL}/reviews/${paul.personId}/record`, review);
  const action = { mission: 'C5', localAuthority: 'Département de la Côte-d’Or', from: '2026-09-01' };
  await chef.post(`${SCHOOL}/actions`, action);
  const office = { personId: paul.personId, kind: 'office', description: 'B12', since: '2026-09-01' };
  await chef.post(`${SCHOOL}/means`, office);
  await chef.post(`${SCHOOL}/papers`, { kind: 'imp-file', year: '2026' });
  await chef.post(`${SCHOOL}/papers`, { kind: 'statement', personId: paul.personId, year: '2026' });
  const papers = await service.ports.store.readPapers('0210001M' as never, 2);
  const paperOf = (kind: string) => `/papers/${papers.find((one) => one.kind === kind)?.id}`;
  const school = (name: string, path: string) => ({ name, path: `${SCHOOL}${path}`, cookie: chef.cookie });
  return [
    school('overview', ''),
    school('empty year', '?year=2019'),
    school('confirmations', '/confirmations?left=1&done=engagements-confirmed'),
    school('decision', '/confirmations/CLAIRE-1'),
    school('reviews', '/reviews?year=2026'),
    school('plan', `/reviews/${paul.personId}/plan`),
    school('record', `/reviews/${paul.personId}/record`),
    school('actions', '/actions'),
    school('means', '/means'),
    school('papers', '/papers?year=2026'),
    school('contests', '/contests'),
    school('contest of the school', `/contests/${contest?.id}`),
    { name: 'my contests', path: '/my/contests', cookie: luc.cookie },
    { name: 'my contest', path: `/my/contests/${contest?.id}`, cookie: luc.cookie },
    { name: 'contests of the DANE', path: '/dane/contests', cookie: dane.cookie },
    { name: 'contest for the DANE', path: `/dane/contests/${contest?.id}`, cookie: dane.cookie },
    { name: 'as the DANE', path: SCHOOL, cookie: dane.cookie },
    { name: 'paper of a person', path: paperOf('statement') },
    { name: 'paper of a school', path: paperOf('imp-file') },
  ];
}

const LOOKS = [
  { name: 'in French on a phone', lang: 'fr', options: { viewport: { width: 360, height: 740 } } },
  { name: 'in English in the dark', lang: 'en', options: { colorScheme: 'dark' } },
] as const;

describe.each(LOOKS)('seen $name', ({ lang, options }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext(options);
  });
  afterAll(() => context.close());

  async function open(name: string): Promise<Page> {
    const one = shown.get(name);
    if (!one) throw new Error(`no page ${name}`);
    const page = await context.newPage();
    await serveService(page, service, one.cookie);
    const answer = await page.goto(
      `${TEST_ORIGIN}${one.path}${one.path.includes('?') ? '&' : '?'}lang=${lang}`,
    );
    expect(answer?.status()).toBe(200);
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    return page;
  }

  it.each(NAMES)('%s has no fault that axe finds, one h1, and never scrolls sideways', async (name) => {
    const page = await open(name);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
      .analyze();
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(faults).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    const [content, window] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(content).toBeLessThanOrEqual(window);
    await page.close();
  });
});
