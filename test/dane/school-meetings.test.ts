import { describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import type { SmtpCatcher } from '../mail/smtp-catcher.ts';
import { schoolWithMailOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, LUC, NEIGHBOUR, PAUL } from '../support/fixtures/schools.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { inDays, todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const UAI = '0210001M' as Uai;
const BASE = `/school/${UAI}/meetings`;
const NOTES = { projects: 'Une webradio.', difficulties: 'Le réseau.', prospects: 'Un club.' };

let smtp: SmtpCatcher;
let service: TestService;
let chef: SignedInBrowser;
let dane: SignedInBrowser;
let paul: string;
let luc: string;
startBeforeEach(schoolWithMailOf({ chef: CHEF, dane: DANE, paul: PAUL, luc: LUC }), (fixture) => {
  ({ smtp, service, chef, dane } = fixture);
  [paul, luc] = [fixture.paul.personId, fixture.luc.personId];
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
async function ask(): Promise<string> {
  const sent = await chef.post(BASE, { words: 'Les tablettes.' });
  expect(sent.status).toBe(303);
  return sent.headers.get('Location')?.split(/[/?]/).at(4) ?? '';
}
async function mails(to: string): Promise<string> {
  await service.services.runMaintenance();
  const to_ = smtp.mails.filter(({ recipients }) => recipients.includes(to));
  return to_.map(({ text }) => text).join('\n');
}
const events = async () => (await service.ports.store.readSchoolRecords([UAI]))[0]?.meetings ?? [];
const proofs = async () => {
  const [event] = await events();
  const all = await service.ports.store.readEventAttendances(event?.code ?? '', { limit: 9 });
  return Object.fromEntries(all.map(({ personId, proof }) => [personId, proof]));
};

describe('the yearly meeting in a school', () => {
  it('is requested, moved until both sides agree, and each side is told', async () => {
    const id = await ask();
    expect((await chef.post(BASE)).status).toBe(409);
    expect(await mails(DANE)).toContain(`/dane/meetings/${id}`);
    await dane.post(`/dane/meetings/${id}/day`, { day: inDays(10) });
    expect(await mails(CHEF)).toContain(`${BASE}/${id}`);
    const waits = await read(dane, `/dane/meetings/${id}`);
    expect(waits).toContain(fr.meetings.turnOf.principal);
    const answered = await read(chef, `${BASE}/${id}`);
    for (const turn of Object.values(fr.meetings.turnOf)) expect(answered).not.toContain(turn);
    expect(await read(chef, `/school/${UAI}`)).toContain(`${BASE}/${id}`);
    await chef.post(`${BASE}/${id}/day`, { day: inDays(12) });
    expect((await service.ports.store.readSchoolMeeting(id))?.state).toBe('proposed');
    expect(await read(dane, `/dane/meetings/${id}`)).toMatch(like(fr.meetings.day.accept(ANY)));
    await dane.post(`/dane/meetings/${id}/day`, { day: inDays(12) });
    expect(await service.ports.store.readSchoolMeeting(id)).toMatchObject({
      state: 'planned',
      day: inDays(12),
    });
  });

  it('held and noted by the DANE becomes the event of the school, with attendances of proof 3', async () => {
    const id = await ask();
    const noted = await dane.post(`/dane/meetings/${id}/record`, {
      day: todayInParis(),
      ...NOTES,
      present: [paul],
    });
    expect(noted.status).toBe(303);
    expect(await events()).toMatchObject([{ kind: 'EV-ETAB', uai: UAI, startsOn: todayInParis() }]);
    expect(await proofs()).toEqual({ [paul]: 3 });
    expect(await read(dane, '/dane/meetings?state=held')).toContain(fr.meetings.dane.ledes.held);
    const page = await read(chef, `${BASE}/${id}`);
    for (const text of [...Object.values(NOTES), 'Paul Martin']) expect(page).toContain(text);
    expect((await chef.post(`${BASE}/${id}/record`, { day: todayInParis(), ...NOTES })).status).toBe(403);
    expect((await chef.post(`${BASE}/${id}/record/removal`)).status).toBe(403);
    await dane.post(`/dane/meetings/${id}/record`, { day: inDays(-1), ...NOTES, present: [luc] });
    expect(await events()).toMatchObject([{ startsOn: inDays(-1) }]);
    expect(await proofs()).toEqual({ [luc]: 3 });
    expect((await dane.post(`/dane/meetings/${id}/record/removal`)).status).toBe(303);
    expect(await events()).toEqual([]);
    expect(await service.ports.store.readAttendances([luc as never])).toEqual([]);
  });

  it('is noted by the principal once its day is agreed, with attendances of proof 1', async () => {
    const id = await ask();
    const record = { day: todayInParis(), ...NOTES, present: [paul, luc] };
    expect(await read(chef, `${BASE}/${id}/record`)).not.toContain('name="projects"');
    const early = await chef.post(`${BASE}/${id}/record`, record);
    expect(early.status).toBe(403);
    const given = await early.text();
    for (const text of [fr.meetings.record.closed.undated, ...Object.values(NOTES)])
      expect(given).toContain(text);
    await dane.post(`/dane/meetings/${id}/day`, { day: todayInParis(), settles: 'yes' });
    expect((await chef.post(`${BASE}/${id}/record`, record)).status).toBe(303);
    expect(await proofs()).toEqual({ [paul]: 1, [luc]: 1 });
    expect((await chef.post(`${BASE}/${id}/record/removal`)).status).toBe(303);
    expect(await events()).toEqual([]);
  });

  it('refuses people without an engagement there on that day, and a future day', async () => {
    const id = await ask();
    const outsider = (await signInAs(service, 'autre@ac-test.example')).personId;
    const note = async (fields: object) =>
      (await dane.post(`/dane/meetings/${id}/record`, { day: todayInParis(), ...NOTES, ...fields })).status;
    expect(await note({ present: [outsider] })).toBe(400);
    expect(await note({ day: inDays(1) })).toBe(400);
    expect(await note({ projects: 'Le NUMEN 21E1234567ABC' })).toBe(400);
    expect(await events()).toEqual([]);
  });

  it('is hidden from other schools, and can be cancelled by either side', async () => {
    const id = await ask();
    const neighbour = await signInAs(service, NEIGHBOUR);
    expect((await neighbour.get(`${BASE}/${id}`)).status).toBe(403);
    expect((await neighbour.get(`/school/0210011Y/meetings/${id}`)).status).toBe(404);
    expect((await neighbour.post(`/school/0210011Y/meetings/${id}/cancellation`)).status).toBe(404);
    expect((await chef.post(`${BASE}/${id}/cancellation`)).status).toBe(303);
    expect((await dane.post(`/dane/meetings/${id}/record`, { day: todayInParis(), ...NOTES })).status).toBe(
      409,
    );
    expect(await ask()).not.toBe(id);
  });
});
