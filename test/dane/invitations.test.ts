import { describe, expect, it } from 'vitest';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import type { SmtpCatcher } from '../mail/smtp-catcher.ts';
import { schoolWithMailOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, LUC, NEIGHBOUR, PAUL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { sendNextMorning } from '../support/next-morning.ts';
import { inDays, todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const CODE = 'RENC-1';
const PAGE = `/dane/events/${CODE}/invitations`;

let smtp: SmtpCatcher;
let service: TestService;
let dane: SignedInBrowser;
let paul: SignedInBrowser;
startBeforeEach(schoolWithMailOf({ dane: DANE, paul: PAUL }), (fixture) => {
  ({ smtp, service, dane, paul } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
async function create(startsOn: string, kind = 'EV-RENC') {
  const event = { code: CODE, kind, title: 'Rencontre des référents', startsOn };
  expect((await dane.post('/dane/events/new', event)).status).toBe(303);
}
async function sent(): Promise<readonly string[]> {
  await service.services.runMaintenance();
  return smtp.mails
    .filter(({ text }) => text.includes('Rencontre des référents'))
    .flatMap((one) => one.recipients);
}
const counts = () => service.ports.store.countInvitations(CODE);

describe('an invitation', () => {
  it('is counted and shown before it leaves, and reaches each person once', async () => {
    await create(inDays(20));
    expect(await read(dane, `/dane/events/${CODE}`)).toContain(PAGE);
    const page = await read(dane, PAGE);
    expect(page).toContain(fr.invitations.dane.reachable(5));
    expect(page).toContain(`/my/invitations/${CODE}`);
    expect(await sent()).toEqual([]);
    expect((await dane.post(PAGE)).status).toBe(303);
    const first = await sent();
    expect(first.toSorted()).toEqual([CHEF, CLAIRE, LUC, PAUL, 'autre@ac-test.example'].toSorted());
    const after = await read(dane, PAGE);
    expect(after).toContain(fr.invitations.dane.noMore);
    expect(after).not.toContain(fr.invitations.dane.preview);
    await dane.post(PAGE);
    expect(await sent()).toHaveLength(first.length);
  });

  it('names its event in the subject, and people are listed by name', async () => {
    await create(inDays(20));
    const page = await read(dane, PAGE);
    expect(page).toMatch(/Objet\s: Invitation\s: Rencontre des référents, le \d/);
    await dane.post(PAGE);
    const list = await read(dane, PAGE);
    const names = [...list.matchAll(/href="\/dane\/people\/[^"]+">([^<]+)</g)].map(([, name]) => name ?? '');
    expect(names).toHaveLength(5);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
    const { store } = service.ports;
    const all = await store.readEventInvitations(CODE, { limit: 9 });
    const after = all[1]?.personId;
    expect(after && (await store.readEventInvitations(CODE, { limit: 9, after }))).toEqual(all.slice(2));
  });

  it('says place, hours, link and word in the mail, on the page and in the calendar', async () => {
    await create(inDays(20));
    const stated = {
      place: 'Canopé, Dijon',
      opensAt: '09:00',
      closesAt: '12:00',
      link: 'https://classe.example/x',
    };
    const event = { kind: 'EV-RENC', title: 'Rencontre des référents', startsOn: inDays(20) };
    const late = await dane.post(`/dane/events/${CODE}/change`, { ...event, ...stated, closesAt: '08:00' });
    expect(late.status).toBe(400);
    const words = 'Apportez votre tablette.';
    expect((await dane.post(`/dane/events/${CODE}/change`, { ...event, ...stated, words })).status).toBe(303);
    expect(await read(dane, `/dane/events/${CODE}/change`)).toContain('value="Canopé, Dijon"');
    await dane.post(PAGE);
    await sent();
    const mail = smtp.mails.find(({ recipients }) => recipients.includes(PAUL))?.text ?? '';
    const page = await read(paul, `/my/invitations/${CODE}`);
    for (const text of ['Canopé, Dijon', words, stated.link]) {
      expect(mail.replaceAll('=\r\n', ''), text).toContain(text);
      expect(page, text).toContain(text);
    }
    expect(page).toContain(fr.invitations.details.fromTo('09:00', '12:00'));
    const calendar = await paul.get(`/my/invitations/${CODE}/event.ics`);
    expect(calendar.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(await calendar.text()).toContain('LOCATION:Canopé\\, Dijon\r\n');
    const neighbour = await signInAs(service, NEIGHBOUR);
    expect((await neighbour.get(`/my/invitations/${CODE}/event.ics`)).status).toBe(404);
    await service.importText({
      'evenements.csv': `code;nature;intitule;debut\n${CODE};EV-RENC;Autre titre;${inDays(20)}\n`,
    });
    expect(await read(paul, `/my/invitations/${CODE}`)).toContain('Canopé, Dijon');
  });

  it('is listed school by school with a column to sign, without those who do not come', async () => {
    await create(inDays(20));
    await dane.post(PAGE);
    await paul.post(`/my/invitations/${CODE}`, { answer: 'coming' });
    const luc = await signInAs(service, LUC);
    await luc.post(`/my/invitations/${CODE}`, { answer: 'not-coming' });
    const list = await read(dane, `${PAGE}/list`);
    const [before, guyot = '', judic = ''] = list.split('<section>');
    expect(before).toMatch(/1 vient, 3 n’ont pas répondu/);
    expect(guyot).toContain('Arnay-le-Duc, Collège Claude Guyot');
    expect(guyot).toMatch(/Martin Paul[\s\S]*?vient[\s\S]*?class="signature"/);
    expect(guyot).toMatch(/1 vient, 2 n’ont pas répondu/);
    expect(judic).toContain('Autre Anne');
    expect(list).not.toContain('Bernard Luc');
  });

  it('is answered, changed, and seen by the principal of the school and the DANE', async () => {
    await create(inDays(20));
    await dane.post(PAGE);
    expect(await read(paul, '/my')).toContain(`/my/invitations/${CODE}`);
    expect((await paul.post(`/my/invitations/${CODE}`, { answer: 'perhaps' })).status).toBe(303);
    expect((await paul.post(`/my/invitations/${CODE}`, { answer: 'coming' })).status).toBe(303);
    expect((await paul.post(`/my/invitations/${CODE}`, { answer: 'maybe' })).status).toBe(400);
    const answered = await read(paul, `/my/invitations/${CODE}`);
    expect(answered).toMatch(/value="coming"(?: aria-pressed="true")?>/);
    expect(answered).toMatch(/value="perhaps" class="secondary"/);
    expect(await counts()).toMatchObject({ invited: 5, answers: { coming: 1, perhaps: 0 }, silent: 4 });
    expect(await read(dane, `${PAGE}?answer=coming`)).toContain('Martin Paul');
    const chef = await signInAs(service, CHEF);
    const seen = await read(chef, '/school/0210001M/meetings');
    expect(seen).toMatch(/Paul Martin[\s\S]*?vient/);
    expect(seen).not.toContain('Anne Autre');
    const neighbour = await signInAs(service, NEIGHBOUR);
    expect((await neighbour.get(`/my/invitations/${CODE}`)).status).toBe(404);
    expect((await neighbour.post(`/my/invitations/${CODE}`, { answer: 'coming' })).status).toBe(404);
  });

  it('is sent once where the form is sent twice at once, and whoever comes second is told', async () => {
    await create(inDays(20));
    const before = (await sent()).length;
    const answers = await Promise.all([dane.post(PAGE), dane.post(PAGE), dane.post(PAGE)]);
    expect((await sent()).length - before).toBe(5);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 409 && status !== 303)).toEqual([]);
    expect(statuses).toContain(303);
    await paul.post(`/my/invitations/${CODE}`, { answer: 'coming' });
    await dane.post(PAGE);
    expect(await counts()).toMatchObject({ invited: 5, silent: 4 });
  });

  it('is sent again to people without an answer, once a day', async () => {
    await create(inDays(20));
    await dane.post(PAGE);
    await paul.post(`/my/invitations/${CODE}`, { answer: 'not-coming' });
    const before = (await sent()).length;
    await dane.post(`${PAGE}/reminder`);
    expect(await sent()).toHaveLength(before);
    const { store, clock } = service.ports;
    const yesterday = secondsAfter(clock.now(), -2 * 86_400);
    const all = await store.readEventInvitations(CODE, { limit: 9, answer: 'silent' });
    await store.commit([
      { kind: 'invitations-cancelled', eventCode: CODE, at: yesterday },
      ...all.map(
        (one) => ({ kind: 'person-invited', invitation: { ...one, invitedAt: yesterday } }) as const,
      ),
    ]);
    await dane.post(`${PAGE}/reminder`);
    await sendNextMorning(service);
    const reminded = (await sent()).slice(before);
    expect(reminded).toHaveLength(4);
    expect(reminded).not.toContain(PAUL);
    await dane.post(`${PAGE}/reminder`);
    expect(await sent()).toHaveLength(before + 4);
    expect(await store.searchAudit({ actions: ['invitations-reminded'], limit: 9 })).toMatchObject([
      { subject: CODE, details: { count: 4 } },
    ]);
  });

  it('is cancelled: people who might have come are told, and no one can answer any more', async () => {
    await create(inDays(20));
    await dane.post(PAGE);
    await paul.post(`/my/invitations/${CODE}`, { answer: 'not-coming' });
    const before = (await sent()).length;
    await dane.post(`${PAGE}/cancellation`);
    expect(await sent()).toHaveLength(before);
    await sendNextMorning(service);
    const reported = (await sent()).slice(before);
    expect(reported).toHaveLength(4);
    expect(reported).not.toContain(PAUL);
    expect((await paul.post(`/my/invitations/${CODE}`, { answer: 'coming' })).status).toBe(409);
    expect(await read(paul, '/my')).not.toContain('invitations');
    await dane.post(PAGE);
    expect(await counts()).toMatchObject({ invited: 5, silent: 5 });
  });

  it('is taken back at once for an event of tomorrow, though each person has had the mail of the day', async () => {
    await create(inDays(1));
    await dane.post(PAGE);
    const before = (await sent()).length;
    await dane.post(`${PAGE}/cancellation`);
    expect((await sent()).slice(before)).toHaveLength(before);
  });

  it('ticks people who come on the roll, and proves nothing before it is sent', async () => {
    await create(todayInParis());
    await dane.post(PAGE);
    await paul.post(`/my/invitations/${CODE}`, { answer: 'coming' });
    const roll = await read(dane, `${PAGE}/presence`);
    expect(roll).toMatch(new RegExp(`value="${paul.personId}" checked`));
    expect(roll.match(/ checked/g)).toHaveLength(1);
    const { store } = service.ports;
    expect(await store.countEventAttendances(CODE)).toBe(0);
    const outsider = (await signInAs(service, NEIGHBOUR)).personId;
    await dane.post(`${PAGE}/presence`, { present: [paul.personId, outsider], proof: '3' });
    expect(await store.readEventAttendances(CODE, { limit: 9 })).toEqual([
      { personId: paul.personId, eventCode: CODE, proof: 3 },
    ]);
    expect(await read(dane, `${PAGE}/presence`)).not.toContain(paul.personId);
  });

  it('is not sent for a past event or for a training', async () => {
    await create(inDays(-1));
    expect((await dane.post(PAGE)).status).toBe(409);
    expect((await dane.post(`${PAGE}/presence`, { present: [paul.personId], proof: '0' })).status).toBe(400);
    await dane.post(`/dane/events/${CODE}/change`, { kind: 'EV-PAF', title: 'PAF', startsOn: inDays(3) });
    expect((await dane.post(PAGE)).status).toBe(409);
    expect(await counts()).toMatchObject({ invited: 0 });
  });
});
