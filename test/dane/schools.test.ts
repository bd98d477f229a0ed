import { describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { CLAIRE, startWithOneAgent } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { inDays, todayInParis } from '../support/now.ts';
import { formsOf } from '../support/page-forms.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const OLD = '0210001M' as Uai;
const NEXT = '0210003P' as Uai;
const HEAD = 'chef@ac-test.example';
const PATH = `/dane/schools/${OLD}`;

let service: TestService;
let agent: SignedInBrowser;
startBeforeEach(startWithOneAgent, async (started) => {
  ({ service, agent } = started);
  await service.importText({
    'etablissements.csv': `uai;nom;commune;secteur\n${NEXT};Collège Marcelle Pardé;Dijon;Public\n`,
    'personnes.csv': `email;prenom;nom;profil;uai\n${HEAD};Marie;Chevalier;chef;${OLD}\n`,
    'engagements.csv': `reference;email;uai;debut;fin;missions;roles;confirmation\nGOES-ON;${CLAIRE};${OLD};01/09/2024;;A1|B1;;confirmee\n`,
  });
});

const schoolOf = async (uai: Uai) => (await service.ports.store.readSchoolsByUai([uai]))[0];
const engagementsOf = async (uai: Uai) => {
  const [record] = await service.ports.store.readSchoolRecords([uai]);
  return (record?.people ?? []).flatMap(({ engagements }) => engagements).filter((one) => one.uai === uai);
};
const close = (fields: Readonly<Record<string, string>> = {}) =>
  agent.post(`${PATH}/closure`, {
    on: todayInParis(),
    successor: '',
    reason: 'Fermé à la rentrée',
    ...fields,
  });

/** A request to the DANE, and a meeting to be held. */
async function waitsThere() {
  const [claire] = await service.ports.store.readPeopleByEmail([CLAIRE]);
  if (!claire) throw new Error(CLAIRE);
  const stated = { kind: 'technical' as const, title: 'Panne', text: 'Rien ne marche.' };
  await service.services.askSupport({ personId: claire.id, uai: OLD, ...stated });
  await service.services.askMeeting({ uai: OLD, by: agent.personId, side: 'dane', words: 'Les tablettes.' });
}

describe('the register of schools', () => {
  it('takes one school that no file brought, with its département, once', async () => {
    const sent = { uai: '0890003V', name: 'Lycée Jacques Amyot', commune: 'Auxerre', sector: 'public' };
    const added = await agent.post('/dane/schools/new', sent);
    expect(added.status).toBe(303);
    expect(await schoolOf('0890003V' as Uai)).toMatchObject({ name: sent.name, department: 'Yonne' });
    const again = await agent.post('/dane/schools/new', { ...sent, name: 'Autre nom' });
    expect(again.status).toBe(400);
    expect((await schoolOf('0890003V' as Uai))?.name).toBe(sent.name);
    expect(await (await agent.get('/dane/schools?q=amyot')).text()).toContain(sent.name);
  });

  it('renames a school, unless it was changed since it was shown', async () => {
    const page = await (await agent.get(`${PATH}/change`)).text();
    const form = formsOf(page).find(({ action }) => action === `${PATH}/change`);
    const shown = Object.fromEntries(
      [...(form?.filled.entries() ?? [])].map(([name, value]) => [name, String(value)]),
    );
    expect((await agent.post(`${PATH}/change`, { ...shown, name: 'Collège Neuf' })).status).toBe(303);
    expect((await schoolOf(OLD))?.name).toBe('Collège Neuf');
    expect((await agent.post(`${PATH}/change`, { ...shown, name: 'Collège Autre' })).status).toBe(409);
    expect((await schoolOf(OLD))?.name).toBe('Collège Neuf');
  });
});

describe('a school that closes', () => {
  it('says beforehand whose engagements end, and ends them on its last day', async () => {
    const page = await (await agent.get(`${PATH}/closure`)).text();
    expect(page).toContain('Claire Dupont');
    expect(page).toContain(fr.dane.schools.headsLeave('Marie Chevalier'));
    expect((await close()).status).toBe(303);
    expect(await schoolOf(OLD)).toMatchObject({ closedOn: todayInParis() });
    expect(
      (await engagementsOf(OLD)).filter(({ period }) => !period.to || period.to > todayInParis()),
    ).toEqual([]);
    expect(await service.ports.store.readHeadsOf(OLD)).toEqual([]);
    expect(await (await agent.get(PATH)).text()).toContain('a fermé');
  });

  it('hands each engagement to the school that takes over, whose head is asked', async () => {
    expect((await close({ successor: 'Collège Marcelle Pardé' })).status).toBe(303);
    expect(await schoolOf(OLD)).toMatchObject({ closedOn: todayInParis(), successor: NEXT });
    expect(await engagementsOf(NEXT)).toMatchObject([
      { missions: ['A1', 'B1'], confirmation: 'requested', period: { from: inDays(1) } },
    ]);
  });

  it('takes no engagement after its last day, on a screen or in a file', async () => {
    await close({ on: inDays(-2) });
    const [claire] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    const entered = await agent.post(`/dane/people/${claire?.id}/engagements/new`, {
      ...{ uai: OLD, from: todayInParis(), to: '', missions: 'A1', state: 'requested', reason: 'Saisi' },
    });
    expect(entered.status).toBe(409);
    const stated = await service.importText({
      'engagements.csv': `reference;email;uai;debut;fin;missions;confirmation\nLATE;${CLAIRE};${OLD};${todayInParis()};;A1;\n`,
    });
    expect(JSON.stringify(stated)).toContain('closed-establishment');
    expect((await engagementsOf(OLD)).map(({ reference }) => reference)).not.toContain('LATE');
  });

  it('takes no head from a file', async () => {
    await close();
    const stated = await service.importText({
      'personnes.csv': `email;prenom;nom;profil;uai\n${HEAD};Marie;Chevalier;chef;${OLD}\n`,
    });
    expect(JSON.stringify(stated)).toContain('closed-establishment');
    expect(await service.ports.store.readHeadsOf(OLD)).toEqual([]);
  });

  it('takes no later end from a file, nor from a correction', async () => {
    await close();
    const stated = await service.importText({
      'engagements.csv': `reference;email;uai;debut;fin;missions;roles;confirmation\nGOES-ON;${CLAIRE};${OLD};01/09/2024;;A1|B1;;confirmee\n`,
    });
    expect(JSON.stringify(stated)).toContain('closed-establishment');
    expect((await engagementsOf(OLD)).find(({ reference }) => reference === 'GOES-ON')?.period.to).toBe(
      todayInParis(),
    );
  });

  it('closes its requests with the reason, and cancels its meeting', async () => {
    await waitsThere();
    const page = await (await agent.get(`${PATH}/closure`)).text();
    expect(page).toContain(fr.dane.schools.requests(1));
    expect(page).toContain(fr.dane.schools.meetings(1));
    expect((await close()).status).toBe(303);
    const [request] = await service.ports.store.readSupportRequestsAt(OLD);
    expect(request?.state).toBe('closed');
    expect(request?.messages.at(-1)).toMatchObject({ side: 'dane', text: 'Fermé à la rentrée' });
    expect((await service.ports.store.readSchoolMeetingsAt(OLD)).map(({ state }) => state)).toEqual([
      'cancelled',
    ]);
  });

  it('hands its requests and its meeting to the school that takes over', async () => {
    await waitsThere();
    expect((await close({ successor: NEXT })).status).toBe(303);
    const { store } = service.ports;
    const audit = await store.searchAudit({ actions: ['support-moved'], limit: 9 });
    expect(audit).toMatchObject([{ actor: agent.personId, details: { uai: NEXT } }]);
    expect(await store.readSupportRequestsAt(NEXT)).toMatchObject([{ state: 'open', title: 'Panne' }]);
    expect(await store.readSchoolMeetingsAt(NEXT)).toMatchObject([
      { state: 'asked', words: 'Les tablettes.' },
    ]);
    expect((await store.readSchoolMeetingsAt(OLD)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('stays closed where a file of schools says its name again', async () => {
    await close();
    await service.importText({
      'etablissements.csv': `uai;nom;secteur\n${OLD};Collège Claude-Guyot;Public\n`,
    });
    expect(await schoolOf(OLD)).toMatchObject({ name: 'Collège Claude-Guyot', closedOn: todayInParis() });
  });

  it('is refused where a contest is open there, and where its last day is to come', async () => {
    await service.importText({
      'engagements.csv': `reference;email;uai;debut;fin;missions;roles;confirmation\nCONTESTED;${CLAIRE};${OLD};01/09/2025;;C1;;contestee\n`,
    });
    expect((await close()).status).toBe(409);
    expect((await close({ on: inDays(3) })).status).toBe(400);
    expect((await schoolOf(OLD))?.closedOn).toBeUndefined();
  });

  it('is no successor of itself, nor of a school that it closed before', async () => {
    expect((await close({ successor: OLD })).status).toBe(400);
    expect((await close({ successor: NEXT })).status).toBe(303);
    const back = await agent.post(`/dane/schools/${NEXT}/closure`, {
      ...{ on: todayInParis(), successor: OLD, reason: 'Essai' },
    });
    expect(back.status).toBe(409);
  });

  it('opens again, and what it ended stays ended', async () => {
    await close();
    expect((await agent.post(`${PATH}/closure/end`, {})).status).toBe(303);
    expect((await schoolOf(OLD))?.closedOn).toBeUndefined();
    expect((await engagementsOf(OLD)).every(({ period }) => period.to !== undefined)).toBe(true);
    expect((await agent.post(`${PATH}/closure/end`, {})).status).toBe(409);
  });
});

describe('a person added on the screen', () => {
  const stated = {
    givenName: 'Ana',
    familyName: 'Petit',
    email: 'ana.petit@ac-test.example',
    profiles: 'rupn',
  };

  it('is known by their address from then on, and only once', async () => {
    const added = await agent.post('/dane/people/new', stated);
    expect(added.status).toBe(303);
    const [person] = await service.ports.store.readPeopleByEmail([stated.email]);
    expect(person).toMatchObject({ givenName: 'Ana', profiles: ['rupn'] });
    expect((await agent.post('/dane/people/new', { ...stated, familyName: 'Grand' })).status).toBe(400);
  });

  it('is asked for once more where someone has the same name', async () => {
    const twin = { ...stated, givenName: 'Claire', familyName: 'Dupont' };
    const requested = await agent.post('/dane/people/new', twin);
    expect(requested.status).toBe(400);
    expect(await requested.text()).toContain(CLAIRE);
    expect((await agent.post('/dane/people/new', { ...twin, another: 'yes' })).status).toBe(303);
  });
});
