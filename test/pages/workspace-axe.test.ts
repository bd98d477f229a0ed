import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../access/routes-table.ts';
import { errorsOf, narrowErrorsOf } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { startEmptyFixture, startFullFixture, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { openViewer, overflowOf, type PageDisplay, type PageViewer } from '../support/page-viewer.ts';
import { existsWithoutRecords, NO_PAGES, WORKSPACE_PAGES } from '../support/workspace-pages.ts';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 740 };
const SMALL_PHONE = { width: 360, height: 740 };
const DAY: PageDisplay = { lang: 'fr', options: { viewport: DESK } };
const NIGHT: PageDisplay = { lang: 'en', options: { viewport: DESK, colorScheme: 'dark' } };

const WITHOUT_RECORD = WORKSPACE_PAGES.filter(existsWithoutRecords);
const OF_A_RECORD = WORKSPACE_PAGES.filter((one) => !existsWithoutRecords(one));

/** The pages to look at in each window. Pages of a record exist only if one is recorded. */
const WINDOWS = [
  { name: 'in French by day, where much is recorded', fill: 'full', pages: WORKSPACE_PAGES, look: DAY },
  {
    name: 'in English in the dark, where nothing is recorded',
    fill: 'empty',
    pages: WITHOUT_RECORD,
    look: NIGHT,
  },
  { name: 'in English in the dark, one record each', fill: 'full', pages: OF_A_RECORD, look: NIGHT },
] as const;

let browser: Browser;
let fixtures: Readonly<Record<'full' | 'empty', WorkspaceFixture>>;
beforeAll(async () => {
  browser = await launchChromium();
  fixtures = { full: await startFullFixture(), empty: await startEmptyFixture() };
});
afterAll(async () => {
  await browser.close();
  await Promise.all([fixtures.full.service.stop(), fixtures.empty.service.stop()]);
});

it('every page behind the sign-in is looked at', () => {
  const routes = Object.keys(ACCESS).filter((route) => route.startsWith('GET '));
  const looked = [...WORKSPACE_PAGES.map(({ route }) => route), ...NO_PAGES].map((route) => `GET ${route}`);
  expect(looked.filter((route) => !routes.includes(route))).toEqual([]);
  // axe.test.ts looks at the public pages, and programs look at their own.
  const behind = routes.filter((route) => !/^(public|api-|client)/.test(ACCESS[route] ?? ''));
  expect(behind.filter((route) => !looked.includes(route))).toEqual([]);
  expect(behind.length).toBeGreaterThan(50);
});

describe.each(WINDOWS)('seen $name', ({ fill, pages, look }) => {
  let viewer: PageViewer;
  beforeAll(async () => {
    viewer = await openViewer(browser, fixtures[fill], look);
  });
  afterAll(() => viewer.close());

  it.each(pages)('$name has no fault, one title, and never scrolls sideways', async (one) => {
    expect(await viewer.open(one)).toBe(one.status ?? 200);
    expect(await errorsOf(viewer.page)).toEqual([]);
    expect(await viewer.page.evaluate('document.querySelectorAll("h1").length')).toBe(1);
    await viewer.page.setViewportSize(PHONE);
    expect(await narrowErrorsOf(viewer.page)).toEqual([]);
    await viewer.page.setViewportSize(SMALL_PHONE);
    expect(await overflowOf(viewer.page)).toBeLessThanOrEqual(0);
    await viewer.page.setViewportSize(DESK);
  });

  it('requests nothing from other sites, and nothing that is missing', () => {
    expect(viewer.refused).toEqual([]);
  });
});
