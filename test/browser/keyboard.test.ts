import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { giveBadges, pressAndAwaitJob, startYearSite, visibleText, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

/** The element with the focus, and its look. */
interface Stop {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Its rank in the document. */
  readonly rank: number;
  readonly outline: string;
  readonly outlineWidth: number;
  /** Whether the whole element is visible without scrolling. */
  readonly inView: boolean;
  /** The ids of the boxes that it would unfold. */
  readonly unfolds: readonly string[];
}

async function nextStop(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const { top, bottom } = focused.getBoundingClientRect();
    return {
      id: focused.id,
      name: focused.getAttribute('name') ?? '',
      value: focused.getAttribute('value') ?? '',
      rank: [...document.querySelectorAll('*')].indexOf(focused),
      outline: outlineStyle,
      outlineWidth: Number.parseFloat(outlineWidth),
      inView: top >= 0 && bottom <= innerHeight,
      unfolds: [...document.querySelectorAll('details:not([open])')]
        .filter((one) => one.querySelector('summary') === focused)
        .flatMap((one) => [...one.querySelectorAll('input')].map(({ id }) => id)),
    };
  });
}

/** Presses the Tab key until `isThere`; returns every stop, the last one included. What holds the box `folded` is
 *  unfolded on the way. */
async function tabTo(page: Page, isThere: (stop: Stop) => boolean, folded = ''): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    const stop = await nextStop(page);
    stops.push(stop);
    if (stop.unfolds.includes(folded)) await page.keyboard.press('Enter');
    if (isThere(stop)) return stops;
  }
  throw new Error(`never reached: ${stops.map(({ id, name }) => id || name).join(' ')}`);
}

function expectSeenInOrder(stops: readonly Stop[]): void {
  for (const [index, stop] of stops.entries()) {
    const where = `${stop.id || stop.name} after ${stops[index - 1]?.id ?? 'the start'}`;
    expect(stop.outline, where).not.toBe('none');
    expect(stop.outlineWidth, where).toBeGreaterThan(0);
    expect(stop.inView, where).toBe(true);
    // A date has several stops in one field: its day, its month, its year.
    expect(stop.rank, where).toBeGreaterThanOrEqual(stops[index - 1]?.rank ?? 0);
  }
}

describe('with the keyboard alone', () => {
  it('an engagement is declared; the focus is visible at every stop and follows the document', async () => {
    const page = await site.signIn('Claire Dupont');
    await page.goto('/my/engagements/new');
    const toSearch = await tabTo(page, ({ id }) => id === 'q', 'q');
    expect(toSearch.length).toBeGreaterThan(5);
    expectSeenInOrder(toSearch);
    await page.keyboard.type('guyot');
    await page.keyboard.press('Enter');
    await page.getByText(fr.my.engagements.form.found(1)).waitFor();

    const key = async (isThere: (stop: Stop) => boolean, ...keys: readonly string[]) => {
      const stops = await tabTo(page, isThere);
      for (const one of keys) await page.keyboard.press(one);
      return stops;
    };
    const tick = async (box: string) => {
      const stops = await tabTo(page, ({ id }) => id === box, box);
      await page.keyboard.press('Space');
      return stops;
    };
    const passed = [
      ...(await key(({ name }) => name === 'uai', 'Space')),
      ...(await key(({ id }) => id === 'from', ...'01012024')),
      ...(await key(({ id }) => id === 'to', ...'12122024')),
      ...(await tick('mission-A1')),
      ...(await tick('mission-B1')),
      ...(await key(({ value }) => value === 'declare', 'Enter')),
    ];
    await page.getByText(fr.account.done['engagement-declared']).waitFor();
    expectSeenInOrder(passed);
    expect(await visibleText(page)).toContain('du 1er janvier 2024 au 12 décembre 2024');
  });
});

describe('new badges', () => {
  it('are accepted with the keyboard alone; the buttons at the foot never hide the focus', async () => {
    await giveBadges(site, 'Luc Bernard', ['RUPN-ENG', 'RUPN-CONF']);
    const page = await site.signIn('Luc Bernard', { viewport: { width: 390, height: 664 } });
    await page.goto('/my/badges/new');
    const passed = [...(await tabTo(page, ({ id }) => id === 'visibility-unlisted'))];
    await page.keyboard.press('ArrowDown');
    passed.push(...(await tabTo(page, ({ name }) => name === 'name')));
    await page.keyboard.press('Space');
    passed.push(...(await tabTo(page, ({ id }) => id === 'email')));
    const { focus, bar } = await page.evaluate(() => ({
      focus: document.activeElement?.getBoundingClientRect().bottom ?? 0,
      bar: document.querySelector('.stays')?.getBoundingClientRect().top ?? 0,
    }));
    expect(focus).toBeLessThanOrEqual(bar);
    expectSeenInOrder(passed);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: fr.my.moment.published.title }).waitFor();
    expect(await visibleText(page)).toContain(fr.my.moment.published.open.public);
  });
});

describe('at twice the size', () => {
  beforeAll(async () => {
    const page = await site.signIn('Denis Danois');
    await page.goto('/dane/decisions');
    await pressAndAwaitJob(page, fr.dane.decisions.judge);
  });

  it.each([
    ['the home page', undefined, '/'],
    ['the declaration', 'Claire Dupont', '/my/engagements/new'],
    ['the badges of a teacher', 'Anne Autre', '/my/badges'],
    ['the requests of a school', 'Jeanne Voisin', '/school/0210011Y/confirmations'],
    ['the proposals', 'Denis Danois', '/dane/decisions'],
  ])('%s needs no scrolling sideways', async (_page, name, path) => {
    const options = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
    const page = name === undefined ? await site.open(options) : await site.signIn(name, options);
    expect((await page.goto(path))?.status()).toBe(200);
    const { needed, given } = await page.evaluate(() => ({
      needed: document.documentElement.scrollWidth,
      given: document.documentElement.clientWidth,
    }));
    expect(given).toBeGreaterThan(600);
    expect(needed).toBeLessThanOrEqual(given);
  });
});
