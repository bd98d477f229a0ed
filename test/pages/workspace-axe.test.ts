import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../access/access-table.ts';
import { launchChromium } from '../support/chromium.ts';
import { faultsOf, type Look, openViewer, overflowOf, type PageViewer } from '../support/page-viewer.ts';
import { addressIn, WORKSPACE_PAGES } from '../support/workspace-pages.ts';
import { startEmptyWorld, startFullWorld, type WorkspaceWorld } from '../support/workspace-world.ts';

/** Answers that are no page: files, pictures, and steps of a sign-in. */
const NO_PAGES = [
  '/sign-in/:provider',
  '/sign-in/callback',
  '/my/data/export.json',
  '/my/badges/:id/image.svg',
  '/my/badges/:id/qr.svg',
  '/school/:uai/papers/:file{[A-Za-z0-9_-]+\\.pdf}',
  '/dane/coverage.csv',
  '/dane/coverage.xlsx',
  '/dane/exports/:file{[a-z-]+\\.csv}',
  '/dane/exports/attributions.csv',
  '/dane/exports/attributions.xlsx',
  '/dane/exports/jalon.xlsx',
  '/dane/imports/:id/corrections.csv',
  '/dane/imports/:id/corrections.xlsx',
];

/** What an address may name where nothing is recorded. */
const OF_THE_EMPTY = { uai: 'known', me: 'known' };

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

const WORLDS: readonly (Look & { name: string; start: () => Promise<WorkspaceWorld>; isFull: boolean })[] = [
  {
    name: 'in French by day, where much is recorded',
    start: startFullWorld,
    isFull: true,
    lang: 'fr',
    options: { viewport: DESK },
  },
  {
    name: 'in English in the dark, where nothing is recorded',
    start: startEmptyWorld,
    isFull: false,
    lang: 'en',
    options: { viewport: DESK, colorScheme: 'dark' },
  },
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('every page behind the sign-in is looked at', () => {
  const routes = Object.keys(ACCESS).filter((route) => route.startsWith('GET '));
  const looked = new Set([...WORKSPACE_PAGES.map(({ route }) => route), ...NO_PAGES]);
  expect([...looked].map((route) => `GET ${route}`).sort()).toEqual(routes.sort());
});

describe.each(WORLDS)('seen $name', ({ start, isFull, ...look }) => {
  let world: WorkspaceWorld;
  let viewer: PageViewer;
  beforeAll(async () => {
    world = await start();
    viewer = await openViewer(browser, world, look);
  });
  afterAll(async () => {
    await viewer.close();
    await world.service.stop();
  });

  const pages = isFull
    ? WORKSPACE_PAGES
    : WORKSPACE_PAGES.filter(({ path }) => addressIn(OF_THE_EMPTY, { path }));
  it.each(pages)('$name has no fault, one title, and never scrolls sideways', async (one) => {
    expect(await viewer.open(one)).toBe(one.refused ? 400 : 200);
    expect(await faultsOf(viewer.page)).toEqual([]);
    expect(await viewer.page.locator('h1').count()).toBe(1);
    await viewer.page.setViewportSize(PHONE);
    expect(await overflowOf(viewer.page)).toBeLessThanOrEqual(0);
    await viewer.page.setViewportSize(DESK);
  });

  it('asks nothing of anyone else, and nothing that is missing', () => {
    expect(viewer.refused).toEqual([]);
  });
});
