import { describe, expect, it } from 'vitest';
import { forgetOld } from '../../src/application/retention.ts';
import { MOST_NEWCOMERS_OF_SCHOOL } from '../../src/domain/access/newcomer.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, NEIGHBOUR, SCHOOL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { arriveAsNewcomer, newcomerFields } from '../support/newcomer.ts';
import { inDays, todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const INES = 'ines.nouvelle@ac-test.example';
const UAI = '0210001M' as never;
const DOUBTS = '/dane/people/doubts';

let service: TestService;
let chef: SignedInBrowser;
let neighbour: SignedInBrowser;
let dane: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, neighbour: NEIGHBOUR, dane: DANE }), (fixture) => {
  ({ service, chef, neighbour, dane } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const store = () => service.ports.store;
const invite = (fields: Readonly<Record<string, string | readonly string[]>> = {}) =>
  chef.post(`${SCHOOL}/missions/new`, { known: INES, from: todayInParis(), missions: ['B2'], ...fields });

/** The provider states the names that the form holds. */
const arrive = (email = INES, subject = email, name: readonly [string, string] = ['Inès', 'Nouvelle']) =>
  arriveAsNewcomer(service, { email, subject, name });

async function engagementsOf(email: string) {
  const [person] = await store().readPeopleByEmail([email]);
  const [record] = person ? await store().readPersonRecords([person.id]) : [];
  return record?.engagements.map((one) => [one.uai, one.missions.join(), one.confirmation]);
}

describe('an invitation to an unknown address', () => {
  it('fills the first page of its person, who takes the missions as the principal proposed them', async () => {
    expect((await invite({ words: 'Bienvenue.' })).status).toBe(303);
    expect(await read(chef, `${SCHOOL}/newcomers`)).toContain(INES);
    const ines = await arrive();
    expect(await ines.page()).toContain('Bienvenue.');
    expect(await read(dane, DOUBTS)).toContain(fr.newcomers.dane.invited);
    const sent = await ines.send(newcomerFields());
    expect(sent.headers.get('Location')).toBe('/sign-in/fim?to=/my/engagements');
    expect(await engagementsOf(INES)).toEqual([[UAI, 'B2', 'confirmed']]);
    expect(await store().readMissionInvitationsAt(UAI)).toEqual([]);
    expect(await store().readMissionProposalsAt(UAI)).toMatchObject([
      { settlement: { outcome: 'accepted' } },
    ]);
    expect(await store().readIdentity('https://fim.example', INES)).toBeDefined();
    const [person] = await store().readPeopleByEmail([INES]);
    const [line] = await store().searchAudit({ actions: ['person-welcomed'], limit: 1 });
    expect(line).toMatchObject({ subject: person?.id, actor: person?.id });
    expect(await read(dane, DOUBTS)).toContain(fr.dane.people.doubtsPage.none);
  });

  it('leaves other missions to the principal’s confirmation, and another school to its own principal', async () => {
    await invite();
    const ines = await arrive();
    expect((await ines.send(newcomerFields({ missions: ['A1', 'B2'] }))).status).toBe(303);
    expect(await engagementsOf(INES)).toEqual([[UAI, 'A1,B2', 'requested']]);
    await invite({ known: 'tom@ac-test.example' });
    const tom = await arrive('tom@ac-test.example');
    expect((await tom.send(newcomerFields({ school: '0210011Y' }))).headers.get('Location')).toBe(
      '/newcomer',
    );
    expect(await engagementsOf('tom@ac-test.example')).toBeUndefined();
    expect(await read(neighbour, '/school/0210011Y')).toContain(fr.newcomers.count(1));
    expect(await store().readMissionInvitationsAt(UAI)).toHaveLength(1);
  });

  it('is one an address, few a school, withdrawn by the school alone, and void once its author has left', async () => {
    await invite();
    expect((await invite()).status).toBe(409);
    const [one] = await store().readMissionInvitationsAt(UAI);
    const path = (school: string) => `${school}/newcomers/invitations/${one?.id}/withdrawal`;
    expect((await neighbour.post(path('/school/0210011Y'))).status).toBe(404);
    expect((await chef.post(path(SCHOOL))).status).toBe(303);
    for (let rank = 0; rank < MOST_NEWCOMERS_OF_SCHOOL; rank += 1)
      expect((await invite({ known: `n${rank}@ac-test.example` })).status).toBe(303);
    const full = await invite();
    expect(full.status).toBe(409);
    expect(await full.text()).toContain(
      fr.refusals['too-many-newcomers']({ most: MOST_NEWCOMERS_OF_SCHOOL }),
    );
    await service.importText({
      'personnes.csv': `email;prenom;nom;profil;uai\n${CHEF};Marie;Chevalier;rupn;\n`,
    });
    const left = await arrive('n1@ac-test.example');
    expect((await left.send(newcomerFields())).headers.get('Location')).toBe('/newcomer');
  });

  it('becomes a proposal where its person was recorded in the meantime', async () => {
    await invite();
    await service.importText({ 'personnes.csv': `email;prenom;nom;profil\n${INES};Inès;Nouvelle;rupn\n` });
    const { takeInvitations } = await import('../../src/features/mission-proposals/actions-invite.ts');
    const [person] = await store().readPeopleByEmail([INES]);
    const identity = { email: INES, emailVerified: true } as never;
    for (let turn = 0; turn < 2; turn += 1)
      await takeInvitations(service.ports, identity, person?.id as never);
    expect(await store().readMissionProposalsAt(UAI)).toMatchObject([
      { personId: person?.id, missions: ['B2'] },
    ]);
    expect(await store().readMissionInvitationsAt(UAI)).toEqual([]);
  });
});

describe('a request of someone who was not invited', () => {
  it('waits with everything typed, is corrected, and is one a person', async () => {
    const ines = await arrive();
    const faulty = await ines.send(newcomerFields({ from: '', words: '' }));
    expect([faulty.status, await faulty.text()]).toEqual([400, expect.stringContaining('value="Nouvelle"')]);
    await ines.send(newcomerFields());
    await ines.send(newcomerFields({ familyName: 'Neuve', to: inDays(30) }));
    await arrive();
    expect(await store().readNewcomersAt(UAI)).toMatchObject([{ request: { familyName: 'Neuve' } }]);
    expect(await ines.page()).toContain('value="Neuve"');
    expect(await store().readPeopleByEmail([INES])).toEqual([]);
  });

  it('is confirmed by the principal of its school only, as it was shown', async () => {
    const ines = await arrive();
    await ines.send(newcomerFields());
    const [{ id = '', request } = {}] = await store().readNewcomersAt(UAI);
    const welcome = (browser: SignedInBrowser, school: string, asked: string) =>
      browser.post(`${school}/newcomers/${id}/welcome`, { asked });
    expect((await welcome(neighbour, '/school/0210011Y', request?.at ?? '')).status).toBe(404);
    expect((await welcome(chef, SCHOOL, '2026-01-01T00:00:00.000Z')).status).toBe(409);
    expect((await welcome(chef, SCHOOL, request?.at ?? '')).status).toBe(303);
    expect(await engagementsOf(INES)).toEqual([[UAI, 'B2', 'confirmed']]);
    expect((await welcome(chef, SCHOOL, request?.at ?? '')).status).toBe(404);
  });

  it('is created by the DANE, and then waits for the principal; or is attached to a known person', async () => {
    const ines = await arrive();
    await ines.send(newcomerFields());
    const [{ id = '', request } = {}] = await store().readNewcomersAt(UAI);
    expect(await read(dane, DOUBTS)).toContain(fr.newcomers.dane.create);
    expect((await dane.post(DOUBTS, { id, act: 'create', asked: request?.at ?? '' })).status).toBe(303);
    expect(await engagementsOf(INES)).toEqual([[UAI, 'B2', 'requested']]);

    const claire = await arrive('claire.perso@ac-test.example', 'claire', ['Claire', 'Dupont']);
    await claire.send(newcomerFields({ givenName: 'Claire', familyName: 'Dupont', missions: ['E1'] }));
    const [other] = await store().readNewcomersAt(UAI);
    const linked = { id: other?.id ?? '', act: 'link', [`email-${other?.id}`]: CLAIRE };
    expect((await dane.post(DOUBTS, linked)).status).toBe(303);
    expect(await engagementsOf(CLAIRE)).toContainEqual([UAI, 'E1', 'requested']);
  });

  it('ends after ninety days, with all that was typed, as an invitation does', async () => {
    const ines = await arrive();
    await ines.send(newcomerFields());
    await invite({ known: 'tom@ac-test.example' });
    const look = async (days: number) => {
      const at = secondsAfter(service.ports.clock.now(), days * 86_400);
      const sureTime = async () => ({ at, announcedBefore: todayInParis(), today: todayInParis() }) as never;
      await forgetOld({ ...service.ports }, { sureTime });
      const [requested, invited] = await Promise.all([
        store().readNewcomersAt(UAI),
        store().readMissionInvitationsAt(UAI),
      ]);
      return [requested.length, invited.length];
    };
    expect(await look(89)).toEqual([1, 1]);
    expect(await look(91)).toEqual([0, 0]);
  });
});
