import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { errorsOf } from '../support/axe.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { issueEverything } from '../support/servers/service.ts';
import { startYearSite, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
  const today = localDateInParis(site.service.ports.clock.now());
  // Paul begins today, and has held his review: he will meet his first badge by time alone.
  await site.service.importText({
    'paul.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `PAUL-1;paul.martin@ac-test.example;0210011Y;${today};;A1|B1;;confirmee`,
      '',
    ].join('\n'),
    'points.csv': `email;uai;date\npaul.martin@ac-test.example;0210011Y;${today}\n`,
  });
});
afterAll(() => site.stop());

const PHONE = { viewport: { width: 390, height: 664 } };

describe('the home page of a personal space', () => {
  it('opens with the badge that time alone will meet and its day, and draws the path unlit', async () => {
    const page = await site.signIn('Paul Martin', PHONE);
    const news = page.locator('.news');
    expect(await news.innerText()).toMatch(like(fr.my.home.news.byTime('RUPN engagé·e', ANY, true)));
    expect((await news.boundingBox())?.y).toBeLessThan(400);
    expect(await page.locator('main').innerText()).toContain('Moins d’une demi-année · 0 famille sur 5');
    const drawing = page.locator('.path-narrow svg.badge-path');
    expect(await drawing.locator('title').first().textContent()).toContain(fr.my.home.path.heading);
    expect(await drawing.locator('desc').first().textContent()).toMatch(like(fr.my.badges.next.byTime(ANY)));
    await drawing.getByRole('link', { name: 'RUPN engagé·e' }).focus();
    expect(await drawing.locator('a').first().getAttribute('href')).toBe('/my/badges#RUPN-ENG');
    await page.getByText(fr.my.home.path.table).click();
    const rows = page.locator('.path-block tbody tr');
    expect(await rows.count()).toBe(7);
    expect(await page.locator('.path-block tbody td').filter({ hasText: /^oui$/ }).count()).toBe(0);
    expect(await errorsOf(page)).toEqual([]);
  });

  it.each([360, 640, 1000])(
    'draws the path in letters smaller than the page’s headings at %i pixels',
    async (width) => {
      const page = await site.signIn('Paul Martin', { viewport: { width, height: 800 } });
      const drawn = (await page.locator('.path-narrow svg.badge-path').boundingBox())?.width ?? 0;
      expect(drawn).toBeGreaterThan(300);
      expect(drawn).toBeLessThanOrEqual(450);
    },
  );

  it('leads a new person to one act, and shows no badge of theirs', async () => {
    const page = await site.signIn('Claire Dupont', PHONE);
    expect(await page.locator('main').innerText()).toContain(fr.my.home.empty);
    expect(await page.locator('main a.button').allInnerTexts()).toEqual([fr.my.home.declare]);
    expect(await errorsOf(page)).toEqual([]);
  });

  it('shows new badges first, drawn, with one link to accept them', async () => {
    await issueEverything(site.service);
    const page = await site.signIn('Anne Autre');
    expect(await page.locator('main h2').first().innerText()).toMatch(/nouveau badge/i);
    expect(await page.locator('main a.button').count()).toBe(1);
    expect(await page.locator('main a.button').getAttribute('href')).toBe('/my/badges/new');
    expect(await page.locator('.news').count()).toBe(0);
    expect(await page.getByRole('navigation', { name: fr.my.navigation }).getByRole('link').count()).toBe(5);
    expect(await errorsOf(page)).toEqual([]);
  });
});
