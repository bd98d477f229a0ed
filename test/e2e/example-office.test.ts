import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../papers/read-pdf.ts';
import { LAST_YEAR } from '../support/now.ts';
import {
  type IssuedBadge,
  issueEverything,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

/** An invented académie, from its pack alone. */
const OFFICE_PACK = 'data/example-office';
const SCHOOL = '/school/0210001M';
const year = (turn: number) => `01/09/${LAST_YEAR + turn};31/08/${LAST_YEAR + turn + 1}`;
const FILES = {
  'etablissements.csv':
    'uai;nom;secteur;code_departement;departement\n0210001M;Collège Claude Guyot;Public;021;Orval\n',
  'personnes.csv': [
    'Adresse;Prénom usuel;Nom de famille;profil;uai',
    'lea@valorme.example;Léa;Morel;rupn;',
    'noe@valorme.example;Noé;Faure;rupn;',
    'chef@valorme.example;Ines;Roux;chef;0210001M',
    'drane@valorme.example;Sam;Petit;dane;',
    '',
  ].join('\n'),
  'engagements.csv': [
    'Numéro de dossier;email;uai;Depuis le;fin;Tâches;roles;confirmation',
    `S1;lea@valorme.example;0210001M;${year(0)};P1|Q1|Q2|R1|R3;contact-dane;confirmee`,
    `S2;noe@valorme.example;0210001M;${year(0)};P2|Q3;;confirmee`,
    '',
  ].join('\n'),
  'evenements.csv': `code;nature;intitule;debut\nR-1;EV-RENC;Rencontre;15/03/${LAST_YEAR + 1}\n`,
  'presences.csv': 'email;evenement;preuve\nlea@valorme.example;R-1;2\n',
};
const ON = `${LAST_YEAR + 1}-08-31`;

let service: TestService;
let badges: readonly IssuedBadge[];
let people: Readonly<Record<'lea' | 'chef' | 'drane', SignedInBrowser>>;
const page = async (path: string, locale = 'fr') =>
  (await service.get(path, { 'Accept-Language': locale, Accept: 'text/html' })).text();

beforeAll(async () => {
  service = await startTestService({ OFFICE_PACK });
  const { summary } = await service.importText(FILES);
  expect(summary).toMatchObject({ refused: 0 });
  badges = await issueEverything(service, ON);
  for (const { id } of badges) {
    await service.services.acceptCredential({
      id,
      actor: 'test',
      visibility: 'public',
      name: 'full',
    } as never);
  }
  people = {
    lea: await signInAs(service, 'lea@valorme.example'),
    chef: await signInAs(service, 'chef@valorme.example'),
    drane: await signInAs(service, 'drane@valorme.example'),
  };
});
afterAll(() => service.stop());

const documentOf = async ({ path }: IssuedBadge) => (await service.get(`${path}.json`)).json();
const codeOf = (document: { credentialSubject: { achievement: { humanCode: string } } }) =>
  document.credentialSubject.achievement.humanCode;

describe('another académie, from its pack alone', () => {
  it('says in two sentences what a badge takes and how to get it, and marks French on an English page', async () => {
    const [requires, howTo] = ['Participer à une rencontre du réseau', 'Venez à une rencontre de la DRANE'];
    const french = await page('/badges/VAL-RESEAU');
    expect(french).toMatch(new RegExp(`<p>${requires}[^]*<p>${howTo}`));
    const english = await page('/badges/VAL-RESEAU?lang=en', 'en');
    expect(english).toMatch(new RegExp(`<p lang="fr">${requires}[^]*<p lang="fr">${howTo}`));
    expect(await page('/badges/VAL-OUTILS?lang=en', 'en')).toContain('<p>Keep the school’s site');
    expect(JSON.stringify(await Promise.all(badges.map(documentOf)))).not.toContain(requires);
  });

  it('gives a badge without English no English address, and marks its French on English pages', async () => {
    const english = await page('/badges/VAL-RESEAU?lang=en', 'en');
    expect(english).toContain('<h1 lang="fr">Tisseur·se de réseau</h1>');
    expect(english).toContain('The criteria');
    expect((await service.get('/badges/VAL-RESEAU/v1/en')).status).toBe(404);
    expect((await service.get('/badges/VAL-OUTILS/v1/en')).status).toBe(200);
    const documents = await Promise.all(badges.map(documentOf));
    const achievementOf = (code: string) =>
      documents.find((one) => codeOf(one) === code)?.credentialSubject.achievement;
    expect(achievementOf('VAL-RESEAU')).not.toHaveProperty('related');
    expect(achievementOf('VAL-OUTILS').related).toMatchObject([{ inLanguage: 'en' }]);
  });

  it('imports by its own spellings, judges its own badges, and signs what verifies', async () => {
    const documents = await Promise.all(badges.map(documentOf));
    expect(new Set(documents.map(codeOf))).toEqual(
      new Set(['VAL-PREMIER', 'VAL-OUTILS', 'VAL-RESEAU', 'VAL-EQUIPE']),
    );
    for (const document of documents) {
      const report = await service.verify({ kind: 'document', document } as never);
      expect(JSON.stringify(report)).not.toContain('"failed"');
      expect(document.issuer.name).toBe('DRANE de Valorme');
    }
    const tools = documents.find((one) => codeOf(one) === 'VAL-OUTILS');
    const targets = JSON.stringify(tools.credentialSubject.achievement.alignment);
    expect(targets).toContain('/referentiel/rupn/v1/missions/Q1');
  });

  it.each([
    ['fr', 'Gardien·ne des outils', 'tient à jour le site', 'un pont à deux arches'],
    ['en', 'Keeper of the tools', 'keeps the school’s site up to date', 'a bridge with two arches'],
  ])('has its pages, drawings and papers (%s)', async (locale, name, deed, image) => {
    expect(await page('/badges', locale)).toContain(name);
    expect(await page(`/badges/VAL-RESEAU?lang=${locale}`, locale)).toContain('VAL-RESEAU');
    const framework = await page('/referentiel/rupn/v1', locale);
    for (const code of ['P1', 'Q3', 'R3', 'L5']) expect(framework).toContain(code);
    expect(framework).toContain('DRANE');
    const documents = await Promise.all(badges.map(documentOf));
    const tools = badges[documents.findIndex((one) => codeOf(one) === 'VAL-OUTILS')];
    const bridge = badges[documents.findIndex((one) => codeOf(one) === 'VAL-RESEAU')];
    const shown = await page(`${tools?.path}?lang=${locale}`, locale);
    expect(shown).toContain(deed);
    const svg = await (await service.get(`${bridge?.path}.svg`)).text();
    expect(svg).toContain('fill="#4a2f6b"');
    expect(svg).toContain('href="data:image/svg+xml;base64,');
    expect(svg).not.toContain('#0d4f56');
    expect(await page(`${bridge?.path}?lang=${locale}`, locale)).toContain(image);
    expect((await service.get(`${bridge?.path}.png`)).status).toBe(200);
    const pdf = await service.get(`${tools?.path}.pdf`);
    expect((await readPdf(new Uint8Array(await pdf.arrayBuffer()))).title).toBeTruthy();
  });

  it.each(['fr', 'en'])('opens the workspaces of a lead, a principal and the office (%s)', async (locale) => {
    const paths = {
      lea: ['/my', '/my/engagements', '/my/engagements/new', '/my/badges', '/my/iprof'],
      chef: [SCHOOL, `${SCHOOL}/missions`, `${SCHOOL}/reviews`, `${SCHOOL}/carry-over`, `${SCHOOL}/actions`],
      drane: ['/dane', '/dane/coverage', '/dane/decisions', '/dane/criteria', '/dane/people'],
    };
    for (const [who, all] of Object.entries(paths) as [keyof typeof people, string[]][]) {
      for (const path of all) {
        const answer = await people[who].get(`${path}?lang=${locale}`);
        expect([path, answer.status]).toEqual([path, 200]);
        const text = await answer.text();
        expect(text).not.toMatch(/undefined|Dijon/);
      }
    }
    const home = await (await people.lea.get(`/my?lang=${locale}`)).text();
    expect(home).toContain(locale === 'fr' ? 'familles sur 3' : 'families of 3');
    const declaring = await (await people.lea.get(`/my/engagements/new?lang=${locale}`)).text();
    expect(declaring).toContain(locale === 'fr' ? 'Prêter les tablettes' : 'Lend the tablets');
  });

  it('takes its own missions in the forms of the principal and of the office', async () => {
    const [noe] = await service.ports.store.readPeopleByEmail(['noe@valorme.example']);
    const next = `${LAST_YEAR + 2}-09-01`;
    const proposed = await people.chef.post(`${SCHOOL}/missions/new`, {
      person: noe?.id ?? '',
      from: next,
      missions: ['P3', 'Q2'],
    });
    expect(proposed.status).toBe(303);
    const entered = await people.drane.post(`/dane/people/${noe?.id}/engagements/new`, {
      uai: '0210001M',
      from: `${LAST_YEAR - 1}-09-01`,
      to: `${LAST_YEAR - 1}-09-30`,
      missions: ['R2'],
      state: 'confirmed',
      reason: 'Oublié',
    });
    expect(entered.status).toBe(303);
    const thirdParty = await people.chef.post(`${SCHOOL}/missions/new`, {
      person: noe?.id ?? '',
      from: next,
      missions: ['A1'],
    });
    expect(thirdParty.status).toBe(400);
  });

  it('calls roles by its own names, on the screen and on paper', async () => {
    for (const [locale, tablets, contact] of [
      ['fr', 'référent des équipements mobiles', 'correspondant de la DRANE'],
      ['en', 'lead for mobile devices', 'correspondent of the DRANE'],
    ] as const) {
      const declaring = await (await people.lea.get(`/my/engagements/new?lang=${locale}`)).text();
      expect(declaring).toContain(tablets);
      expect(declaring).toContain(contact);
      expect(declaring).not.toMatch(/référent des tablettes|tablets lead/);
    }
  });

  it('prints a mission letter with its own missions, and writes the i-Prof mention in their short words', async () => {
    const sent = await people.chef.post(`${SCHOOL}/papers/together`, {
      kind: 'mission-letter',
      year: String(LAST_YEAR),
    });
    expect(sent.status).toBe(303);
    const made = await people.chef.get(sent.headers.get('Location') ?? '');
    const text = (await readPdf(new Uint8Array(await made.arrayBuffer()))).pages
      .map((one) => one.text)
      .join(' ');
    expect(text).toContain('Tenir à jour le site de l’établissement');
    const [lea] = await service.ports.store.readPeopleByEmail(['lea@valorme.example']);
    const register = await (await people.drane.get(`/dane/people/${lea?.id}`)).text();
    expect(register).toContain('correspondant de la DRANE');
    const mention = await (await people.lea.get('/my/iprof')).text();
    expect(mention).toContain('questions des collègues');
  });
});

describe('the pack of a service in use', () => {
  const changed = async (over: (badges: never) => unknown) => {
    const { document } = await service.services.readOffice();
    return { ...document, badges: over(document.badges as never) };
  };
  const tomorrow = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) as never;

  it('is exported as it was given, and says that nothing would change', async () => {
    const { document } = await service.services.readOffice();
    const trial = await service.services.tryOffice({ document });
    expect(trial).toMatchObject({ faults: [], difference: 'none' });
    const again = service.services.adoptOffice({ document, actor: 'cli' });
    await expect(again).rejects.toMatchObject({ code: 'office-unchanged' });
  });

  it('says who would gain and lose, and asks nothing else of anyone before tomorrow', async () => {
    const document = await changed((all: { achievements: { requirements: unknown[] }[] }) => ({
      ...all,
      achievements: all.achievements.map((one, index) =>
        index === 0
          ? { ...one, requirements: [{ name: 'duration', rule: { duration: { atLeast: 9 } } }] }
          : one,
      ),
    }));
    const trial = await service.services.tryOffice({ document });
    expect(trial.difference).toBe('changes');
    expect(trial.moves?.['VAL-PREMIER']?.lose).toHaveLength(1);
    const today = new Date().toISOString().slice(0, 10) as never;
    const adopting = service.services.adoptOffice({ document, from: today, actor: 'cli' });
    await expect(adopting).rejects.toMatchObject({ code: 'criteria-too-early' });
  });

  it('may gain a badge today, and what was signed stays byte for byte', async () => {
    const [one] = badges;
    const before = await (await service.get(`${one?.path}.json`)).text();
    const document = await changed((all: { achievements: object[] }) => ({
      ...all,
      achievements: [
        ...all.achievements,
        { ...all.achievements[0], code: 'VAL-NEUF', name: { fr: 'Neuf', en: 'New' } },
      ],
    }));
    const today =
      service.ports.catalogue && new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
    const adopted = await service.services.adoptOffice({
      document,
      from: today as never,
      actor: 'cli',
    });
    expect(adopted).toMatchObject({ version: 2, difference: 'adds', criteria: { version: 2, from: today } });
    expect(await page('/badges')).toContain('Neuf');
    expect(await (await service.get(`${one?.path}.json`)).text()).toBe(before);
    expect((await service.get('/badges/VAL-OUTILS/v1')).status).toBe(200);
    const later = await changed((all: { achievements: object[] }) => ({
      ...all,
      achievements: all.achievements.slice(1),
    }));
    const next = await service.services.adoptOffice({
      document: later,
      from: tomorrow(),
      actor: 'cli',
    });
    expect(next).toMatchObject({ version: 3, difference: 'changes', criteria: { version: 3 } });
    expect((await service.services.readOffice()).version).toBe(3);
  });

  it('is refused whole with its faults, and never takes a mission away', async () => {
    const { document } = await service.services.readOffice();
    const framework = structuredClone(document.framework) as { missions: object[] };
    framework.missions = framework.missions.filter((one) => (one as { code: string }).code !== 'Q3');
    const trial = await service.services.tryOffice({ document: { ...document, framework } });
    expect(trial.faults).toMatchObject([{ reason: 'mission-removed', value: 'Q3' }]);
    const adopting = service.services.adoptOffice({
      document: { ...document, framework },
      actor: 'cli',
    });
    await expect(adopting).rejects.toMatchObject({ code: 'invalid-pack' });
  });
});
