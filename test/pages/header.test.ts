import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { startFullFixture, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { fr } from '../support/fr.ts';
import { openViewer, overflowOf, type PageViewer } from '../support/page-viewer.ts';
import type { WorkspacePage } from '../support/workspace-pages.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

/** One page of each space, and one outside them. */
const PAGES: readonly WorkspacePage[] = [
  { name: 'the first page', route: '/', path: '/', as: 'anyone' },
  { name: 'the verification', route: '/verify', path: '/verify', as: 'anyone' },
  { name: 'a space of one’s own', route: '/my', path: '/my', as: 'teacher' },
  { name: 'a school', route: '/school/:uai', path: '/school/{uai}', as: 'head' },
  { name: 'the DANE', route: '/dane', path: '/dane', as: 'dane' },
  { name: 'the sessions', route: '/sessions', path: '/sessions', as: 'dane' },
];

let browser: Browser;
let fixture: WorkspaceFixture;
beforeAll(async () => {
  browser = await launchChromium();
  fixture = await startFullFixture();
});
afterAll(async () => {
  await browser.close();
  await fixture.service.stop();
});

/** The visible content of the header; evaluated in the page. */
const HEADER_SCRIPT = `(() => {
  const seen = (one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const main = document.querySelector('main');
  const isBefore = (one) => Boolean(one.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING);
  const links = [...document.querySelectorAll('a[href]')].filter((one) => isBefore(one) && seen(one));
  const row = [...document.querySelectorAll('.site-header :is(a, summary)')].filter(seen);
  const middles = row.map((one) => { const { top, bottom } = one.getBoundingClientRect(); return (top + bottom) / 2; });
  return {
    links: links.length,
    height: document.querySelector('.site-header').getBoundingClientRect().height,
    spread: Math.max(...middles) - Math.min(...middles),
    entries: [...document.querySelectorAll('.site-menu nav a')].filter(seen).length,
  };
})()`;

interface Header {
  readonly links: number;
  readonly height: number;
  /** The distance between the middles of its links, in pixels. */
  readonly spread: number;
  readonly entries: number;
}

describe.each([
  ['a phone', PHONE],
  ['a wide screen', DESK],
] as const)('the header on %s', (_, viewport) => {
  let viewer: PageViewer;
  beforeAll(async () => {
    viewer = await openViewer(browser, fixture, {
      lang: 'fr',
      options: { viewport, javaScriptEnabled: false },
    });
  });
  afterAll(() => viewer.close());

  it.each(PAGES)('is one row, with at most seven links before the content: $name', async (one) => {
    expect(await viewer.open(one)).toBe(200);
    const { links, height, spread, entries } = await viewer.page.evaluate<Header>(HEADER_SCRIPT);
    expect(links).toBeLessThanOrEqual(7);
    expect(height).toBeLessThanOrEqual(66);
    expect(spread).toBeLessThan(4);
    expect(entries).toBeLessThanOrEqual(5);
    // A wide screen shows the links that a phone folds.
    if (viewport === DESK) expect(entries).toBeGreaterThan(0);
    expect(await overflowOf(viewer.page)).toBeLessThanOrEqual(0);
  });
});

it('is unfolded and followed with the keyboard alone, without a script', async () => {
  const viewer = await openViewer(browser, fixture, {
    lang: 'fr',
    options: { viewport: PHONE, javaScriptEnabled: false },
  });
  const { page } = viewer;
  expect(await viewer.open(PAGES[4] as WorkspacePage)).toBe(200);
  await page.locator('.site-menu summary').focus();
  expect(await page.getByRole('link', { name: fr.dane.sections.people }).isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  expect(await page.getByRole('link', { name: fr.dane.sections.people }).isVisible()).toBe(true);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: fr.dane.people.title }).waitFor();

  // The other pages of the same entry stand below the title.
  await page.getByRole('link', { name: fr.dane.sections.doubts }).click();
  await page.getByRole('heading', { level: 1, name: fr.dane.sections.doubts }).waitFor();

  await page.locator('.account-fold summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('button', { name: fr.account.signOut }).isVisible()).toBe(true);
  await viewer.close();
});

it.each(PAGES)('has no fault for axe when it is unfolded: $name', async (one) => {
  const viewer = await openViewer(browser, fixture, { lang: 'fr', options: { viewport: PHONE } });
  await viewer.open(one);
  await viewer.page.locator('.site-menu summary').click();
  expect(await errorsOf(viewer.page)).toEqual([]);
  if (one.as !== 'anyone') {
    await viewer.page.locator('.account-fold summary').click();
    expect(await errorsOf(viewer.page)).toEqual([]);
  }
  await viewer.close();
});

it.each(PAGES)('on $name the links of the footer are 24 pixels high or more', async (one) => {
  const viewer = await openViewer(browser, fixture, { lang: 'fr', options: { viewport: PHONE } });
  await viewer.open(one);
  const heights = await viewer.page.evaluate<number[]>(
    '[...document.querySelectorAll(".site-footer a")].map((link) => link.getBoundingClientRect().height)',
  );
  await viewer.close();
  expect(heights.length).toBeGreaterThan(5);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});
