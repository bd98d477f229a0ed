import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditAction } from '../../src/domain/audit/actions.ts';
import { audit } from '../../src/domain/audit/entry.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { seenPerson } from '../../src/domain/person/fields.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { peopleTexts } from '../../src/texts/fr/dane/people.ts';
import { AGENT, sendFiles, startWithOneAgent } from '../support/fixtures/dane.ts';
import { WHOLE_PERSON } from '../support/fixtures/whole-person.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { nextPageOf } from '../support/next-page.ts';
import { formsOf } from '../support/page-forms.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const CLAIRE = 'claire.dupont@ac-test.example';

let service: TestService;
let agent: SignedInBrowser;
startBeforeEach(startWithOneAgent, (started) => {
  ({ service, agent } = started);
});

/** What the form that corrects a person shows of them now. */
const seenOf = async (id: string) => {
  const [person] = await service.ports.store.readPeople([id as PersonId]);
  if (!person) throw new Error('no person');
  return { seen: seenPerson(person) };
};

const claireId = async () => {
  const [claire] = await service.ports.store.readPeopleByEmail([CLAIRE]);
  return claire?.id ?? '';
};

describe('the register of people', () => {
  it('is searched by part of a name, in any case, and by school', async () => {
    const found = async (query: string) => (await agent.get(`/dane/people?${query}`)).text();
    expect(await found('q=dup')).toContain('Dupont Claire');
    expect(await found('q=CLAIRE')).toContain('Dupont Claire');
    expect(await found('q=claire.dupont@')).toContain('Dupont Claire');
    expect(await found('uai=0210001m')).toContain('Dupont Claire');
    expect(await found('q=Claire+Dupont')).toContain('Dupont Claire');
    expect(await found('q=DUPONT%20cl')).toContain('Dupont Claire');
    expect(await found('q=claire+martin')).toContain(fr.dane.people.none);
    expect(await found('q=%25')).toContain(fr.dane.people.none);
    expect(await found('profile=dane')).not.toContain('Dupont Claire');
  });

  it('is searched whatever the accents', async () => {
    await service.importText({
      'names.csv':
        'email;prenom;nom\nh.m@ac-test.example;Hélène;Marçeau\nj.p@ac-test.example;Jean-Noël;Œuvrard\n',
    });
    const found = async (query: string) =>
      (await agent.get(`/dane/people?q=${encodeURIComponent(query)}`)).text();
    for (const query of ['Hélène Marçeau', 'helene marceau', 'MARCEAU Hél', 'HÉLÈNE']) {
      expect(await found(query)).toContain('Marçeau Hélène');
    }
    expect(await found('jean oeuvr')).toContain('Œuvrard Jean-Noël');
  });

  it('reports a text that is not a UAI, and shows no one', async () => {
    const page = await (await agent.get('/dane/people?uai=0210001X')).text();
    expect(page).toContain(fr.forms.faults['invalid-uai']);
    expect(page).not.toContain('Dupont Claire');
  });

  it('shows an unknown kind of action by its code', async () => {
    const subject = await claireId();
    const action = 'person-praised' as AuditAction;
    const at = '2026-01-10T08:00:00Z' as Instant;
    await service.ports.store.commit([audit(action, { at, actor: 'dane', subject })]);
    const page = await agent.get(`/dane/people/${subject}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('person-praised');
  });

  it.each(['', '/change', '/erasure', '/merge', '/award'])(
    'answers 404 for the address of no one: /dane/people/…%s',
    async (page) => {
      for (const id of ['nobody', 'no~id', 'a%20b']) {
        expect((await agent.get(`/dane/people/${id}${page}`)).status).toBe(404);
      }
    },
  );

  it('is listed page by page by key, each person once', async () => {
    const lines = Array.from({ length: 120 }, (_, turn) => `p${turn}@ac-test.example;Prénom;Martin`);
    await service.importText({ 'many.csv': `email;prenom;nom\n${lines.join('\n')}\n` });
    const seen: string[] = [];
    let path: string | undefined = '/dane/people?q=martin';
    while (path) {
      const page: string = await (await agent.get(path)).text();
      seen.push(...[...page.matchAll(/p\d+@ac-test/g)].map(([address]) => address));
      path = nextPageOf(page);
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('shows the whole record of one person, each badge with its missing part', async () => {
    const page = await (await agent.get(`/dane/people/${await claireId()}`)).text();
    expect(page).toContain('Collège Claude Guyot');
    expect(page).toContain('RUPN confirmé·e');
    expect(page).toContain(fr.my.badges.notMet);
    const missing = await agent.get('/dane/people/nobody');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain(fr.dane.missing.links.people);
  });

  it('shows events, texts and contributions, in their own words', async () => {
    await service.importText({
      'event.csv': 'code;nature;intitule;debut;heures\nPAF-1;EV-PAF;Écrans en classe;2024-01-10;6\n',
      'presences.csv': `email;evenement;heures;preuve\n${CLAIRE};PAF-1;6;3\n`,
      'points.csv': `email;uai;date;nature\n${CLAIRE};0210001M;2026-05-12;bilan\n`,
      'contributions.csv': `reference;email;nature;date;lien;validee\nC-1;${CLAIRE};ressource;2024-03-01;https://exemple.test/r;oui\n`,
    });
    const page = await (await agent.get(`/dane/people/${await claireId()}`)).text();
    expect(page).toContain('href="/dane/events/PAF-1">Écrans en classe</a>');
    expect(page).toContain(fr.records.proofs['3']);
    expect(page).toContain(fr.records.reviewKinds['self-report']);
    expect(page).toContain('href="https://exemple.test/r"');
    expect(page).toContain('Écrans en classe, 10 janvier 2024');
  });
});

describe('every field of a person', () => {
  const pageOf = (path: string) => `/dane/people/${WHOLE_PERSON.id}${path}`;
  beforeEach(async () => {
    await service.ports.store.commit([{ kind: 'person-saved', person: WHOLE_PERSON }]);
  });

  it('stands on their page', async () => {
    const page = await (await agent.get(pageOf(''))).text();
    const { id: _, profiles: __, headOf: ___, ...texts } = WHOLE_PERSON;
    expect(
      Object.values(texts)
        .flat()
        .filter((text) => !page.includes(text)),
    ).toEqual([]);
    expect(page).toContain('référent·e, chef d’établissement');
    expect(page).toContain('Collège Claude Guyot');
  });

  it('stays as it is where the form that corrects it is sent as it was shown', async () => {
    const page = await (await agent.get(pageOf('/change'))).text();
    const form = formsOf(page).find(({ action }) => action === pageOf('/change'));
    const sent = [...(form?.filled.keys() ?? [])].map((name) => [name, form?.filled.getAll(name) ?? []]);
    expect((await agent.post(pageOf('/change'), Object.fromEntries(sent))).status).toBe(303);
    expect(await service.ports.store.readPeople([WHOLE_PERSON.id])).toEqual([WHOLE_PERSON]);
  });
});

describe('a change of name', () => {
  it('has a form with every field of a person that an agent may correct', async () => {
    const page = await (await agent.get(`/dane/people/${await claireId()}/change`)).text();
    const requested = new Set(Array.from(page.matchAll(/ name="(\w+)"/g), ([, name]) => name));
    expect([...requested]).toEqual(expect.arrayContaining(Object.keys(peopleTexts('DANE').change.fields)));
  });

  it('makes the badges signed again under the same id, with the same day of award', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await service.services.acceptCredential({ id: badge.id, name: 'full', actor: 'test' });
    const before = await (await service.get(`${badge.path}.json`)).json();
    const changed = await agent.post(`/dane/people/${await claireId()}/change`, {
      ...(await seenOf(await claireId())),
      givenName: 'Claire',
      familyName: 'Dupont-Martin',
      email: CLAIRE,
      profiles: ['rupn'],
    });
    expect(changed.status).toBe(303);
    const after = await (await service.get(`${badge.path}.json`)).json();
    expect(JSON.stringify(after)).toContain('Dupont-Martin');
    expect([after.id, after.awardedDate]).toEqual([before.id, before.awardedDate]);
    expect(after.validFrom > before.validFrom).toBe(true);
    expect(after.credentialStatus).toEqual(before.credentialStatus);
  });

  it('by a file does the same, and an address too, but not for data that no badge shows', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await service.services.acceptCredential({ id: badge.id, name: 'full', actor: 'test' });
    const read = async () => {
      const found = await service.ports.store.readCredential(badge.id);
      const { validFrom, revision, document = '{}' } = found?.credential ?? {};
      return { validFrom, revision, body: JSON.parse(document) };
    };
    const before = await read();
    const send = async (line: string) => {
      const header = 'email;prenom;nom;ancien_email;profil';
      const report = await sendFiles(service, agent, { 'p.csv': `${header}\n${line}\n` });
      expect((await agent.post(report.headers.get('Location') ?? '')).status).toBe(303);
    };
    await send(`${CLAIRE};Claire;Dupont;;rupn|chef`);
    expect(await read()).toEqual(before);
    await send(`claire.martin@ac-test.example;Claire;Martin;${CLAIRE};`);
    const after = await read();
    expect(after.revision).toBe((before.revision ?? 0) + 1);
    expect(String(after.validFrom) > String(before.validFrom)).toBe(true);
    expect(after.body.awardedDate).toBe(before.body.awardedDate);
    expect(after.body.id).toBe(before.body.id);
    expect(JSON.stringify(after.body)).toContain('Martin');
    expect(JSON.stringify(after.body)).not.toContain('Dupont');
  });

  it('of a school does it too, for holders who show their schools', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    const rename = async (name: string) => {
      const files = { 'e.csv': `uai;nom\n0210001M;${name}\n` };
      const report = await sendFiles(service, agent, files);
      await agent.post(report.headers.get('Location') ?? '');
      const found = await service.ports.store.readCredential(badge.id);
      return { revision: found?.credential?.revision ?? 0, body: found?.credential?.document ?? '' };
    };
    await service.services.acceptCredential({ id: badge.id, showSchools: false, actor: 'test' });
    const hidden = await rename('Collège Olympe de Gouges');
    await service.services.acceptCredential({
      id: badge.id,
      showSchools: true,
      schoolsConfirmed: true,
      actor: 'test',
    });
    const shown = await rename('Collège Simone Veil');
    expect(hidden.body).not.toContain('Collège');
    expect(shown.body).toContain('Collège Simone Veil');
    expect(shown.body).not.toContain('Gouges');
    expect(await rename('Collège Simone Veil')).toEqual(shown);
  });

  it('refuses another person’s address, and then keeps the typed values', async () => {
    const id = await claireId();
    const fields = {
      ...(await seenOf(id)),
      givenName: 'Claire',
      familyName: '',
      email: AGENT,
      profiles: ['rupn'],
    };
    const path = `/dane/people/${id}/change`;
    const refused = await agent.post(path, fields);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(`value="${AGENT}"`);
    const taken = await agent.post(path, { ...fields, familyName: 'Dupont' });
    expect(taken.status).toBe(400);
    const page = await taken.text();
    expect(page).toContain(fr.forms.faults.taken);
    expect(page).toContain(`value="${AGENT}"`);
  });

  it('from a form opened earlier undoes nothing that was changed since, and shows both', async () => {
    const id = await claireId();
    const path = `/dane/people/${id}/change`;
    const opened = await seenOf(id);
    const fields = { givenName: 'Claire', email: CLAIRE };
    const taken = { ...fields, ...opened, familyName: 'Dupont', profiles: ['rupn', 'principal'] };
    expect((await agent.post(path, taken)).status).toBe(303);
    const late = { ...fields, familyName: 'Dupont-Martin', profiles: ['rupn'] };
    for (const seen of [opened, {}]) {
      const refused = await agent.post(path, { ...late, ...seen });
      expect(refused.status).toBe(409);
      const page = await refused.text();
      expect(page).toContain('value="Dupont-Martin"');
      const [claire] = await service.ports.store.readPeopleByEmail([CLAIRE]);
      expect([claire?.familyName, claire?.profiles]).toEqual(['Dupont', ['rupn', 'principal']]);
    }
    // The form that was given back shows what stands now, so that it can be sent again on purpose.
    const again = await agent.post(path, { ...late, ...(await seenOf(id)) });
    expect(again.status).toBe(303);
  });

  it('is in the history: its author and fields, never the values', async () => {
    const path = `/dane/people/${await claireId()}`;
    const fields = { givenName: 'Claire', familyName: 'Martin', email: CLAIRE, profiles: ['rupn'] };
    await agent.post(`${path}/change`, { ...fields, ...(await seenOf(await claireId())) });
    const page = await (await agent.get(path)).text();
    expect(page).toContain(`${fr.dane.people.person.actions['person-changed']}\u00a0: Nom`);
    expect(page).toContain('Odile Richardot');
  });
});

describe('the DANE’s own profiles', () => {
  const change = async (id: string, profiles: readonly string[]) => {
    const shown = await seenOf(id);
    const fields = { ...shown, givenName: 'Odile', familyName: 'Richardot', email: AGENT, profiles };
    return agent.post(`/dane/people/${id}/change`, fields);
  };

  it('cannot be changed by the agents concerned', async () => {
    const refused = await change(agent.personId, []);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults['own-profiles']);
    expect((await change(agent.personId, ['dane'])).status).toBe(303);
    expect((await agent.get('/dane')).status).toBe(200);
  });

  it('stay with at least one agent, even after an erasure', async () => {
    const path = `/dane/people/${agent.personId}/erasure`;
    const refused = await agent.post(path, { confirm: 'EFFACER' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults['last-dane-agent']);
  });

  it('can be removed from one of two agents, and not from both at once', async () => {
    const second = 'second@ac-test.example';
    await service.importText({ 's.csv': `email;prenom;nom;profil\n${second};Paul;Second;dane\n` });
    const other = await signInAs(service, second);
    const fields = { givenName: 'Odile', familyName: 'Richardot', email: AGENT, profiles: ['rupn'] };
    const theirs = { givenName: 'Paul', familyName: 'Second', email: second, profiles: ['rupn'] };
    const [seen, seenOther] = [await seenOf(agent.personId), await seenOf(other.personId)];
    const answers = await Promise.all([
      agent.post(`/dane/people/${other.personId}/change`, { ...theirs, ...seenOther }),
      other.post(`/dane/people/${agent.personId}/change`, { ...fields, ...seen }),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await service.ports.store.searchPeople({ profile: 'dane', limit: 5 })).toHaveLength(1);
  });
});

describe('a revocation', () => {
  it('needs its public reason, which the page of the badge shows', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await service.services.acceptCredential({ id: badge.id, actor: 'test' });
    const path = `/dane${badge.path}/revocation`;
    expect((await agent.get(path)).status).toBe(200);
    expect((await agent.post(path)).status).toBe(400);
    const done = await agent.post(path, { reason: 'Attribué par erreur' });
    expect(done.headers.get('Location')).toBe(`/dane/people/${await claireId()}?done=revoked`);
    expect(await (await service.get(badge.path)).text()).toContain('Attribué par erreur');
    const again = await (await agent.get(path)).text();
    expect(again).toContain('Claire Dupont');
    expect(again).toContain('par Odile Richardot');
    expect(again).not.toContain('<textarea');
    const twice = await (await agent.post(path, { reason: 'Encore' })).text();
    expect(twice).toContain(fr.dane.people.person.because('Attribué par erreur'));
  });
});

describe('an erasure', () => {
  it('asks for the word first, then leaves no one with this name', async () => {
    const id = await claireId();
    const path = `/dane/people/${id}/erasure`;
    const [record] = await service.ports.store.readPersonRecords([id as never]);
    const { engagements = [], attended = [], reviews = [], contributions = [] } = record ?? {};
    const facts = [engagements, attended, reviews, contributions].flat().length;
    expect(facts).toBeGreaterThan(0);
    expect(await (await agent.get(path)).text()).toMatch(
      new RegExp(`${facts}\\sfaits? dispara.*\\d\\sbadges? ser`),
    );
    const wrong = await agent.post(path, { confirm: 'oui' });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain(fr.forms.faults['wrong-word']);
    expect((await agent.get(`/dane/people/${id}`)).status).toBe(200);
    expect((await agent.post(path, { confirm: 'EFFACER' })).status).toBe(303);
    expect((await agent.get(`/dane/people/${id}`)).status).toBe(404);
  });
});

describe('a merge', () => {
  it('cannot include the agent’s own record, as either of the two', async () => {
    const [me] = await service.ports.store.readPeopleByEmail([AGENT]);
    const into = `/dane/people/${me?.id}/merge`;
    expect((await agent.post(into, { other: await claireId(), confirm: 'yes' })).status).toBe(403);
    const away = `/dane/people/${await claireId()}/merge`;
    expect((await agent.post(away, { other: me?.id ?? '', confirm: 'yes' })).status).toBe(403);
    expect(await service.ports.store.readPeopleByEmail([CLAIRE, AGENT])).toHaveLength(2);
  });

  it('makes one record of two: facts, addresses and badges move, and the other disappears', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await service.services.acceptCredential({ id: badge.id, name: 'full', actor: 'test' });
    await service.importText({
      'double.csv': 'email;prenom;nom\nc.dupont@ac-test.example;Claire;Dupont-Martin\n',
      'event.csv': 'code;nature;intitule;debut;heures\nPAF-1;EV-PAF;Formation;2024-01-10;6\n',
      'presences.csv': [
        'email;evenement;heures;preuve',
        `${CLAIRE};PAF-1;6;3`,
        'c.dupont@ac-test.example;PAF-1;6;1',
        '',
      ].join('\n'),
    });
    const [double] = await service.ports.store.readPeopleByEmail(['c.dupont@ac-test.example']);
    const path = `/dane/people/${double?.id}/merge`;
    const other = await claireId();
    const search = await (await agent.get(`${path}?q=dupont+claire`)).text();
    expect(search).toContain(`with=${other}`);
    const sideBySide = await (await agent.get(`${path}?with=${other}`)).text();
    expect(sideBySide).toContain(CLAIRE);
    expect(sideBySide).toContain('l’adresse actuelle sera c.dupont@ac-test.example');
    const unticked = await agent.post(path, { other });
    expect(unticked.status).toBe(400);
    expect(await unticked.text()).toContain(fr.forms.faults['not-ticked']);
    expect((await agent.post(path, { other, confirm: 'yes' })).status).toBe(303);
    const [one] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    expect(one).toMatchObject({
      id: double?.id,
      familyName: 'Dupont-Martin',
      emails: ['c.dupont@ac-test.example', CLAIRE],
    });
    const [record] = await service.ports.store.readPersonRecords([double?.id as never]);
    expect(record?.engagements).toHaveLength(1);
    expect(record?.attended).toMatchObject([{ proof: 3 }]);
    expect(JSON.stringify(await (await service.get(`${badge.path}.json`)).json())).toContain('Dupont-Martin');
  });

  it('keeps the better proved of two attendances at one event, or the longer at equal proof', async () => {
    const other = 'c.dupont@ac-test.example';
    const events = ['A;6', 'B;6', 'C;', 'D;6'].map((one) => one.replace(';', ';EV-PAF;Stage;2024-01-10;'));
    const attended = [
      [`${CLAIRE};A;12;1`, `${other};A;3;3`],
      [`${CLAIRE};B;2;3`, `${other};B;12;1`],
      [`${CLAIRE};C;;2`, `${other};C;4;2`],
      [`${CLAIRE};D;;2`, `${other};D;4;2`],
    ];
    await service.importText({
      'double.csv': `email;prenom;nom\n${other};Claire;Dupont\n`,
      'event.csv': `code;nature;intitule;debut;heures\n${events.join('\n')}\n`,
      'presences.csv': `email;evenement;heures;preuve\n${attended.flat().join('\n')}\n`,
    });
    const [double] = await service.ports.store.readPeopleByEmail([other]);
    const id = await claireId();
    await agent.post(`/dane/people/${id}/merge`, { other: double?.id ?? '', confirm: 'yes' });
    const [record] = await service.ports.store.readPersonRecords([id as never]);
    const saved = record?.attended.map(({ event, hours, proof }) => [event.code, hours, proof]);
    expect(saved?.toSorted()).toEqual([
      ['A', 3, 3],
      ['B', 2, 3],
      ['C', 4, 2],
      ['D', 6, 2],
    ]);
  });

  it('warns that two valid badges of one kind stay, and offers to end one', async () => {
    const other = 'c.dupont@ac-test.example';
    await service.importText({
      'double.csv': `email;prenom;nom\n${other};Claire;Dupont\n`,
      'second.csv': `reference;email;uai;debut;fin;missions;confirmation\nSEG-2;${other};0210001M;01/09/2022;31/08/2023;A1|A2|B1;confirmee\n`,
    });
    const badges = await issueEverything(service);
    for (const { id } of badges) await service.services.acceptCredential({ id, actor: 'test' });
    const [double] = await service.ports.store.readPeopleByEmail([other]);
    const id = await claireId();
    const path = `/dane/people/${id}/merge`;
    const before = await (await agent.get(`${path}?with=${double?.id}`)).text();
    expect(before).toMatch(like(fr.dane.people.merge.twins('RUPN engagé·e', [ANY])));
    await agent.post(path, { other: double?.id ?? '', confirm: 'yes' });
    const record = await (await agent.get(`/dane/people/${id}`)).text();
    const hrefs = [...record.matchAll(/href="([^"]*\/revocation\?by=[^"]*)"/g)].map(([, href]) => href);
    expect(hrefs).toHaveLength(2);
    const form = await (await agent.get(String(hrefs[0]))).text();
    const reason = /<textarea[^>]*>([^<]*)</.exec(form)?.[1] ?? '';
    expect(reason).toMatch(like(fr.dane.people.revoke.replacedBy('RUPN engagé·e', ANY)));
    const ended = String(hrefs[0]).split('?')[0] ?? '';
    expect((await agent.post(ended, { reason })).status).toBe(303);
    const shown = await (await service.get(ended.replace(/^\/dane|\/revocation$/g, ''))).text();
    expect(shown).toMatch(like(fr.dane.people.revoke.replacedBy(ANY, ANY)));
    expect(await (await agent.get(`/dane/people/${id}`)).text()).not.toContain('/revocation?by=');
    // A badge with other facts, or an unknown one, replaces nothing.
    const odd = await (await agent.get(`${ended}?by=${badges[0]?.id}`)).text();
    expect(odd).not.toContain('<textarea');
  });

  it('proposes at once the badges that the merged record earns', async () => {
    const other = 'c.dupont@ac-test.example';
    const half = (who: string, reference: string, from: string, to: string) =>
      `${reference};${who};0210001M;${from};${to};A1|B1;confirmee`;
    await service.importText({
      'double.csv': `email;prenom;nom\n${other};Claire;Dupont\nhugo@ac-test.example;Hugo;Un\n`,
      'halves.csv': [
        'reference;email;uai;debut;fin;missions;confirmation',
        half(other, 'H-1', '2022-09-01', '2023-01-31'),
        half('hugo@ac-test.example', 'H-2', '2023-02-01', '2023-06-30'),
        '',
      ].join('\n'),
    });
    const [one, two] = await service.ports.store.readPeopleByEmail([other, 'hugo@ac-test.example']);
    const into = one?.id ?? '';
    await agent.post(`/dane/people/${into}/merge`, { other: two?.id ?? '', confirm: 'yes' });
    const proposals = await service.ports.store.readProposals({ limit: 10 });
    const theirs = proposals.filter(
      ({ recipient }) => recipient.kind === 'person' && recipient.personId === into,
    );
    expect(theirs.map(({ achievement }) => achievement)).toEqual(['RUPN-ENG']);
  });

  it('resets confirmations that one of the two gave to the other', async () => {
    const chef = 'ange.roy@ac-test.example';
    await service.importText({
      'chef.csv': `email;prenom;nom;profil;uai\n${chef};Ange;Roy;chef;0210001M\n`,
      'asked.csv': `reference;email;uai;debut;missions\nSEG-9;${CLAIRE};0210001M;01/09/2026;A1\n`,
    });
    const head = await signInAs(service, chef);
    await head.post('/school/0210001M/confirmations', { reference: 'SEG-9' });
    const states = async () => {
      const found = await service.ports.store.readEngagements(['SEG-1', 'SEG-9']);
      return found.map(({ reference, confirmation }) => [reference, confirmation]).toSorted();
    };
    expect(await states()).toEqual([
      ['SEG-1', 'confirmed'],
      ['SEG-9', 'confirmed'],
    ]);
    await agent.post(`/dane/people/${head.personId}/merge`, { other: await claireId(), confirm: 'yes' });
    expect(await states()).toEqual([
      ['SEG-1', 'confirmed'],
      ['SEG-9', 'requested'],
    ]);
  });

  it('needs two different, known records', async () => {
    const path = `/dane/people/${await claireId()}/merge`;
    const same = await agent.post(path, { other: await claireId(), confirm: 'yes' });
    expect(same.status).toBe(400);
    expect(await same.text()).toContain(fr.forms.faults['same-person']);
    expect((await agent.post(path, { other: 'nobody', confirm: 'yes' })).status).toBe(400);
    expect((await agent.get(`${path}?with=nobody`)).status).toBe(400);
  });
});

describe('a sign-in to link', () => {
  it('shows the page again where the address is missing or unknown', async () => {
    const identity = {
      issuer: 'https://id.test',
      subject: 's-1',
      provider: 'local' as const,
      givenName: 'Eva',
    };
    const at = service.ports.clock.now();
    const doubt = { id: 'd-1', identity, reason: 'no-address' as const, firstAt: at, lastAt: at };
    await service.ports.store.commit([{ kind: 'sign-in-doubted', doubt }]);
    const send = (fields: Readonly<Record<string, string>>) =>
      agent.post('/dane/people/doubts', { id: 'd-1', act: 'link', ...fields });
    const empty = await send({});
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain(fr.forms.faults.required);
    const unknown = await send({ 'email-d-1': 'x@ac-test.example' });
    expect(unknown.status).toBe(400);
    const page = await unknown.text();
    expect(page).toContain(fr.forms.faults['unknown-person']);
    expect(page).toContain('value="x@ac-test.example"');
    // The account states half a name: the agent confirms that it is Claire's.
    const unconfirmed = await send({ 'email-d-1': CLAIRE });
    expect(unconfirmed.status).toBe(409);
    const [, names = ''] = /name="names" value="([^"]+)"/.exec(await unconfirmed.text()) ?? [];
    const confirmed = { 'email-d-1': CLAIRE, names, 'confirm-d-1': 'yes' };
    expect((await send(confirmed)).status).toBe(303);
  });
});
