import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seenPerson } from '../../src/domain/person/fields.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
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
  it('accepts its name and town', async () => {
    expect((await enter({ uai: 'collège dumas dijon' })).status).toBe(303);
    expect(await segments()).toEqual(['0210001M']);
  });

  it('accepts a suggestion as it was chosen, and a UAI', async () => {
    const suggested = await agent.get('/dane/schools.json?q=dumas+beaune');
    const [label] = (await suggested.json()) as string[];
    expect(label).toBe('Collège Jean Dumas, Beaune (0210011Y)');
    expect((await enter({ uai: label })).status).toBe(303);
    expect(await segments()).toEqual(['0210011Y']);
  });

  it('offers the possible schools to be ticked, and keeps the typed text', async () => {
    const requested = await enter({ uai: 'college dumas' });
    expect(requested.status).toBe(400);
    const page = await requested.text();
    expect(page).toContain('value="college dumas"');
    expect(page.match(/name="uai-choice"/g)).toHaveLength(2);
    expect(page).toContain('value="Courrier du principal"'.replace('value="', '').replace('"', ''));
    expect(await segments()).toEqual([]);
    expect((await enter({ uai: 'college dumas', 'uai-choice': '0210011Y' })).status).toBe(303);
    expect(await segments()).toEqual(['0210011Y']);
  });

  it('ignores a choice that does not match the words', async () => {
    expect((await enter({ uai: 'dumas dijon', 'uai-choice': '0210011Y' })).status).toBe(303);
    expect(await segments()).toEqual(['0210001M']);
  });

  it.each(['xyzzy', '0210001X', '—'])('finds nothing for « %s »', async (uai) => {
    expect((await enter({ uai })).status).toBe(400);
    expect(await segments()).toEqual([]);
  });

  it('filters lists by a name, and by the ticked school', async () => {
    const people = async (query: string) => (await agent.get(`/dane/people?${query}`)).text();
    expect(await people('uai=dumas+dijon')).toContain('Claire');
    const several = await people('uai=dumas');
    expect(several).not.toContain(`/dane/people/${claire}`);
    expect(several.match(/name="uai-choice"/g)).toHaveLength(2);
    expect(await people('uai=dumas&uai-choice=0210001M')).toContain(`/dane/people/${claire}`);
    const queue = await (await agent.get('/dane/decisions?uai=dumas')).text();
    expect(queue).toContain(fr.forms.faults['several-schools']);
  });

  it('asks for a meeting in a school, offers the matching schools, and keeps everything typed', async () => {
    const ask = (fields: object) => agent.post('/dane/meetings', { words: 'Les tablettes.', ...fields });
    const requested = await ask({ uai: 'college dumas' });
    expect(requested.status).toBe(400);
    const page = await requested.text();
    expect(page.match(/name="uai-choice"/g)).toHaveLength(2);
    expect(page).toContain('Les tablettes.');
    expect((await ask({ uai: 'college dumas', 'uai-choice': '0210011Y' })).status).toBe(303);
    expect((await ask({ uai: 'dumas dijon' })).status).toBe(303);
    const meetings = await service.ports.store.readSchoolMeetings(['asked'], { limit: 9 });
    expect(meetings.map(({ uai }) => uai).toSorted()).toEqual(['0210001M', '0210011Y']);
  });

  it('corrects the school of an engagement, and shows the recorded one', async () => {
    await enter({ uai: 'dumas dijon' });
    const [record] = await service.ports.store.readPersonRecords([claire as never]);
    const reference = record?.engagements.find(({ period }) => period.from === '2026-09-01')?.reference;
    const path = `/dane/people/${claire}/engagements/${reference}/correction`;
    expect(await (await agent.get(path)).text()).toContain(
      'value="Collège Alexandre Dumas, Dijon (0210001M)"',
    );
    const several = await agent.post(path, { ...entered, uai: 'dumas' });
    expect([several.status, await segments()]).toEqual([400, ['0210001M']]);
    expect((await agent.post(path, { ...entered, uai: 'dumas beaune' })).status).toBe(303);
    expect(await segments()).toEqual(['0210011Y']);
  });

  it('shows the recorded school of an event and of a principal', async () => {
    const stated = { code: 'ETAB-1', title: 'Réunion', kind: 'EV-ETAB', startsOn: '2026-10-01' };
    expect((await agent.post('/dane/events/new', { ...stated, uai: 'dumas beaune' })).status).toBe(303);
    const event = await (await agent.get('/dane/events/ETAB-1/change')).text();
    expect(event).toContain('value="Collège Jean Dumas, Beaune (0210011Y)"');
    const [recorded] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    if (!recorded) throw new Error('no person');
    const seen = seenPerson(recorded);
    const person = {
      seen,
      givenName: 'Claire',
      familyName: 'Dupont',
      email: CLAIRE,
      profiles: ['principal'],
    };
    const changed = await agent.post(`/dane/people/${claire}/change`, { ...person, headOf: 'dumas dijon' });
    expect(changed.status).toBe(303);
    const page = await (await agent.get(`/dane/people/${claire}/change`)).text();
    expect(page).toContain('value="Collège Alexandre Dumas, Dijon (0210001M)"');
  });

  it('gives suggestions only to the DANE', async () => {
    const rupn = await signInAs(service, CLAIRE);
    expect((await rupn.get('/dane/schools.json?q=dumas')).status).toBe(403);
  });
});

describe('a field for a person', () => {
  const event = async () => {
    const stated = {
      code: 'RENC-1',
      title: 'Rencontre',
      kind: 'EV-RENC',
      startsOn: '2026-10-01',
      hours: '3',
    };
    expect((await agent.post('/dane/events/new', stated)).status).toBe(303);
    return '/dane/events/RENC-1/attendance';
  };

  it('accepts a name or an address', async () => {
    const path = await event();
    expect((await agent.post(path, { email: 'dupont claire', proof: '3' })).status).toBe(303);
    expect((await agent.post(path, { email: 'ana.dupont@ac-test.example', proof: '3' })).status).toBe(303);
    expect(await service.ports.store.countEventAttendances('RENC-1')).toBe(2);
  });

  it('offers people with the same name to choose from', async () => {
    const path = await event();
    const requested = await agent.post(path, { email: 'dupont', proof: '2' });
    expect(requested.status).toBe(400);
    const page = await requested.text();
    expect(page).toContain(fr.forms.faults['several-people']);
    expect(page).toContain(CLAIRE);
    expect((await agent.post(path, { email: 'dupont', 'email-choice': claire, proof: '2' })).status).toBe(
      303,
    );
    expect((await service.ports.store.readEventAttendances('RENC-1', { limit: 5 }))[0]?.personId).toBe(
      claire,
    );
  });

  it.each(['personne', 'x@y.example', '—'])('finds no one for « %s »', async (email) => {
    expect((await agent.post(await event(), { email, proof: '3' })).status).toBe(400);
  });
});

describe('the badges to revoke', () => {
  const PAGE = '/dane/revocations?badge=RUPN-ENG';
  const listed = async (query: string) =>
    (await (await agent.get(`${PAGE}&${query}`)).text()).match(/name="ids"/g);

  it('are filtered by the name of a school, and none is listed for an unknown name', async () => {
    await service.importText({
      'segment.csv': `reference;email;uai;debut;fin;missions;confirmation\nCD-9;${CLAIRE};0210001M;01/09/2020;31/08/2025;A1|B1;confirmee\n`,
    });
    await issueEverything(service);
    expect(await listed('')).toHaveLength(1);
    expect(await listed('uai=dumas+dijon')).toHaveLength(1);
    expect(await listed('uai=dumas+beaune')).toBeNull();
    expect(await listed('uai=dumas')).toBeNull();
    expect(await listed('uai=dumas&uai-choice=0210001M')).toHaveLength(1);
    expect(await listed('from=hier')).toBeNull();
  });

  it('stay below the same filter, with the typed reason, where none was ticked', async () => {
    await issueEverything(service);
    const page = await (await agent.get(`${PAGE}&uai=dumas+dijon`)).text();
    const action = /<form method="post" action="(\/dane\/revocations[^"]*)"/.exec(page)?.[1] ?? '';
    const sent = await agent.post(action.replaceAll('&amp;', '&'), { reason: 'Remis par erreur.' });
    expect(sent.status).toBe(400);
    const again = await sent.text();
    expect(again).toContain('Remis par erreur.');
    expect(again.match(/name="ids"/g)).toHaveLength(1);
  });
});
