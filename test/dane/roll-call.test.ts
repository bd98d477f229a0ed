import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeScan, printedCode, screenCode } from '../../src/application/roll-call/codes.ts';
import { proposedHours, type RollCall } from '../../src/domain/event/roll-call.ts';
import type { EventKind } from '../../src/domain/records.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { CLAIRE, OTHER_AGENT, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const t = fr.dane.data.sheet;
const EVENT = 'RENC-1';
const OTHER_EVENT = 'RENC-2';
const PATH = `/dane/events/${EVENT}`;
const SIGNING = '/roll-call';
const COOKIE = '__Host-roll-call';
/** A minute and 20 seconds of the service's clock have passed at the start. */
const START = Math.floor(Date.now() / 60_000) * 60_000 + 20_000;

let service: TestService;
let agent: SignedInBrowser;
let claire: SignedInBrowser;
let sheet: RollCall;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  ({ service, agent } = await startDaneService());
  claire = await signInAs(service, CLAIRE);
  await saveEvent(EVENT);
  sheet = await open(EVENT);
});
afterEach(async () => {
  vi.useRealTimers();
  await service.stop();
});

const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const now = () => service.ports.clock.now();
const shown = (of: RollCall = sheet) => screenCode(of, now()).path;
const saveEvent = (code: string, kind: EventKind = 'EV-RENC') => {
  const event = { code, kind, title: `Rencontre ${code}`, startsOn: todayInParis(), tags: [] };
  return service.services.saveEvent({ event, isNew: true, actor: agent.personId });
};
const open = (eventCode: string, from = -3600, to = 7200) =>
  service.services.openRollCall({
    eventCode,
    opensAt: secondsAfter(now(), from),
    closesAt: secondsAfter(now(), to),
    actor: agent.personId,
  });
const attendances = (code = EVENT) => service.ports.store.readEventAttendances(code, { limit: 10 });
/** What happens to a person who opens the address: where it leads, and the cookie that it sets. */
async function openAddress(path: string) {
  const answer = await service.get(path);
  const [set = ''] = answer.headers.getSetCookie().filter((one) => one.startsWith(COOKIE));
  return {
    status: answer.status,
    to: answer.headers.get('Location'),
    cookie: set,
    text: await answer.text(),
  };
}
const withScan = (scan: string, by = claire) => ({
  get: () => by.send(SIGNING, { headers: { Cookie: `${by.cookie}; ${COOKIE}=${scan}` } }),
  sign: () =>
    by.send(SIGNING, {
      method: 'POST',
      headers: { Cookie: `${by.cookie}; ${COOKIE}=${scan}`, Origin: service.ports.origin },
      body: new URLSearchParams(),
    }),
});

describe('the code of a roll call', () => {
  it('is another one each minute, and the screen reloads when it ends', async () => {
    const first = await (await agent.get(`${PATH}/roll-call/screen`)).text();
    expect(first).toContain(shown().split('/').at(-1));
    expect(first).toContain('<noscript><meta http-equiv="refresh" content="40"/></noscript>');
    expect(first).toContain('data-code-seconds="40"');
    const before = shown();
    wait(39);
    expect(shown()).toBe(before);
    wait(1);
    expect(shown()).not.toBe(before);
    const second = await (await agent.get(`${PATH}/roll-call/screen`)).text();
    expect(second).toContain(shown().split('/').at(-1));
    expect(second).toContain('content="60"');
  });

  it('is accepted in its minute and in the next one, and leads to an address without it', async () => {
    const code = shown();
    for (const seconds of [0, 39, 60]) {
      wait(seconds);
      expect(await openAddress(code)).toMatchObject({ status: 303, to: SIGNING });
    }
    wait(1);
    expect(await openAddress(code)).toMatchObject({ status: 404, to: null, cookie: '' });
  });

  it('may be typed with capitals and with letters that look like digits', async () => {
    const entered = shown().toUpperCase().replace('/ROLL-CALL/', '/roll-call/');
    const [start, code = ''] = entered.split('-').slice(-2);
    const alike = `/roll-call/${start?.split('/').at(-1)}-${code.replaceAll('0', 'O').replaceAll('1', 'I')}`;
    expect((await openAddress(alike)).status).toBe(303);
  });

  it('signs after a sign-in of three minutes that began with the scan', async () => {
    const scanned = await openAddress(shown());
    expect(scanned.cookie).toMatch(/HttpOnly/);
    expect(scanned.cookie).toMatch(/Max-Age=900/);
    const cookie = scanned.cookie.split(';')[0] ?? '';
    const signIn = await service.get(scanned.to ?? '', { Cookie: cookie });
    expect(signIn.headers.get('Location')).toBe(`/sign-in?to=${encodeURIComponent(SIGNING)}`);
    wait(180);
    const back = withScan(cookie.slice(COOKIE.length + 1));
    expect(await (await back.get()).text()).toContain(t.here);
    expect((await back.sign()).status).toBe(303);
    expect(await attendances()).toEqual([{ personId: claire.personId, eventCode: EVENT, proof: 1 }]);
    const [line] = await service.ports.store.searchAudit({ actions: ['roll-call-signed'], limit: 1 });
    expect(line).toMatchObject({ actor: claire.personId, details: { event: EVENT } });
  });
});

describe('a roll call is not signed', () => {
  /** Each is an address that a person could have been sent. */
  const forwarded: readonly (readonly [cause: string, make: () => string | Promise<string>])[] = [
    ['a code that is two minutes old', () => screenCode(sheet, secondsAfter(now(), -120)).path],
    ['a code of yesterday', () => screenCode(sheet, secondsAfter(now(), -86_400)).path],
    [
      'a code of the next minute, by a clock that is ahead',
      () => screenCode(sheet, secondsAfter(now(), 60)).path,
    ],
    ['the permanent address of an older version', () => `/roll-call/${sheet.secret}`],
    ['the permanent address before that', () => `/sheet/${sheet.secret}`],
    ['the secret of another sheet', () => '/roll-call/0123456789abcdef0123456789abcdef'],
    [
      'the code of another event under the number of this one',
      async () => {
        await saveEvent(OTHER_EVENT);
        const other = await open(OTHER_EVENT);
        return `/roll-call/${sheet.secret.slice(0, 8)}-${shown(other).split('-').at(-1)}`;
      },
    ],
    ['a code that was made up', () => `/roll-call/${sheet.secret.slice(0, 8)}-0000000000`],
    ['a code with one letter changed', () => shown().replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))],
    ['a code without its last letter', () => shown().slice(0, -1)],
    ['a code with a letter more', () => `${shown()}0`],
    ['the number of the sheet alone', () => `/roll-call/${sheet.secret.slice(0, 8)}`],
    ['a pattern of the database', () => '/roll-call/%25%25%25%25%25%25%25%25-0000000000'],
    ['the seal of a scan in place of the code', () => `/roll-call/${makeScan(sheet, 'screen', now())}`],
  ];

  it.each(forwarded)('with %s', async (_cause, make) => {
    const path = await make();
    let answer = await claire.get(path);
    if (answer.status === 308) answer = await claire.get(answer.headers.get('Location') ?? '');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(t.scanTitle);
    expect(answer.headers.getSetCookie().join()).not.toContain(COOKIE);
    const refused = await claire.post(SIGNING);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(fr.refusals['scan-needed']({}));
    expect(await attendances()).toEqual([]);
  });

  it('with the address of the page after the scan', async () => {
    expect((await agent.get(shown())).headers.get('Location')).toBe(SIGNING);
    expect(await (await claire.get(SIGNING)).text()).toContain(t.scanTitle);
    expect((await claire.post(SIGNING)).status).toBe(409);
    expect(await attendances()).toEqual([]);
  });

  /** Each is the cookie of a browser, by the scan that it could have had. */
  const cookies: readonly (readonly [cause: string, make: () => string | Promise<string>])[] = [
    ['of a scan of 15 minutes ago', () => makeScan(sheet, 'screen', secondsAfter(now(), -900))],
    ['of a scan that lies ahead', () => makeScan(sheet, 'screen', secondsAfter(now(), 1))],
    [
      'whose instant was moved',
      () => {
        const old = makeScan(sheet, 'screen', secondsAfter(now(), -1800)).split('-');
        return [old[0], old[1], Math.floor(Date.now() / 1000), old[3]].join('-');
      },
    ],
    [
      'whose place was changed from paper to screen',
      () => makeScan(sheet, 'printed', now()).replace('-p-', '-s-'),
    ],
    [
      'whose sheet was changed',
      async () => {
        await saveEvent(OTHER_EVENT);
        const other = await open(OTHER_EVENT);
        return makeScan(other, 'screen', now()).replace(/^\w{8}/, sheet.secret.slice(0, 8));
      },
    ],
    [
      'whose last letter was changed',
      () => makeScan(sheet, 'screen', now()).replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
    ],
    ['without a seal', () => makeScan(sheet, 'screen', now()).split('-').slice(0, 3).join('-')],
    [
      'sealed by another secret',
      () => makeScan({ secret: `${sheet.secret.slice(0, 8)}00` }, 'screen', now()),
    ],
    ['that contains the secret', () => sheet.secret],
    ['that contains a code', () => shown().split('/').at(-1) ?? ''],
    ['that is empty', () => ''],
    [
      'of an instant too long for a number',
      () => `${sheet.secret.slice(0, 8)}-s-999999999999-${'0'.repeat(26)}`,
    ],
  ];

  it.each(cookies)('with a cookie %s', async (_cause, make) => {
    const browser = withScan(await make());
    expect(await (await browser.get()).text()).toContain(t.scanTitle);
    expect((await browser.sign()).status).toBe(409);
    expect(await attendances()).toEqual([]);
  });

  it('with a scan of a sheet that another one has replaced', async () => {
    const scan = makeScan(sheet, 'screen', now());
    const { secret: seen } = sheet;
    const hours = { opensAt: sheet.opensAt, closesAt: sheet.closesAt };
    await service.services.openRollCall({ eventCode: EVENT, ...hours, seen, actor: agent.personId });
    expect((await withScan(scan).sign()).status).toBe(409);
    expect(await attendances()).toEqual([]);
  });

  it('with a scan after the hours of the sheet, although it is not 15 minutes old', async () => {
    await saveEvent(OTHER_EVENT);
    const short = await open(OTHER_EVENT, -60, 30);
    const scan = makeScan(short, 'screen', now());
    wait(30);
    expect(await (await withScan(scan).get()).text()).toContain(t.visitClosed);
    expect((await withScan(scan).sign()).status).toBe(409);
    expect(await attendances(OTHER_EVENT)).toEqual([]);
  });

  it('at another event than the one whose code was scanned', async () => {
    await saveEvent(OTHER_EVENT);
    const other = await open(OTHER_EVENT);
    await claire.get(shown(other));
    await claire.post(SIGNING, { eventCode: EVENT, secret: sheet.secret, code: shown() });
    expect(await attendances(EVENT)).toEqual([]);
    expect(await attendances(OTHER_EVENT)).toHaveLength(1);
  });

  it('in the name of another person whom the form names', async () => {
    await claire.get(shown());
    await claire.post(SIGNING, { person: agent.personId, personId: agent.personId });
    expect(await attendances()).toMatchObject([{ personId: claire.personId }]);
  });

  it('without a session, after any scan', async () => {
    const { cookie } = await openAddress(shown());
    const answer = await service.app.request(`${service.ports.origin}${SIGNING}`, {
      method: 'POST',
      headers: { Cookie: cookie.split(';')[0] ?? '', Origin: service.ports.origin },
      body: new URLSearchParams(),
    });
    expect(answer.status).toBe(401);
    expect(await attendances()).toEqual([]);
  });

  it('from a page of another site that sends the form of this one', async () => {
    const answer = await claire.send(SIGNING, {
      method: 'POST',
      headers: {
        Cookie: `${claire.cookie}; ${COOKIE}=${makeScan(sheet, 'screen', now())}`,
        Origin: 'https://autre.example',
      },
      body: new URLSearchParams(),
    });
    expect(answer.status).toBe(403);
    expect(await attendances()).toEqual([]);
  });

  it('in a browser that another person has signed out of', async () => {
    await agent.get(shown());
    const left = await agent.post('/sign-out');
    expect(left.headers.getSetCookie().join()).toMatch(/__Host-roll-call=;[^,]*Max-Age=0/);
  });

  it('from a page of the projector: it shows no secret, and neither does the form of the sheet', async () => {
    for (const path of ['/roll-call', '/roll-call/screen']) {
      expect(await (await agent.get(`${PATH}${path}`)).text()).not.toContain(sheet.secret);
    }
    expect((await claire.get(`${PATH}/roll-call/screen`)).status).toBe(403);
    expect((await service.get(`${PATH}/roll-call/screen`)).status).toBe(303);
  });
});

describe('the people present', () => {
  const pageOf = async (query = '') => (await agent.get(`${PATH}${query}`)).text();
  const lists = fr.dane.data.events.lists;

  it('are listed apart if they were not invited', async () => {
    const other = await signInAs(service, OTHER_AGENT);
    await service.importText({
      'engagements.csv': `reference;email;uai;debut;missions;confirmation\nSEG-2;${CLAIRE};0210001M;01/09/2025;A1;confirmee\n`,
    });
    await service.services.invitePeople({ eventCode: EVENT, by: agent.personId });
    for (const one of [claire, other]) {
      await one.get(shown());
      await one.post(SIGNING);
    }
    const page = await pageOf();
    const [expected = '', apart = ''] = page.split(lists.uninvited);
    expect(expected).toContain('Dupont Claire');
    expect(apart).toContain('Martin Paul');
    expect(apart).not.toContain('Dupont Claire');
    expect(page).not.toContain(lists.printed);
    expect(await pageOf('?list=uninvited')).not.toContain('Dupont Claire');
  });

  it('are listed apart if they signed by the printed sheet, whose code stays the same', async () => {
    wait(1200);
    await claire.get(printedCode(sheet));
    expect(await (await claire.get(SIGNING)).text()).toContain(t.here);
    await claire.post(SIGNING);
    expect(await attendances()).toMatchObject([{ proof: 1, printedSheet: true }]);
    const [expected = '', apart = ''] = (await pageOf()).split(lists.printed);
    expect(expected).not.toContain('Dupont Claire');
    expect(apart).toContain('Dupont Claire');
  });

  it('leave the list of the printed sheet if they scan the screen too, and not the other way round', async () => {
    await claire.get(printedCode(sheet));
    await claire.post(SIGNING);
    await claire.get(shown());
    expect(await (await claire.get(SIGNING)).text()).toContain(t.here);
    await claire.post(SIGNING);
    expect(await attendances()).toEqual([{ personId: claire.personId, eventCode: EVENT, proof: 1 }]);
    await claire.get(printedCode(sheet));
    await claire.post(SIGNING);
    expect(await attendances()).toEqual([{ personId: claire.personId, eventCode: EVENT, proof: 1 }]);
  });

  it('leave their list if the DANE records a better proof, or removes them', async () => {
    await claire.get(printedCode(sheet));
    await claire.post(SIGNING);
    await agent.post(`${PATH}/attendance`, { email: CLAIRE, proof: '2' });
    expect(await pageOf()).not.toContain(lists.printed);
    await claire.post(SIGNING);
    expect(await attendances()).toMatchObject([{ proof: 2 }]);
    await agent.post(`${PATH}/attendance/removal`, { person: claire.personId, reason: 'Absente.' });
    expect(await attendances()).toEqual([]);
  });
});

describe('the hours of a roll call', () => {
  const proposed = (days: [string, string?], hours: [string?, string?], day: string) => {
    const [startsOn, endsOn] = days as [LocalDate, LocalDate?];
    const [opensAt, closesAt] = hours;
    const details = { ...(opensAt && { opensAt }), ...(closesAt && { closesAt }) };
    const { opensAt: opens, closesAt: closes } = proposedHours(
      endsOn ? { startsOn, endsOn } : { startsOn },
      details,
      day as LocalDate,
    );
    return `${opens} ${closes}`;
  };

  it('are those of the event, and 08:00 to 18:00 if the event has none', async () => {
    await agent.post(`${PATH}/change`, {
      ...{ title: 'Rencontre', kind: 'EV-RENC', startsOn: todayInParis() },
      ...{ opensAt: '13:30', closesAt: '17:00' },
    });
    const form = await (await agent.get(`${PATH}/roll-call`)).text();
    expect(form).toMatch(/name="opensAt"[^>]*value="13:30"|value="13:30"[^>]*name="opensAt"/);
    expect(form).toMatch(/name="closesAt"[^>]*value="17:00"|value="17:00"[^>]*name="closesAt"/);
    expect(proposed(['2026-03-02'], [], '2026-03-02')).toBe('08:00 18:00');
  });

  it.each([
    ['on the first day', '2026-03-02', '14:00 18:00'],
    ['on a day between', '2026-03-03', '08:00 18:00'],
    ['on the last day', '2026-03-04', '08:00 12:00'],
    ['a week later', '2026-03-09', '08:00 18:00'],
  ])('follow an event of three days %s', (_when, day, hours) => {
    expect(proposed(['2026-03-02', '2026-03-04'], ['14:00', '12:00'], day)).toBe(hours);
  });

  it('end after they begin', () => {
    expect(proposed(['2026-03-02', '2026-03-03'], ['19:00', '07:30'], '2026-03-02')).toBe('19:00 23:59');
    expect(proposed(['2026-03-02', '2026-03-03'], ['19:00', '07:30'], '2026-03-03')).toBe('00:00 07:30');
  });
});
