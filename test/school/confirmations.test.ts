import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engagement } from '../../src/domain/records.ts';
import { CHEF, CLAIRE, DANE, LUC, NEIGHBOUR, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { THIRTY_ASKING, THIRTY_PEOPLE_FIXTURE } from '../support/fixtures/thirty-people.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await service.importText(SCHOOL_FIXTURE);
});
afterEach(() => service.stop());

async function engagement(reference: string): Promise<Engagement | undefined> {
  const [found] = await service.ports.store.readEngagements([reference]);
  return found;
}

const page = `${SCHOOL}/confirmations`;

describe('the confirmations of a school', () => {
  it('show each request with its missions in words, and the obstacles', async () => {
    const chef = await signInAs(service, CHEF);
    const html = await (await chef.get(page)).text();
    expect(html).toContain('A1 · ');
    expect(html).toMatch(
      like(
        fr.school.decisions.settle.holder('Paul Martin', fr.my.engagements.since('1er septembre 2025'), ANY),
      ),
    );
    expect(html).toContain(fr.school.decisions.unauthorised('C5'));
    expect(html).toContain(fr.school.decisions.own);
  });

  it('show since when a request waits, once the service has seen it', async () => {
    await service.services.runMaintenance();
    const chef = await signInAs(service, CHEF);
    expect(await (await chef.get(page)).text()).toContain(fr.school.decisions.age(0));
  });

  it('confirm many at once where all is well, leave out a role conflict and report it', async () => {
    const chef = await signInAs(service, CHEF);
    const sent = await chef.post(page, { reference: ['CLAIRE-1', 'LUC-1', 'CHEF-1', 'AUTRE-1'] });
    const led = sent.headers.get('Location') ?? '';
    expect(led).toBe(`${page}?count=1&left=1&gone=2&done=engagements-confirmed`);
    expect(await (await chef.get(led)).text()).toMatch(
      /1 engagement est confirmé\s; 1 reste de côté, car un rôle unique y aurait deux titulaires/u,
    );
    expect(await engagement('LUC-1')).toMatchObject({
      confirmation: 'confirmed',
      confirmedBy: CHEF,
      decided: { by: CHEF },
    });
    for (const untouched of ['CLAIRE-1', 'CHEF-1', 'AUTRE-1']) {
      expect(await engagement(untouched), untouched).toMatchObject({ confirmation: 'requested' });
    }
    const forged = await (await chef.get(`${page}?count=7&left=0&gone=0&done=engagements-confirmed`)).text();
    expect(forged).not.toContain('7 engagements sont confirmés');
    const none = await chef.post(page, {});
    expect(await (await chef.get(none.headers.get('Location') ?? '')).text()).toMatch(
      /Aucun engagement n’est confirmé\s; aucune ligne n’était cochée\./u,
    );
  });

  it('confirm only the first of two requests for one single role', async () => {
    const rivals = [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      'LUC-2;luc@ac-test.example;0210001M;01/09/2025;;C1;contact-collectivite;demandee',
      'CLAIRE-2;claire@ac-test.example;0210001M;01/09/2025;;C1;contact-collectivite;demandee',
      '',
    ].join('\n');
    await service.importText({ 'engagements.csv': rivals });
    const chef = await signInAs(service, CHEF);
    const html = await (await chef.get(page)).text();
    expect(html).toMatch(like(fr.school.decisions.rival(ANY, ANY, ANY)));
    expect(html).not.toMatch(/value="(LUC|CLAIRE)-2" checked/);
    await chef.post(page, { reference: ['LUC-2', 'CLAIRE-2'] });
    const states = await Promise.all(['LUC-2', 'CLAIRE-2'].map(engagement));
    expect(states.map((one) => one?.confirmation).toSorted()).toEqual(['confirmed', 'requested']);
  });

  it('refuse a second holder of a single role, and name the holder with their days', async () => {
    const chef = await signInAs(service, CHEF);
    const refused = await chef.post(`${page}/CLAIRE-1`, { decision: 'confirm' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('déjà tenu par Paul Martin');
    expect(await engagement('CLAIRE-1')).toMatchObject({ confirmation: 'requested' });
  });

  it('keep the words of a reservation, and let the principal decide again', async () => {
    const chef = await signInAs(service, CHEF);
    const reserved = await chef.post(`${page}/LUC-1`, {
      decision: 'reserve',
      reservation: 'Depuis janvier.',
    });
    expect(reserved.status).toBe(303);
    expect(await engagement('LUC-1')).toMatchObject({
      confirmation: 'confirmed-with-reservation',
      reservation: 'Depuis janvier.',
    });
    await chef.post(`${page}/LUC-1`, { decision: 'confirm' });
    const confirmed = await engagement('LUC-1');
    expect(confirmed).toMatchObject({ confirmation: 'confirmed' });
    expect(confirmed).not.toHaveProperty('reservation');
  });

  it('require the reservation and the motive, and keep the typed text', async () => {
    const chef = await signInAs(service, CHEF);
    const refused = await chef.post(`${page}/LUC-1`, { decision: 'contest', reservation: 'Une phrase.' });
    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain('href="#motive"');
    expect(html).toContain('Une phrase.');
  });

  it('never accept a NUMEN', async () => {
    const chef = await signInAs(service, CHEF);
    const refused = await chef.post(`${page}/LUC-1`, {
      decision: 'contest',
      motive: 'Il est 21E1234567ABC.',
    });
    expect(refused.status).toBe(400);
    expect(await service.ports.store.readContestsOfSchool('0210001M' as never)).toEqual([]);
  });

  it('are open only to one’s own school, and never for one’s own engagement', async () => {
    const [chef, neighbour, claire, dane] = await Promise.all(
      [CHEF, NEIGHBOUR, CLAIRE, DANE].map((email) => signInAs(service, email)),
    );
    const decision = { decision: 'confirm' };
    expect((await chef?.post(`${page}/CHEF-1`, decision))?.status).toBe(403);
    expect((await chef?.post(`${page}/AUTRE-1`, decision))?.status).toBe(404);
    for (const other of [neighbour, claire]) {
      expect((await other?.get(page))?.status).toBe(403);
      expect((await other?.post(`${page}/LUC-1`, decision))?.status).toBe(403);
      expect((await other?.post(page, { reference: 'LUC-1' }))?.status).toBe(403);
    }
    expect((await dane?.get(page))?.status).toBe(200);
    expect((await dane?.post(`${page}/LUC-1`, decision))?.status).toBe(403);
    expect((await service.get(page)).headers.get('Location')).toMatch(/^\/sign-in/);
    expect(await engagement('LUC-1')).toMatchObject({ confirmation: 'requested' });
  });

  it('let only the first of two decisions at once succeed', async () => {
    const by = { personId: (await signInAs(service, CHEF)).personId, address: CHEF };
    const uai = '0210001M' as never;
    const { decideEngagement } = service.services;
    const both = await Promise.allSettled([
      decideEngagement({ uai, reference: 'LUC-1', by, decision: { kind: 'confirm' } }),
      decideEngagement({ uai, reference: 'LUC-1', by, decision: { kind: 'contest', motive: 'Non.' } }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const contests = await service.ports.store.readContestsOfSchool(uai);
    const contested = (await engagement('LUC-1'))?.confirmation === 'contested';
    expect(contests).toHaveLength(contested ? 1 : 0);
  });

  it('count for the engagement that the principal saw, not for a later change of its teacher', async () => {
    const chef = await signInAs(service, CHEF);
    const luc = await signInAs(service, LUC);
    const stated = { uai: '0210001M', from: '2026-09-01', missions: ['C2'] };
    const declared = await luc.post('/my/engagements/new', stated);
    const own = (declared.headers.get('Location') ?? '').split('?')[0] ?? '';
    const reference = own.split('/').at(-1) ?? '';
    const seenOn = async (path: string) =>
      [...(await (await chef.get(path)).text()).matchAll(/name="seen" value="([^"]+)"/g)].map(
        ([, value = '']) => value,
      );
    const one = { decision: 'confirm', seen: await seenOn(`${page}/${reference}`) };
    const many = { reference, seen: await seenOn(page) };
    await luc.post(`${own}/edit`, { ...stated, from: '2020-09-01', missions: ['A1', 'B1', 'D1'] });
    expect((await chef.post(`${page}/${reference}`, one)).status).toBe(409);
    expect((await chef.post(page, many)).status).toBe(409);
    expect(await engagement(reference)).toMatchObject({ confirmation: 'requested' });
    await chef.post(page, { reference, seen: await seenOn(page) });
    expect(await engagement(reference)).toMatchObject({
      confirmation: 'confirmed',
      missions: ['A1', 'B1', 'D1'],
    });
  });

  it('leave a line in the audit, without a name or a word of the motive', async () => {
    const chef = await signInAs(service, CHEF);
    const luc = await signInAs(service, LUC);
    await chef.post(`${page}/LUC-1`, { decision: 'contest', motive: 'Secret entre nous.' });
    const tables = await service.ports.store.exportPerson(luc.personId);
    const lines = JSON.stringify(tables?.['audit']);
    expect(lines).toContain('engagement-contested');
    expect(lines).not.toContain('Secret');
    expect(lines).not.toContain('Bernard');
  });

  it('are not changed by an import', async () => {
    const chef = await signInAs(service, CHEF);
    await chef.post(`${page}/LUC-1`, { decision: 'confirm' });
    const { entries } = await service.importText(SCHOOL_FIXTURE);
    expect(entries.map(({ code }) => code)).toContain('decision-kept');
    expect(await engagement('LUC-1')).toMatchObject({ confirmation: 'confirmed' });
  });
});

describe('thirty requests', () => {
  it('stand in one table, with all clear ones ticked, and are confirmed by one button', async () => {
    await service.importText(THIRTY_PEOPLE_FIXTURE);
    await service.importText({ 'engagements.csv': THIRTY_ASKING });
    const chef = await signInAs(service, CHEF);
    const html = await (await chef.get(page)).text();
    const ticked = [...html.matchAll(/name="reference" value="(Q-\w+)" checked=""/g)].map(([, it]) => it);
    // The three that clash over a single role and the principal's own are not ticked.
    expect(ticked).toHaveLength(27);
    for (const apart of ['Q-0', 'Q-7', 'Q-8', 'Q-CHEF']) expect(ticked).not.toContain(apart);
    expect(
      html.match(new RegExp(`<button type="submit">${fr.school.decisions.confirmChosen}`, 'g')),
    ).toHaveLength(1);
    const sent = await chef.post(page, { reference: ticked as string[] });
    expect(await (await chef.get(sent.headers.get('Location') ?? '')).text()).toContain(
      fr.school.decisions.together(27, 0, 0),
    );
    expect(await engagement('Q-29')).toMatchObject({ confirmation: 'confirmed', confirmedBy: CHEF });
    expect(await engagement('Q-CHEF')).toMatchObject({ confirmation: 'requested' });
    const again = await chef.post(page, { reference: ticked as string[] });
    expect(await (await chef.get(again.headers.get('Location') ?? '')).text()).toMatch(
      /Aucun engagement n’est confirmé\s; 27 ne sont plus à confirmer ici\./u,
    );
  });
});
