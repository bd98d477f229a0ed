import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenCode } from '../../src/application/roll-call/codes.ts';
import type { RollCall } from '../../src/domain/event/roll-call.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { AGENT, CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { nextPageOf } from '../support/next-page.ts';
import type { TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
});
afterEach(() => service.stop());

const EVENT = { code: 'F/1 é', title: 'Une formation', kind: 'EV-PAF', startsOn: '04/11/2025' };
/** Where people sign, at all events. */
const SIGNING = '/roll-call';
const PATH = `/dane/events/${encodeURIComponent(EVENT.code)}`;
const page = async (path: string) => (await agent.get(path)).text();
const stored = async () => (await service.ports.store.readEvents([EVENT.code]))[0];
const attendances = () => service.ports.store.readEventAttendances(EVENT.code, { limit: 10 });

describe('an event', () => {
  it('is recorded from its form, then found and changed', async () => {
    const fields = { ...EVENT, hours: '1,5', tags: 'ENT, RGPD', uai: '0210001m', endsOn: '05/11/2025' };
    const recordAttendance = await agent.post('/dane/events/new', fields);
    expect(recordAttendance.headers.get('Location')).toBe(`${PATH}?done=event-saved`);
    expect(await stored()).toEqual({
      code: EVENT.code,
      kind: 'EV-PAF',
      title: 'Une formation',
      startsOn: '2025-11-04',
      endsOn: '2025-11-05',
      hours: 1.5,
      tags: ['ENT', 'RGPD'],
      uai: '0210001M',
    });
    expect(await page('/dane/events?q=FORM&kind=EV-PAF')).toContain('Une formation');
    expect(await page('/dane/events?q=%25')).toContain(fr.dane.data.events.noneFound);
    expect(await page('/dane/events?kind=EV-CV')).not.toContain('Une formation');
    expect(await page(PATH)).toContain('du 4 novembre 2025 au 5 novembre 2025');
    await agent.post(`${PATH}/change`, { ...EVENT, title: 'Une autre', hours: '' });
    expect(await stored()).toMatchObject({ title: 'Une autre', tags: [] });
  });

  it('is refused with each fault next to its field, and keeps the typed values', async () => {
    const refused = await agent.post('/dane/events/new', {
      ...EVENT,
      title: '',
      hours: 'deux',
      startsOn: '31/02/2025',
    });
    expect(refused.status).toBe(400);
    const form = await refused.text();
    for (const sentence of [
      fr.forms.faultsTitle(3),
      fr.forms.faults['invalid-number'],
      fr.forms.faults['invalid-date'],
    ])
      expect(form).toContain(sentence);
    expect(form).toContain('value="deux"');
    expect(await stored()).toBeUndefined();
  });

  it('refuses a code that is taken, an end before the start, and an unknown school', async () => {
    const tried = async (fields: Record<string, string>) =>
      (await agent.post('/dane/events/new', { ...EVENT, ...fields })).text();
    expect(await tried({ endsOn: '03/11/2025' })).toContain(fr.forms.faults['end-before-start']);
    expect(await tried({ uai: '0210011Y' })).toContain(fr.forms.faults['unknown-establishment']);
    await tried({});
    expect(await tried({ title: 'Encore' })).toContain(fr.forms.faults.taken);
    expect(await stored()).toMatchObject({ title: 'Une formation' });
    expect((await agent.get('/dane/events/inconnu')).status).toBe(404);
  });

  it('is listed by key, the latest first, each event once', async () => {
    const lines = Array.from(
      { length: 120 },
      (_, at) => `EV${at};EV-PAF;Formation;2025-01-${10 + (at % 20)}`,
    );
    await service.importText({ 'e.csv': `code;nature;intitule;debut\n${lines.join('\n')}\n` });
    const seen: string[] = [];
    let path: string | undefined = '/dane/events?q=formation';
    while (path) {
      const text: string = await page(path);
      seen.push(...[...text.matchAll(/>(EV\d+)</g)].map(([, code]) => code ?? ''));
      path = nextPageOf(text);
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
    expect(seen[0]).toMatch(/^EV(19|39|59|79|99|119)$/);
  });
});

describe('an attendance', () => {
  beforeEach(async () => {
    await agent.post('/dane/events/new', { ...EVENT, hours: '6' });
  });

  it('is added by address, with hours and proof, then removed', async () => {
    expect(await page(PATH)).toContain(fr.dane.data.events.nobody);
    await agent.post(`${PATH}/attendance`, { email: CLAIRE.toUpperCase(), hours: '2,5', proof: '3' });
    const [attendance] = await attendances();
    expect(attendance).toMatchObject({ hours: 2.5, proof: 3 });
    expect(await page(PATH)).toMatch(
      /1 personne présente[\s\S]*Dupont Claire[\s\S]*2,5\u00a0h[\s\S]*liste de l’organisateur/,
    );
    const requested = await page(`${PATH}/attendance/removal?person=${attendance?.personId}`);
    expect(requested).toMatch(like(fr.dane.data.events.removeText(ANY, ANY, ANY)));
    expect(await attendances()).toHaveLength(1);
    await agent.post(`${PATH}/attendance/removal`, {
      person: attendance?.personId ?? '',
      reason: 'Saisie sur la mauvaise ligne.',
    });
    expect(await attendances()).toEqual([]);
    expect(await service.ports.store.readAuditOf(attendance?.personId ?? '', 5)).toMatchObject([
      { action: 'attendance-removed', actor: agent.personId },
      { action: 'attendance-saved', actor: agent.personId },
    ]);
  });

  it('must be of a known person', async () => {
    const refused = await agent.post(`${PATH}/attendance`, { email: 'x@ac-test.example', proof: '2' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults['unknown-person']);
    expect(await attendances()).toEqual([]);
  });

  it('cannot be the agent’s own, entered or ticked on the list of those invited', async () => {
    const refused = await agent.post(`${PATH}/attendance`, { email: AGENT, proof: '3' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(fr.refusals['own-engagement']({}));
    const invitation = {
      ...{ eventCode: EVENT.code, personId: agent.personId, invitedBy: agent.personId },
      invitedAt: service.ports.clock.now(),
    };
    await service.ports.store.commit([{ kind: 'person-invited', invitation }]);
    const list = `${PATH}/invitations/presence`;
    expect(await page(list)).not.toContain(`value="${agent.personId}"`);
    await agent.post(list, { present: agent.personId, proof: '3' });
    expect(await attendances()).toEqual([]);
  });
});

describe('a sign-in sheet', () => {
  let claire: SignedInBrowser;
  beforeEach(async () => {
    claire = await signInAs(service, CLAIRE);
    await agent.post('/dane/events/new', EVENT);
  });

  /** A sheet that is open between these two numbers of seconds from now. */
  const openRollCall = async (from: number, to: number) => {
    const now = service.ports.clock.now();
    const seen = (await service.ports.store.readLatestRollCall(EVENT.code))?.secret;
    const sheet = await service.services.openRollCall({
      eventCode: EVENT.code,
      opensAt: secondsAfter(now, from),
      closesAt: secondsAfter(now, to),
      seen,
      actor: agent.personId,
    });
    return sheet;
  };
  /** Reads the code that the screen shows now. */
  const scan = (by: SignedInBrowser, sheet: RollCall) =>
    by.get(screenCode(sheet, service.ports.clock.now()).path);

  it('is opened for the hours of a day in Paris, under a secret address', async () => {
    expect(await page(`${PATH}/roll-call`)).toContain(fr.dane.data.sheet.none);
    const hours = { day: '2030-07-02', opensAt: '08:30', closesAt: '12:00' };
    const late = await agent.post(`${PATH}/roll-call`, hours);
    expect(late.status).toBe(400);
    expect(await late.text()).toContain(fr.forms.faults['not-around-event']);
    await agent.post(`${PATH}/change`, { ...EVENT, startsOn: '25/06/2030' });
    expect((await agent.post(`${PATH}/roll-call`, { ...hours, closesAt: '08:00' })).status).toBe(400);
    expect((await agent.post(`${PATH}/roll-call`, { ...hours, opensAt: '8h' })).status).toBe(400);
    await agent.post(`${PATH}/roll-call`, hours);
    const sheet = await service.ports.store.readLatestRollCall(EVENT.code);
    expect(sheet).toMatchObject({ opensAt: '2030-07-02T06:30:00Z', closesAt: '2030-07-02T10:00:00Z' });
    expect(sheet?.secret).toMatch(/^[0-9a-f]{32}$/);
    const shown = await page(`${PATH}/roll-call/screen`);
    expect(shown).toContain(`jalon.test/roll-call/${sheet?.secret.slice(0, 8)}-`);
    expect(shown).not.toContain(sheet?.secret);
    expect(shown).toContain('<svg');
    expect(shown).toContain(fr.dane.data.sheet.states.early('2 juillet 2030 à 8\u00a0h\u00a030'));
  });

  it('records people’s presence once, with the proof of a local sheet', async () => {
    const sheet = await openRollCall(-60, 600);
    await scan(claire, sheet);
    expect(await (await claire.get(SIGNING)).text()).toContain(fr.dane.data.sheet.here);
    for (const _turn of [1, 2]) {
      expect((await claire.post(SIGNING)).headers.get('Location')).toBe(`${SIGNING}?done=present`);
    }
    expect(await attendances()).toEqual([{ personId: claire.personId, eventCode: EVENT.code, proof: 1 }]);
    expect(await (await claire.get(SIGNING)).text()).toContain(fr.dane.data.sheet.visitDone);
  });

  it('never lowers a better proof, and raises a mere declaration', async () => {
    await scan(claire, await openRollCall(-60, 600));
    const recordAttendance = (proof: 0 | 2) =>
      service.services.saveAttendance(
        { personId: claire.personId, eventCode: EVENT.code, hours: 3, proof },
        agent.personId,
      );
    await recordAttendance(2);
    await claire.post(SIGNING);
    expect(await attendances()).toMatchObject([{ hours: 3, proof: 2 }]);
    await recordAttendance(0);
    await claire.post(SIGNING);
    expect(await attendances()).toMatchObject([{ hours: 3, proof: 1 }]);
  });

  it.each([
    ['before it opens', 600, 1200, 'n’est pas encore ouverte'],
    ['after it closed', -1200, -600, fr.account.done['sheet-closed']],
  ])('records nothing %s', async (_when, from, to, sentence) => {
    await scan(claire, await openRollCall(from, to));
    expect(await (await claire.get(SIGNING)).text()).toContain(sentence);
    expect((await claire.post(SIGNING)).status).toBe(409);
    expect(await attendances()).toEqual([]);
  });

  it('closes at once when it is closed, or when another is opened', async () => {
    await scan(claire, await openRollCall(-60, 600));
    const second = await openRollCall(-60, 600);
    expect((await claire.post(SIGNING)).status).toBe(409);
    await scan(claire, second);
    await agent.post(`${PATH}/roll-call/closing`);
    const again = await agent.post(`${PATH}/roll-call/closing`);
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining(fr.refusals['settled-meanwhile']({})),
    ]);
    expect((await claire.post(SIGNING)).status).toBe(409);
    expect(await page(`${PATH}/roll-call`)).toMatch(like(fr.dane.data.sheet.states.closed(ANY)));
  });

  it('leads people to the sign-in and back, and has no other address', async () => {
    const anonymous = await service.get(SIGNING);
    expect(anonymous.headers.get('Location')).toBe(`/sign-in?to=${encodeURIComponent(SIGNING)}`);
    expect((await claire.get('/roll-call/0123456789abcdef0123456789abcdef')).status).toBe(404);
    expect((await claire.post('/roll-call/0123456789abcdef0123456789abcdef')).status).toBe(404);
    expect((await claire.get(`${PATH}/roll-call`)).status).toBe(403);
  });
});
