import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAWN_FOR } from '../../src/adapters/http/forms/read-body.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { makeHostClient } from '../support/host-client.ts';
import { formsOf } from '../support/page-forms.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { ACCESS } from './routes-table.ts';
import { formsSentTo } from './sent-forms.ts';

/** Everything in this world belongs to Claire and to her school. The visitors have a school, or a record, of
 *  their own, and put Claire's ids into their own addresses and forms. */
const HERS = '0210001M' as Uai;
const OWN = '0210010X' as Uai;
const CLAIRE = 'claire.dupont@ac-test.example';
const COLLEAGUE = 'carl@ac-test.example';
const HEAD = 'head@ac-test.example';
const OTHER_HEAD = 'other.head@ac-test.example';
const DAY = '2026-11-10' as LocalDate;
const FILES: Readonly<Record<string, string>> = {
  ...ONE_RUPN,
  'agents.csv': [
    'email;prenom;nom;profil;uai',
    `${COLLEAGUE};Carl;Lègue;rupn;`,
    `${HEAD};Hélène;Tête;chef;${HERS}`,
    `${OTHER_HEAD};Autre;Chef;chef;${OWN}`,
    '',
  ].join('\n'),
  'etablissements2.csv': `uai;nom;secteur\n${OWN};Lycée d’à côté;Public\n`,
  'segments.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `SEG-2;${CLAIRE};${HERS};01/09/2026;;A1|B1;;demandee`,
    `SEG-3;${CLAIRE};${HERS};01/09/2025;31/08/2026;A1|B1;;demandee`,
    `SEG-4;${CLAIRE};${HERS};01/09/2026;;C1;;confirmee`,
    `OWN-1;${COLLEAGUE};${OWN};01/09/2024;;A2;;confirmee`,
    '',
  ].join('\n'),
  'authorisations.csv': `uai;mission;collectivite;debut\n${HERS};C5;Département;01/09/2024\n`,
  'events.csv': 'code;nature;intitule;debut\nEV-1;EV-RENC;Rencontre;2026-11-10\n',
  'contributions.csv': `reference;email;nature;date;validee\nC-1;${CLAIRE};projet;2026-01-10;non\n`,
};

let service: TestService;
let head: SignedInBrowser;
let otherHead: SignedInBrowser;
let colleague: SignedInBrowser;
let claire: SignedInBrowser;
/** Ids of Claire's records, by a part of the route that uses them. */
let ids: readonly (readonly [string, string])[];
let paper: string;
let project: string;

beforeAll(async () => {
  service = await startTestService();
  await service.importText(FILES);
  const [badge] = await issueEverything(service);
  [head, claire, otherHead, colleague] = [
    await signInAs(service, HEAD),
    await signInAs(service, CLAIRE),
    await signInAs(service, OTHER_HEAD),
    await signInAs(service, COLLEAGUE),
  ];
  const { personId } = claire;
  const { services, ports } = service;
  await head.post(`/school/${HERS}/confirmations/SEG-3`, { decision: 'contest', motive: 'Absente' });
  const [contest] = await ports.store.readContestsOfSchool(HERS);
  const [by] = await ports.store.readPeople([head.personId]);
  if (!badge || !contest || !by) throw new Error('the world is not whole');
  paper = await services.makePaper({ uai: HERS, kind: 'imp-file', schoolYear: 2026, by });
  const proposal = await services.proposeChange({
    ...{ personId, reference: 'SEG-4', change: { kind: 'end', to: '2026-11-30' as LocalDate } },
  });
  const proposed = await services.proposeMissions({
    ...{ uai: HERS, personId, missions: ['B2' as MissionCode], roles: [], from: '2026-09-01' as LocalDate },
    by: { personId: head.personId, address: HEAD },
  });
  const action = {
    ...{ uai: HERS, mission: 'C5' as MissionCode, localAuthority: 'Département' },
    period: { from: '2024-09-01' as LocalDate },
  };
  const bytes = new TextEncoder().encode('%PDF-1.7 fiche');
  await services.saveProcedureSheet({ action, given: { bytes }, by: head.personId });
  await services.saveProject({
    project: { uai: HERS, title: 'Webradio', description: 'x', period: { from: DAY }, members: [] },
    by: head.personId,
  });
  project = (await ports.store.readSchoolProjects(HERS))[0]?.id ?? '';
  const [sheet] = await ports.store.readProcedureSheets(HERS);
  const support = await services.askSupport({
    ...{ personId, uai: HERS, kind: 'technical' as const, title: 'Serveur', text: 'Il ne répond plus.' },
  });
  const meeting = await services.askMeeting({ uai: HERS, by: head.personId, side: 'principal' });
  const invitation = { eventCode: 'EV-1', personId, invitedAt: ports.clock.now(), invitedBy: head.personId };
  await ports.store.commit([{ kind: 'person-invited', invitation }]);
  const client = makeHostClient(service);
  await client.tokensFor(await client.registered(), claire);
  const [granted] = await ports.store.readHostGrantsOf(personId);
  ids = [
    ['/meetings/', meeting.id],
    ['/support/', support.id],
    ['procedure-sheets', sheet?.id ?? ''],
    ['missions', proposed.id],
    ['proposals', proposal.id],
    ['contests', contest.id],
    ['/services/', granted?.grant.id ?? ''],
    ['/badges/', badge.id],
  ];
});
afterAll(() => service.stop());

function addressOf(route: string, uai = OWN): string {
  const known: Readonly<Record<string, string>> = {
    kind: 'end',
    uai,
    person: claire.personId,
    file: `${paper}.pdf`,
    code: 'EV-1',
    reference: route.includes('contributions') ? 'C-1' : route.includes('change') ? 'SEG-4' : 'SEG-2',
    id: ids.find(([part]) => route.includes(part))?.[1] ?? 'none',
  };
  const path = route.split(' ')[1] ?? '';
  return path.replace(/:(\w+)(\{[^/]*\})?/g, (_, name: string) => known[name] ?? name);
}

/** A form with the fields of all routes, so that only the ids can be the reason of a refusal. */
const EVERYTHING = {
  ...{ decision: 'confirm', outcome: 'accepted', answer: 'coming', settles: '1', side: 'principal' },
  ...{
    text: 'Un mot',
    message: 'Un mot',
    motive: 'Un mot',
    reason: 'Un mot',
    notes: 'Un mot',
    words: 'Un mot',
  },
  ...{
    lastDay: DAY,
    on: DAY,
    day: DAY,
    from: DAY,
    to: DAY,
    date: DAY,
    title: 'Titre',
    description: 'Un mot',
  },
  ...{ visibility: 'unlisted', name: 'full', form: 'feminine', nature: 'projet', count: '1', confirm: '1' },
  ...{ missions: 'A1', mission: 'C5', localAuthority: 'Département', uai: OWN, year: '2026', revision: '0' },
};

/** Every table except that of the sessions, whose instants change. */
function snapshot(): Readonly<Record<string, readonly unknown[]>> {
  const db = new Sqlite(join(service.folder, 'jalon.db'), { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
  }[];
  const read = tables
    .filter(({ name }) => name !== 'session')
    .map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]);
  db.close();
  return Object.fromEntries(read);
}

async function isRefused(browser: SignedInBrowser, route: string, fields: Fields = {}): Promise<void> {
  const before = snapshot();
  const address = addressOf(route);
  const isReading = route.startsWith('GET');
  const answer = await (isReading
    ? browser.get(address)
    : browser.post(address, { ...EVERYTHING, ...fields }));
  expect([route, [403, 404].includes(answer.status) || answer.status]).toEqual([route, true]);
  expect(await answer.text()).not.toMatch(/Dupont|Serveur|Webradio|Absente/);
  expect(snapshot()).toEqual(before);
}

type Fields = Readonly<Record<string, string>>;
const routes = (matching: RegExp) => Object.keys(ACCESS).filter((route) => matching.test(route));

it('its owner finds everything that the next tests ask for', async () => {
  const absent: string[] = [];
  for (const route of routes(/^GET \/(my|school\/:uai|procedure-sheets)\/.*:/)) {
    const browser = route.includes(':uai') ? head : claire;
    const { status } = await browser.get(addressOf(route, HERS));
    if (status >= 400) absent.push(route);
  }
  // A waiting badge cannot be sent, and an engagement from a file cannot be edited; there is no badge from
  // elsewhere; the class projects belong to everybody; and this paper belongs to the school.
  const never = /send|engagements\/:reference\/(edit|withdraw)|elsewhere|class-projects|my\/papers/;
  expect(absent.filter((route) => !never.test(route))).toEqual([]);
});

describe('a head who puts another school’s ids into an address of their own school', () => {
  it.each(routes(/^\w+ \/school\/:uai\/.*:/))('gets 404: %s', async (route) => {
    await isRefused(otherHead, route);
  });
});

describe('a person who puts another person’s ids into an address of their own space', () => {
  it.each(routes(/^\w+ \/(my|procedure-sheets)\/(?!class-projects|badges\/elsewhere).*:/))(
    'gets 404: %s',
    async (route) => {
      await isRefused(colleague, route);
    },
  );
});

describe('a head who puts another school’s ids into a form of their own school', () => {
  const claireId = () => claire.personId;
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>])[] = [
    ['/actions/remove', () => ({ from: '2024-09-01' })],
    ['/actions/procedure', () => ({ from: '2024-09-01', url: 'https://a.example/fiche' })],
    ['/actions/procedure/remove', () => ({ from: '2024-09-01' })],
    [
      '/carry-over',
      () => ({ person: claireId(), missions: `${claireId()}:A1`, from: '2026-12-01', to: '2027-07-01' }),
    ],
    ['/confirmations', () => ({ reference: 'SEG-2' })],
    ['/means', () => ({ personId: claireId(), kind: 'telephone', since: DAY })],
    ['/means/remove', () => ({ personId: claireId(), kind: 'telephone', since: DAY })],
    ['/missions/new', () => ({ person: claireId(), from: DAY })],
    ['/papers', () => ({ kind: 'statement', personId: claireId(), year: '2026' })],
    ['/projects', () => ({ id: project, title: 'À moi', from: DAY })],
    ['/projects', () => ({ title: 'À moi', from: DAY, members: claireId() })],
    ['/projects/remove', () => ({ id: project })],
  ];

  it.each(cases)('changes nothing at the other school: %s', async (path, fields) => {
    const before = snapshot();
    const answer = await otherHead.post(`/school/${OWN}${path}`, { ...EVERYTHING, ...fields() });
    const html = await answer.text();
    expect(html).not.toMatch(/Dupont|Webradio/);
    // The audit may contain the attempt.
    const { audit: _tried, ...after } = snapshot();
    const { audit: _known, ...held } = before;
    expect(after, `${answer.status}`).toEqual(held);
  });

  it('changes nothing at the other school by a form of a feature', async () => {
    for (const { path, fields } of formsSentTo(HERS, claire.personId)) {
      expect([path, (await head.post(path, fields)).status]).toEqual([path, 303]);
      const page = await (await head.get(path)).text();
      for (const form of formsOf(page).filter(({ action }) => action.startsWith(path))) {
        const before = snapshot();
        const fields = { ...Object.fromEntries(form.filled), [DRAWN_FOR]: otherHead.personId };
        const answer = await otherHead.post(form.action.replace(HERS, OWN), fields);
        expect(await answer.text()).not.toMatch(/Dupont/);
        expect([form.action, snapshot()]).toEqual([form.action, before]);
      }
    }
  });

  it('prints no paper of the other school together with their own', async () => {
    expect((await otherHead.get(`/school/${OWN}/papers/together.pdf?ids=${paper}`)).status).toBe(404);
  });
});
