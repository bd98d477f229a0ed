import { describe, expect, it } from 'vitest';
import type { Engagement } from '../../src/domain/records.ts';
import type { SmtpCatcher } from '../mail/smtp-catcher.ts';
import { schoolWithMailOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, NEIGHBOUR, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { THIS_YEAR } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const CHANGE = '/my/engagements/PAUL-1/change';
const MOVE = { from: '2026-02-01', missions: ['A1', 'E1'], reason: 'Nouvelle répartition.' };
const END = { to: '2026-01-31', reason: 'Mutation.' };

let smtp: SmtpCatcher;
let service: TestService;
let paul: SignedInBrowser;
let chef: SignedInBrowser;
let agent: SignedInBrowser;
startBeforeEach(schoolWithMailOf({ paul: PAUL, chef: CHEF, agent: DANE }), (fixture) => {
  ({ smtp, service, paul, chef, agent } = fixture);
});

async function segments(): Promise<readonly Engagement[]> {
  const [record] = await service.ports.store.readPersonRecords([paul.personId]);
  return (record?.engagements ?? []).toSorted((a, b) => a.period.from.localeCompare(b.period.from));
}
const engagementSummaries = async () =>
  (await segments()).map(({ period, missions, confirmation }) => [
    period.from,
    period.to,
    missions.join(),
    confirmation,
  ]);
const WHOLE = [['2025-09-01', undefined, 'A1,A2,D1', 'confirmed']];
const CUT = (state: string) => [
  ['2025-09-01', '2026-01-31', 'A1,A2,D1', 'confirmed'],
  ['2026-02-01', undefined, 'A1,E1', state],
];
const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
async function propose(kind: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  expect((await paul.post(`${CHANGE}/${kind}`, fields)).status).toBe(303);
  const [proposal] = await service.ports.store.readEngagementProposalsOf(paul.personId);
  return proposal?.id ?? '';
}

describe('a teacher whose missions change', () => {
  it('proposes it, and nothing changes until the principal accepts: then the second part is confirmed', async () => {
    const id = await propose('missions', MOVE);
    expect(await engagementSummaries()).toEqual(WHOLE);
    expect(await read(paul, '/my/engagements/PAUL-1')).toContain(fr.changes.mine.waits);
    expect(await read(chef, SCHOOL)).toContain(fr.changes.decide.count(1));
    const listed = await read(chef, `${SCHOOL}/confirmations`);
    expect(listed).toContain(`${SCHOOL}/proposals/${id}`);
    expect(listed).toContain('Nouvelle répartition.');
    expect((await chef.post(`${SCHOOL}/proposals/${id}`, { outcome: 'accepted' })).status).toBe(303);
    expect(await engagementSummaries()).toEqual(CUT('confirmed'));
    const [first, second] = await segments();
    expect(first).toMatchObject({ confirmedBy: CHEF, confirmedOn: '2025-10-01' });
    expect(second).toMatchObject({ reference: 'PAUL-1-2026-02-01', confirmedBy: CHEF });
    const page = await read(paul, '/my/engagements/PAUL-1');
    expect(page).toContain('Proposé par Paul Martin');
    expect(page).toMatch(like(fr.changes.history.accepted('Marie Chevalier', ANY)));
    expect(await read(paul, '/my/engagements/PAUL-1-2026-02-01')).toMatch(
      like(fr.changes.history.accepted('Marie Chevalier', ANY)),
    );
  });

  it('may be cut again on a day on which it was cut before', async () => {
    const path = `/dane/people/${paul.personId}/engagements/PAUL-1`;
    const cut = { ...MOVE, state: 'requested' };
    expect((await agent.post(`${path}/missions`, cut)).status).toBe(303);
    const whole = {
      from: '2025-09-01',
      to: '2026-06-30',
      missions: ['A1'],
      state: 'requested',
      reason: 'Erreur.',
    };
    expect((await agent.post(`${path}/correction`, whole)).status).toBe(303);
    expect((await agent.post(`${path}/missions`, cut)).status).toBe(303);
    expect((await segments()).map(({ reference }) => reference)).toEqual(
      expect.arrayContaining(['PAUL-1', 'PAUL-1-2026-02-01', 'PAUL-1-2026-02-01-2']),
    );
  });

  it('does not undo a decision made after the page of the proposal was opened', async () => {
    const id = await propose('correction', { from: '2025-09-01', missions: ['A1'], reason: 'Une erreur.' });
    const pages = [
      [chef, `${SCHOOL}/proposals/${id}`, {}],
      [agent, `/dane/proposals/${id}`, { state: 'requested', reason: 'Vu.' }],
      [chef, `${SCHOOL}/engagements/PAUL-1/end`, { to: '2026-03-31' }],
    ] as const;
    const opened = await Promise.all(pages.map(([browser, path]) => read(browser, path)));
    const seenOn = (html = '') => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const path = `/dane/people/${paul.personId}/engagements/PAUL-1/end`;
    expect((await agent.post(path, { to: '2026-06-30', reason: 'Mutation.' })).status).toBe(303);
    const since = await engagementSummaries();
    for (const [at, [browser, address, fields]] of pages.entries()) {
      expect(seenOn(opened[at])).not.toBe('');
      const sent = { outcome: 'accepted', seen: seenOn(opened[at]), ...fields };
      expect((await browser.post(address, sent)).status).toBe(409);
    }
    expect(await engagementSummaries()).toEqual(since);
    const seen = seenOn(await read(chef, `${SCHOOL}/proposals/${id}`));
    expect((await chef.post(`${SCHOOL}/proposals/${id}`, { outcome: 'accepted', seen })).status).toBe(303);
  });

  it('is told of a refusal with its reason, on the page and by mail, and may propose again', async () => {
    const id = await propose('end', END);
    await service.services.runMaintenance();
    const toChef = smtp.mails.filter(({ recipients }) => recipients.includes(CHEF));
    expect(toChef.map(({ text }) => text).join()).toContain('propose un changement');
    const rejection = { outcome: 'refused', reason: 'La date est le 28 février.' };
    expect((await chef.post(`${SCHOOL}/proposals/${id}`, { outcome: 'refused' })).status).toBe(400);
    expect((await chef.post(`${SCHOOL}/proposals/${id}`, rejection)).status).toBe(303);
    expect(await engagementSummaries()).toEqual(WHOLE);
    expect(await read(paul, '/my/engagements/PAUL-1')).toContain('La date est le 28 février.');
    await service.services.runMaintenance();
    const toPaul = smtp.mails.filter(({ recipients }) => recipients.includes(PAUL));
    expect(toPaul.map(({ text }) => text).join()).toContain(fr.my.badges.states.declined);
    await propose('end', { to: '2026-02-28' });
  });

  it('has one proposal at a time, and takes it back before it is decided', async () => {
    const id = await propose('end', END);
    expect((await paul.post(`${CHANGE}/end`, END)).status).toBe(409);
    expect((await paul.post('/my/engagements/PAUL-1/withdraw-change', { id })).status).toBe(303);
    const late = await chef.post(`${SCHOOL}/proposals/${id}`, { outcome: 'accepted' });
    expect(late.status).toBe(409);
    expect(await engagementSummaries()).toEqual(WHOLE);
  });

  it('gets everything typed back with the faults', async () => {
    const outside = await paul.post(`${CHANGE}/end`, { to: '2025-08-01', reason: 'Mutation.' });
    expect(outside.status).toBe(400);
    const html = await outside.text();
    expect(html).toContain(fr.refusals['change-day-outside']({}));
    expect(html).toContain('Mutation.');
    expect((await paul.post(`${CHANGE}/missions`, { from: '', missions: [] })).status).toBe(400);
    const english = await paul.send(`${CHANGE}/end?lang=en`);
    expect(await english.text()).toContain('End an engagement');
  });
});

describe('a principal', () => {
  it('ends an engagement on a day, from the person’s page, and the confirmation stays', async () => {
    expect(await read(chef, SCHOOL)).toContain(`${SCHOOL}/people/${paul.personId}`);
    expect(await read(chef, `${SCHOOL}/people/${paul.personId}`)).toContain(
      `${SCHOOL}/engagements/PAUL-1/end`,
    );
    expect((await chef.post(`${SCHOOL}/engagements/PAUL-1/end`, { to: '2026-01-31' })).status).toBe(303);
    expect(await engagementSummaries()).toEqual([['2025-09-01', '2026-01-31', 'A1,A2,D1', 'confirmed']]);
    expect(await read(chef, `${SCHOOL}/people/${paul.personId}`)).toContain('Décidé par Marie Chevalier');
  });

  it('records a departure, which ends everything of that person at the school', async () => {
    const path = `${SCHOOL}/people/${paul.personId}/departure`;
    expect((await chef.post(path, { lastDay: '2026-01-31' })).status).toBe(303);
    expect(await engagementSummaries()).toEqual([['2025-09-01', '2026-01-31', 'A1,A2,D1', 'confirmed']]);
    expect((await chef.post(path, { lastDay: '2026-01-31' })).status).toBe(400);
  });

  it('leads from a departure to a proposal of the same missions from the day after', async () => {
    const page = `${SCHOOL}/people/${paul.personId}`;
    expect(await read(chef, page)).not.toMatch(like(fr.changes.person.ending(ANY)));
    await chef.post(`${page}/departure`, { lastDay: `${THIS_YEAR + 1}-01-31` });
    const after = await read(chef, page);
    expect(after).toContain(`le 31 janvier ${THIS_YEAR + 1}.`);
    const href = /href="([^"]*missions\/new[^"]*)"/.exec(after)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = await read(chef, href);
    const ticked = [...form.matchAll(/value="([^"]+)" checked/g)].map(([, value]) => value);
    expect(ticked).toEqual(['A1', 'A2', 'D1', 'contact-dane']);
    expect(form).toContain(`value="${THIS_YEAR + 1}-02-01"`);
  });

  it('changes nothing at another school, nor their own engagement', async () => {
    const neighbour = await signInAs(service, NEIGHBOUR);
    expect((await neighbour.post(`${SCHOOL}/engagements/PAUL-1/end`, END)).status).toBe(403);
    expect((await chef.post(`${SCHOOL}/engagements/CHEF-1/end`, END)).status).toBe(403);
    const own = await chef.post(`${SCHOOL}/people/${chef.personId}/departure`, { lastDay: '2026-01-31' });
    expect(own.status).toBe(403);
    expect((await chef.post(`${SCHOOL}/engagements/AUTRE-1/end`, END)).status).toBe(404);
  });
});

describe('a decision in the service', () => {
  it('is not changed by the file that brought the engagement', async () => {
    await chef.post(`${SCHOOL}/engagements/PAUL-1/end`, { to: '2026-01-31' });
    const again = { 'engagements.csv': SCHOOL_FIXTURE['engagements.csv'] ?? '' };
    const { entries } = await service.importText(again);
    expect(entries).toMatchObject([{ kind: 'refused', code: 'already-decided', column: 'fin' }]);
    expect(await engagementSummaries()).toEqual([['2025-09-01', '2026-01-31', 'A1,A2,D1', 'confirmed']]);
  });
});

describe('the DANE', () => {
  const person = () => `/dane/people/${paul.personId}`;

  it('changes missions with a reason: the principal, or documents, confirm the new part', async () => {
    const path = `${person()}/engagements/PAUL-1/missions`;
    expect((await agent.post(path, { ...MOVE, reason: '' })).status).toBe(400);
    expect((await agent.post(path, MOVE)).status).toBe(303);
    expect(await engagementSummaries()).toEqual(CUT('requested'));
    expect(await read(chef, `${SCHOOL}/confirmations`)).toContain('PAUL-1-2026-02-01');
    const end = `${person()}/engagements/PAUL-1-2026-02-01/correction`;
    const corrected = { from: '2026-02-01', missions: ['A1'], reason: 'Erreur de saisie.' };
    expect((await agent.post(end, corrected)).status).toBe(303);
    expect((await engagementSummaries())[1]).toEqual(['2026-02-01', undefined, 'A1', 'requested']);
  });

  it('enters an engagement, on documents or for the principal to confirm', async () => {
    const entered = {
      uai: '0210011Y',
      from: '2026-02-01',
      missions: ['B1'],
      state: 'confirmed',
      reason: 'Arrêté d’affectation.',
    };
    expect((await agent.post(`${person()}/engagements/new`, entered)).status).toBe(303);
    expect((await segments()).at(-1)).toMatchObject({
      uai: '0210011Y',
      confirmation: 'confirmed-by-dane',
      missions: ['B1'],
    });
    expect((await agent.post(`${person()}/engagements/new`, entered)).status).toBe(409);
    const requested = { ...entered, state: 'requested', missions: ['C1'] };
    expect((await agent.post(`${person()}/engagements/new`, requested)).status).toBe(303);
    expect(await engagementSummaries()).toContainEqual(['2026-02-01', undefined, 'C1', 'requested']);
  });

  it('decides on a proposal, from a list of all schools', async () => {
    const id = await propose('end', END);
    expect(await read(agent, '/dane/proposals')).toContain(`/dane/proposals/${id}`);
    const decision = { outcome: 'accepted', reason: 'Arrêté de mutation.' };
    expect((await agent.post(`/dane/proposals/${id}`, decision)).status).toBe(303);
    expect((await engagementSummaries())[0]?.[1]).toBe('2026-01-31');
    expect(await read(agent, person())).toMatch(like(fr.changes.history.accepted('Denis Danois', ANY)));
  });

  it('ends everything at one school with a departure', async () => {
    const departure = { uai: '0210001M', lastDay: '2026-01-31', reason: 'Mutation.' };
    expect((await agent.post(`${person()}/departure`, departure)).status).toBe(303);
    expect((await engagementSummaries())[0]?.[1]).toBe('2026-01-31');
  });

  it('cannot change their own record', async () => {
    const own = `/dane/people/${agent.personId}`;
    expect((await agent.get(`${own}/engagements/new`)).status).toBe(403);
    expect((await agent.get(`${own}/reviews/new`)).status).toBe(403);
  });
});
