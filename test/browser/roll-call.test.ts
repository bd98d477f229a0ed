import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { readQr } from '../support/browser-qr.ts';
import { fr } from '../support/fr.ts';
import { todayInParis } from '../support/now.ts';
import { press, startYearSite, visibleText, type YearSite } from './year-site.ts';

const t = fr.dane.data.sheet;
const SCREEN = '/dane/events/RENC-1/roll-call/screen';
/** 20 seconds after a minute began. */
const START = Math.floor(Date.now() / 60_000) * 60_000 + 20_000;

let site: YearSite;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  site = await startYearSite();
  const { services, ports } = site.service;
  const [{ id: actor } = { id: 'test' as PersonId }] = await ports.store.readPeopleByEmail([
    'denis.danois@ac-test.example',
  ]);
  const event = { code: 'RENC-1', kind: 'EV-RENC', title: 'La rencontre annuelle', tags: [] } as const;
  await services.saveEvent({ event: { ...event, startsOn: todayInParis() }, isNew: true, actor });
  const now = ports.clock.now();
  const hours = { opensAt: secondsAfter(now, -60), closesAt: secondsAfter(now, 3600) };
  await services.openRollCall({ eventCode: 'RENC-1', ...hours, actor });
});
afterAll(async () => {
  await site.stop();
  vi.useRealTimers();
});

const WIDTHS = [390, 1280] as const;
const codeOf = (page: Page) => page.locator('.address').innerText();

describe('a roll call that is projected', () => {
  it('shows the code of each minute by script, and says so if it cannot', async () => {
    const page = await site.signIn('Denis Danois');
    await page.clock.install();
    await page.goto(SCREEN);
    const first = await codeOf(page);
    vi.setSystemTime(START + 40_000);
    await page.clock.fastForward(40_000);
    await page.getByText(first).waitFor({ state: 'detached' });
    const second = await codeOf(page);
    expect(await readQr(page.locator('.sign-in-code'))).toContain(second);
    await page.route('**/screen', (route) => route.abort());
    await page.clock.fastForward(60_000);
    await page.getByText(t.screenLost).waitFor();
    await page.unroute('**/screen');
    vi.setSystemTime(START + 120_000);
    await page.clock.fastForward(5_000);
    await page.getByText(t.screenLost).waitFor({ state: 'hidden' });
    expect(await codeOf(page)).not.toBe(second);
    expect(site.complaints).toEqual([]);
  });

  it('fits the window without its header, on a phone and on a projector', async () => {
    const page = await site.signIn('Denis Danois', { javaScriptEnabled: false });
    await page.goto(SCREEN);
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 720 });
      const box = await page.locator('.sign-in-code').boundingBox();
      expect(Math.min(box?.width ?? 0, 720)).toBeGreaterThan(300);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      if (width > 1000) expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(720);
    }
  });

  it.each([true, false])('leads a phone through the sign-in, scripts: %s', async (javaScriptEnabled) => {
    const name = javaScriptEnabled ? 'Claire Dupont' : 'Paul Martin';
    const screen = await site.signIn('Denis Danois');
    await screen.goto(SCREEN);
    const phone = await site.open({ javaScriptEnabled, viewport: { width: 390, height: 780 } });
    await phone.goto(await readQr(screen.locator('.sign-in-code')));
    await phone.getByRole('link', { name: fr.account.signIn.providers.local.name }).click();
    vi.setSystemTime(Date.now() + 180_000);
    await phone.getByRole('button', { name: fr.persona.enter(name) }).click();
    await press(phone, t.here, t.visitDone);
    expect(new URL(phone.url()).pathname).toBe('/roll-call');
    const friend = await site.signIn('Anne Autre', { javaScriptEnabled });
    await friend.goto('/roll-call');
    expect(await visibleText(friend)).toContain(t.scanTitle);
  });
});
