import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ClaimedIdentity } from '../../src/domain/access/newcomer.ts';
import type { ProvedIdentity } from '../../src/domain/access/signed-in-identity.ts';
import { isSameName, type StatedName, toDeclaredText } from '../../src/domain/person/name.ts';
import type { Person } from '../../src/domain/records.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, SCHOOL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { arriveAsNewcomer, FIM, newcomerFields } from '../support/newcomer.ts';
import { todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

/** Ludivine Vasseur signs in, and types that she is Hélène Marceau, whom the register knows. */
const LUDIVINE = 'ludivine.vasseur@ac-test.example';
const HELENE = 'helene.marceau@ac-test.example';
const AS_HELENE = newcomerFields({ givenName: 'Hélène', familyName: 'Marceau' });
const PROVED = ['Ludivine', 'Vasseur'] as const;
const DOUBTS = '/dane/people/doubts';
const UAI = '0210001M' as never;

let service: TestService;
let chef: SignedInBrowser;
let dane: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, dane: DANE }), async (fixture) => {
  ({ service, chef, dane } = fixture);
});

const store = () => service.ports.store;
const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const knowHelene = () =>
  service.importText({ 'personnes.csv': `email;prenom;nom;profil\n${HELENE};Hélène;Marceau;rupn\n` });
const invite = (known = LUDIVINE) =>
  chef.post(`${SCHOOL}/missions/new`, { known, from: todayInParis(), missions: ['B2'] });
const named = async (email: string) => {
  const [person] = await store().readPeopleByEmail([email]);
  return person && `${person.givenName} ${person.familyName}`;
};
const requests = async () => (await store().readDataRequests({ limit: 10 })).map(({ message }) => message);

/** The sign-in of Ludivine Vasseur, with what she typed, and the id of its doubt. */
async function ludivine(
  name: readonly [string, string] | undefined = PROVED,
  given: typeof AS_HELENE | undefined = AS_HELENE,
) {
  const browser = await arriveAsNewcomer(service, { email: LUDIVINE, name });
  const sent = given && (await browser.send(given));
  const [{ request } = {}] = await store().readNewcomersAt(UAI);
  return { id: await browser.id(), form: { asked: request?.at ?? '' }, sent };
}

/** A sign-in whose provider states no name. */
const withoutName = () => arriveAsNewcomer(service, { email: LUDIVINE });

const linkForm = (id: string, email = HELENE) => ({ id, act: 'link', [`email-${id}`]: email });

/** What the page asks to confirm, as the form sends it back. */
function confirmationIn(page: string, id: string) {
  const [, names = ''] = /name="names" value="([^"]+)"/.exec(page) ?? [];
  return { names, [`confirm-${id}`]: 'yes' };
}

describe('the compiler', () => {
  it('takes a typed name for no stated one, and no stated one for a typed one', () => {
    expectTypeOf<ClaimedIdentity>().not.toExtend<StatedName>();
    expectTypeOf<ClaimedIdentity>().not.toExtend<Pick<ProvedIdentity, 'givenName' | 'familyName'>>();
    expectTypeOf<ClaimedIdentity>().not.toExtend<Pick<Person, 'givenName' | 'familyName'>>();
    expectTypeOf<StatedName>().not.toExtend<ClaimedIdentity>();
    type Spread = Omit<ProvedIdentity, keyof ClaimedIdentity> & ClaimedIdentity;
    expectTypeOf<Spread>().not.toExtend<ProvedIdentity>();
  });
});

describe('two names', () => {
  const name = (givenName: string, familyName: string) => ({ givenName, familyName });
  const HELENE_MARCEAU = name('Hélène', 'Marceau');
  it.each([
    ['accents', name('Helene', 'Marceau')],
    ['case', name('HÉLÈNE', 'MARCEAU')],
    ['order', name('Marceau', 'Hélène')],
    ['the composed form', name('He\u0301le\u0300ne', 'Marceau')],
    ['spaces', name(' Hélène ', 'Marceau')],
  ])('are the same if only %s differ', (_what, other) => {
    expect(isSameName(HELENE_MARCEAU, other)).toBe(true);
  });

  it('are the same with or without hyphens, apostrophes and ligatures', () => {
    expect(isSameName(name('Jean-Pierre', 'Le Goff'), name('Jean Pierre', 'LeGoff'))).toBe(true);
    expect(isSameName(name('Léa', 'd’Œuvre'), name('Lea', "D'Oeuvre"))).toBe(true);
  });

  it.each([
    ['another name', name('Ludivine', 'Vasseur')],
    ['another first name', name('Irène', 'Marceau')],
    ['a missing name', name('Hélène', '')],
    ['a further name', name('Hélène', 'Marceau Vasseur')],
    ['a Cyrillic letter', name('H\u0435lene', 'Marceau')],
    ['another letter', name('Hélène', 'Marceaux')],
  ])('are different with %s', (_what, other) => {
    expect(isSameName(HELENE_MARCEAU, other)).toBe(false);
  });

  it('without a letter are never the same', () => {
    expect(isSameName(name('', ''), name('', ''))).toBe(false);
    expect(isSameName(name('–', '…'), name('–', '…'))).toBe(false);
  });
});

describe('a newcomer who types the name of another person', () => {
  it('is shown to the DANE under the name of their account, with both names in the warning colour', async () => {
    await ludivine();
    const page = await read(dane, DOUBTS);
    expect(page).toContain('<h2>Ludivine Vasseur</h2>');
    expect(page).not.toContain('<h2>Hélène Marceau</h2>');
    expect(page).toMatch(/notice notice-error"><p>[^<]*Ludivine Vasseur[^<]*Hélène Marceau/);
  });

  it('is shown to the principal under the name of their account, with both names', async () => {
    await ludivine();
    const page = await read(chef, `${SCHOOL}/newcomers`);
    expect(page).toMatch(/<th scope="row"[^>]*>Ludivine Vasseur/);
    expect(page).toMatch(/notice notice-error"><p>[^<]*Ludivine Vasseur[^<]*Hélène Marceau/);
    expect(page).toContain(fr.newcomers.school.welcomeOf('Ludivine Vasseur'));
  });

  it('reads on their own page under which name they will be recorded', async () => {
    const browser = await arriveAsNewcomer(service, { email: LUDIVINE, name: PROVED });
    expect(await browser.page()).toContain(fr.newcomers.identity.mine('Ludivine Vasseur'));
  });

  it('is linked to her record only if the agent confirms the names', async () => {
    await knowHelene();
    const { id } = await ludivine();
    const refused = await dane.post(DOUBTS, linkForm(id));
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain(fr.newcomers.identity.linkDiffers('Ludivine Vasseur', 'Hélène Marceau'));
    expect(page).toContain(`value="${HELENE}"`);
    expect(await store().readIdentity(FIM, LUDIVINE)).toBeUndefined();
    expect((await dane.post(DOUBTS, { ...linkForm(id), ...confirmationIn(page, id) })).status).toBe(303);
    expect(await store().readIdentity(FIM, LUDIVINE)).toBeDefined();
  });

  it.each([
    ['only the names, without the tick', { names: true, tick: false }],
    ['only the tick, without the names', { names: false, tick: true }],
  ])('is not linked by a form that sends %s', async (_what, { names, tick }) => {
    await knowHelene();
    const { id } = await ludivine();
    const sent = confirmationIn(await (await dane.post(DOUBTS, linkForm(id))).text(), id);
    const part = { ...(names && { names: sent.names }), ...(tick && { [`confirm-${id}`]: 'yes' }) };
    expect((await dane.post(DOUBTS, { ...linkForm(id), ...part })).status).toBe(409);
    expect(await store().readIdentity(FIM, LUDIVINE)).toBeUndefined();
  });

  it('is not linked by a confirmation for another person', async () => {
    await knowHelene();
    const { id } = await ludivine();
    const sent = confirmationIn(
      await (await dane.post(DOUBTS, linkForm(id, 'claire@ac-test.example'))).text(),
      id,
    );
    expect((await dane.post(DOUBTS, { ...linkForm(id), ...sent })).status).toBe(409);
    expect(await store().readIdentity(FIM, LUDIVINE)).toBeUndefined();
  });

  it('is not linked by a confirmation of what they typed before', async () => {
    await knowHelene();
    const { id } = await ludivine();
    const sent = confirmationIn(await (await dane.post(DOUBTS, linkForm(id))).text(), id);
    const browser = await arriveAsNewcomer(service, { email: LUDIVINE, name: PROVED });
    await browser.send(newcomerFields({ givenName: 'Irène', familyName: 'Marceau' }));
    expect((await dane.post(DOUBTS, { ...linkForm(id), ...sent })).status).toBe(409);
  });

  it('is not linked by a confirmation of what their account stated before', async () => {
    await knowHelene();
    const { id } = await ludivine();
    const sent = confirmationIn(await (await dane.post(DOUBTS, linkForm(id))).text(), id);
    await arriveAsNewcomer(service, { email: LUDIVINE, name: ['Lucie', 'Vasseur'] });
    expect((await dane.post(DOUBTS, { ...linkForm(id), ...sent })).status).toBe(409);
  });

  it('is created by the DANE under the name of their account, and asks for the other name', async () => {
    const { id, form } = await ludivine();
    expect((await dane.post(DOUBTS, { id, act: 'create', ...form })).status).toBe(303);
    expect(await named(LUDIVINE)).toBe('Ludivine Vasseur');
    expect(await requests()).toEqual([expect.stringMatching(/Ludivine Vasseur.*Hélène Marceau/)]);
    const page = await read(dane, '/dane/requests');
    expect(page).toContain('Ludivine Vasseur');
    expect(page).toContain('Hélène Marceau');
  });

  it('is welcomed by the principal under the name of their account, and asks for the other name', async () => {
    const { id, form } = await ludivine();
    expect((await chef.post(`${SCHOOL}/newcomers/${id}/welcome`, { ...form })).status).toBe(303);
    expect(await named(LUDIVINE)).toBe('Ludivine Vasseur');
    expect(await requests()).toHaveLength(1);
  });

  it('becomes by an invitation a person with the name of their account, and asks for the other name', async () => {
    await invite();
    const { sent } = await ludivine();
    expect(sent?.headers.get('Location')).toBe('/sign-in/fim?to=/my/engagements');
    expect(await named(LUDIVINE)).toBe('Ludivine Vasseur');
    expect(await requests()).toHaveLength(1);
  });
});

describe('a request for correction of a newcomer’s name', () => {
  it('is made for a missing accent too, and for nothing if the names are written alike', async () => {
    const spelled = newcomerFields({ givenName: 'Inès', familyName: 'Nouvelle' });
    const { id, form } = await ludivine(['INES', 'NOUVELLE'], spelled);
    expect(await read(chef, `${SCHOOL}/newcomers`)).not.toContain('notice-error');
    expect((await chef.post(`${SCHOOL}/newcomers/${id}/welcome`, { ...form })).status).toBe(303);
    expect(await named(LUDIVINE)).toBe('INES NOUVELLE');
    expect(await requests()).toHaveLength(1);

    const tom = await arriveAsNewcomer(service, { email: 'tom@ac-test.example', name: ['Tom', 'Petit'] });
    await tom.send(newcomerFields({ givenName: 'Tom', familyName: 'Petit' }));
    await dane.post(DOUBTS, {
      ...{ id: await tom.id(), act: 'create' },
      asked: (await store().readNewcomersAt(UAI))[0]?.request?.at ?? '',
    });
    expect(await named('tom@ac-test.example')).toBe('Tom Petit');
    expect(await requests()).toHaveLength(1);
  });

  it('is answered by the DANE, and its person reads the answer', async () => {
    const { id, form } = await ludivine();
    await dane.post(DOUBTS, { id, act: 'create', ...form });
    const [request] = await store().readDataRequests({ limit: 1 });
    const answer = 'Votre compte dit autre chose.';
    expect((await dane.post('/dane/requests', { id: request?.id ?? '', answer })).status).toBe(303);
    expect(await requests()).toEqual([]);
    const [own] = request ? await store().readDataRequestsOf(request.personId) : [];
    expect(own?.settled?.answer).toBe(answer);
    expect(await named(LUDIVINE)).toBe('Ludivine Vasseur');
  });
});

describe('a newcomer whose provider states no name', () => {
  it('is shown without a name, and what they typed as unproved', async () => {
    await (await withoutName()).send(AS_HELENE);
    for (const page of [await read(dane, DOUBTS), await read(chef, `${SCHOOL}/newcomers`)]) {
      expect(page).toContain(fr.newcomers.identity.unproved('Hélène Marceau'));
      expect(page).not.toMatch(/<h2>Hélène Marceau|<th scope="row"[^>]*>Hélène Marceau/);
    }
  });

  it('becomes no person by an invitation alone: the request waits for a human', async () => {
    await invite();
    const sent = await (await withoutName()).send(AS_HELENE);
    expect(sent.headers.get('Location')).toBe('/newcomer');
    expect(await named(LUDIVINE)).toBeUndefined();
    expect(await store().readNewcomersAt(UAI)).toHaveLength(1);
  });

  it('is welcomed by the principal only with a confirmation of the typed name', async () => {
    const browser = await withoutName();
    await browser.send(AS_HELENE);
    const id = await browser.id();
    const at = (await store().readNewcomersAt(UAI))[0]?.request?.at ?? '';
    const welcome = (fields: Readonly<Record<string, string>> = {}) =>
      chef.post(`${SCHOOL}/newcomers/${id}/welcome`, { asked: at, ...fields });
    for (const fields of [{}, { names: 'Hélène Marceau' }, { [`confirm-${id}`]: 'yes' }]) {
      const refused = await welcome(fields);
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain(fr.refusals['identity-unconfirmed']({}));
    }
    const other = { names: 'Irène Marceau', [`confirm-${id}`]: 'yes' };
    expect((await welcome(other)).status).toBe(409);
    expect(await named(LUDIVINE)).toBeUndefined();
    const sent = confirmationIn(await read(chef, `${SCHOOL}/newcomers`), id);
    expect((await welcome(sent)).status).toBe(303);
    expect(await named(LUDIVINE)).toBe('Hélène Marceau');
    expect(await requests()).toEqual([]);
  });

  it('is created by the DANE only with a confirmation of the typed name', async () => {
    const browser = await withoutName();
    await browser.send(AS_HELENE);
    const id = await browser.id();
    const at = (await store().readNewcomersAt(UAI))[0]?.request?.at ?? '';
    const refused = await dane.post(DOUBTS, { id, act: 'create', asked: at });
    expect(refused.status).toBe(409);
    expect(await named(LUDIVINE)).toBeUndefined();
    const sent = confirmationIn(await refused.text(), id);
    expect((await dane.post(DOUBTS, { id, act: 'create', asked: at, ...sent })).status).toBe(303);
    expect(await named(LUDIVINE)).toBe('Hélène Marceau');
  });

  it('is linked to a record only with a confirmation, even if they typed its name', async () => {
    await knowHelene();
    const browser = await withoutName();
    await browser.send(AS_HELENE);
    const refused = await dane.post(DOUBTS, linkForm(await browser.id()));
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(fr.newcomers.identity.linkUnproved('Hélène Marceau'));
    expect(await store().readIdentity(FIM, LUDIVINE)).toBeUndefined();
  });
});

describe('a sign-in under the name of the record', () => {
  it('is linked at once, with other accents, case and order too', async () => {
    await knowHelene();
    const { id } = await ludivine(['MARCEAU', 'HELENE'], AS_HELENE);
    expect((await dane.post(DOUBTS, linkForm(id))).status).toBe(303);
    expect(await store().readIdentity(FIM, LUDIVINE)).toBeDefined();
  });

  it('is not linked at once if the person typed yet another name', async () => {
    await knowHelene();
    const { id } = await ludivine(
      ['Hélène', 'Marceau'],
      newcomerFields({ givenName: 'Ludivine', familyName: 'Vasseur' }),
    );
    expect((await dane.post(DOUBTS, linkForm(id))).status).toBe(409);
  });

  it('is not linked to a record of another name, if nothing was typed', async () => {
    await knowHelene();
    const browser = await arriveAsNewcomer(service, { email: LUDIVINE, name: PROVED });
    expect((await dane.post(DOUBTS, linkForm(await browser.id()))).status).toBe(409);
  });

  it('marks a typed text as a claim without changing it', () => {
    expect(toDeclaredText('Hélène')).toBe('Hélène');
  });
});
