import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ONE_RUPN, startTestService, type TestService } from '../support/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const CLAIRE = 'claire.dupont@ac-test.example';

let service: TestService;
let agent: SignedInBrowser;
let claire: string;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'ecoles.csv': [
      'uai;type;nom;commune;code_departement;departement',
      '0210001M;Collège;Collège Alexandre Dumas;Dijon;21;Côte-d’Or',
      '0210011Y;Collège;Collège Jean Dumas;Beaune;21;Côte-d’Or',
      '',
    ].join('\n'),
    'gens.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\nana.dupont@ac-test.example;Ana;Dupont;rupn\n`,
  });
  agent = await signInAs(service, AGENT);
  claire = (await service.ports.store.readPeopleByEmail([CLAIRE]))[0]?.id ?? '';
});
afterEach(() => service.stop());

const entered = {
  from: '2026-09-01',
  missions: ['A1'],
  state: 'requested',
  reason: 'Courrier du principal',
};
const enter = (fields: object) =>
  agent.post(`/dane/people/${claire}/engagements/new`, { ...entered, ...fields });
const segments = async () => {
  const [record] = await service.ports.store.readPersonRecords([claire as never]);
  return record?.engagements.filter(({ period }) => period.from === '2026-09-01').map(({ uai }) => uai);
};

describe('a field for a school', () => {
  it('takes its name and town', async () => {
    expect((await enter({ uai: 'collège dumas dijon' })).status).toBe(303);
    expect(await segments()).toEqual(['0210001M']);
  });

  it('takes a suggestion as it was chosen, and a UAI', async () => {
    const suggested = await agent.get('/dane/schools.json?q=dumas+beaune');
    const [label] = (await suggested.json()) as string[];
    expect(label).toBe('Collège Jean Dumas, Beaune (0210011Y)');
    expect((await enter({ uai: label })).status).toBe(303);
    expect(await segments()).toEqual(['0210011Y']);
  });

  it('gives what the words may mean to be ticked, and keeps what was typed', async () => {
    const asked = await enter({ uai: 'college dumas' });
    expect(asked.status).toBe(400);
    const page = await asked.text();
    expect(page).toContain('value="college dumas"');
    expect(page.match(/name="uai-choice"/g)).toHaveLength(2);
    expect(page).toContain('value="Courrier du principal"'.replace('value="', '').replace('"', ''));
    expect(await segments()).toEqual([]);
    expect((await enter({ uai: 'college dumas', 'uai-choice': '0210011Y' })).status).toBe(303);
    expect(await segments()).toEqual(['0210011Y']);
  });

  it('is not led by a choice that the words cannot mean', async () => {
    expect((await enter({ uai: 'dumas dijon', 'uai-choice': '0210011Y' })).status).toBe(303);
    expect(await segments()).toEqual(['0210001M']);
  });

  it.each(['xyzzy', '0210001X', '—'])('names nothing by « %s »', async (uai) => {
    expect((await enter({ uai })).status).toBe(400);
    expect(await segments()).toEqual([]);
  });

  it('narrows lists by a name, and by the one that was ticked', async () => {
    const people = async (query: string) => (await agent.get(`/dane/people?${query}`)).text();
    expect(await people('uai=dumas+dijon')).toContain('Claire');
    const several = await people('uai=dumas');
    expect(several).not.toContain(`/dane/people/${claire}`);
    expect(several.match(/name="uai-choice"/g)).toHaveLength(2);
    expect(await people('uai=dumas&uai-choice=0210001M')).toContain(`/dane/people/${claire}`);
    const queue = await (await agent.get('/dane/decisions?uai=dumas')).text();
    expect(queue).toContain('Plusieurs établissements ont ces mots');
  });

  it('suggests to the DANE alone', async () => {
    const rupn = await signInAs(service, CLAIRE);
    expect((await rupn.get('/dane/schools.json?q=dumas')).status).toBe(403);
  });
});

describe('a field for a person', () => {
  const event = async () => {
    const said = { code: 'RENC-1', title: 'Rencontre', kind: 'EV-RENC', startsOn: '2026-10-01', hours: '3' };
    expect((await agent.post('/dane/events/new', said)).status).toBe(303);
    return '/dane/events/RENC-1/attendance';
  };

  it('takes a name, or an address', async () => {
    const path = await event();
    expect((await agent.post(path, { email: 'dupont claire', proof: '3' })).status).toBe(303);
    expect((await agent.post(path, { email: 'ana.dupont@ac-test.example', proof: '3' })).status).toBe(303);
    expect(await service.ports.store.countEventAttendances('RENC-1')).toBe(2);
  });

  it('gives those of one name to be chosen from', async () => {
    const path = await event();
    const asked = await agent.post(path, { email: 'dupont', proof: '2' });
    expect(asked.status).toBe(400);
    const page = await asked.text();
    expect(page).toContain('Plusieurs personnes portent ce nom');
    expect(page).toContain(CLAIRE);
    expect((await agent.post(path, { email: 'dupont', 'email-choice': claire, proof: '2' })).status).toBe(
      303,
    );
    expect((await service.ports.store.readEventAttendances('RENC-1', { limit: 5 }))[0]?.personId).toBe(
      claire,
    );
  });

  it.each(['personne', 'x@y.example', '—'])('names nobody by « %s »', async (email) => {
    expect((await agent.post(await event(), { email, proof: '3' })).status).toBe(400);
  });
});
