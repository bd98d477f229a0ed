import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';

const AGENT = 'agent@ac-test.example';
const CLAIRE = 'claire.dupont@ac-test.example';
const BOB = 'bob.petit@ac-test.example';
const EVE = 'eve.morin@ac-test.example';
const HEAD = 'ange.roy@ac-test.example';
const T = fr.directory;

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'schools.csv': [
      'uai;nom;commune;code_departement;secteur',
      '0210001M;Collège Claude Guyot;Arnay-le-Duc;021;Public',
      '0210011Y;Collège Jean Lacaille;Bligny-sur-Ouche;021;Public',
      '0711053J;Collège Les Bruyères;La Clayette;071;Public',
    ].join('\n'),
    'people.csv': [
      'email;prenom;nom;profil;uai',
      `${AGENT};Odile;Richardot;dane;`,
      `${HEAD};Ange;Roy;chef;0210001M`,
      `${BOB};Bob;Petit;rupn;`,
      `${EVE};Ève;Morin;rupn;`,
      'zoe.far@ac-test.example;Zoé;Loin;rupn;',
    ].join('\n'),
    'segments.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `SEG-2;${CLAIRE};0210001M;01/09/2026;;A1|C4;contact-dane;confirmee`,
      `SEG-3;${BOB};0210001M;01/09/2026;;B1;referent-site;demandee`,
      `SEG-4;${EVE};0210011Y;01/09/2026;;B1;;confirmee`,
      'SEG-5;zoe.far@ac-test.example;0711053J;01/09/2026;;B1;;confirmee',
      `SEG-6;${EVE};0711053J;01/09/2023;31/08/2024;D1;;confirmee`,
    ].join('\n'),
  });
  agent = await signInAs(service, AGENT);
});
afterEach(() => service.stop());

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
/** The people of the tables of a page, in order. */
const names = (page: string) =>
  [...page.matchAll(/<th scope="row"[^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(([, name]) => name);

describe('the directory of the DANE', () => {
  it('lists who is in force today, and narrows by each filter', async () => {
    const page = await read(agent, '/dane/directory');
    expect(names(page)).toEqual(['Dupont Claire', 'Loin Zoé', 'Morin Ève', 'Petit Bob']);
    expect(page).toContain(T.people(4));
    expect(page).toContain(T.waits);
    const narrowed = async (query: string) => names(await read(agent, `/dane/directory?${query}`));
    expect(await narrowed('role=referent-site')).toEqual(['Petit Bob']);
    expect(await narrowed('mission=B1&department=21')).toEqual(['Morin Ève', 'Petit Bob']);
    expect(await narrowed('q=bligny')).toEqual(['Morin Ève']);
    expect(await narrowed('uai=0210001M')).toEqual(['Dupont Claire', 'Petit Bob']);
    expect(await narrowed('role=roi')).toEqual([]);
  });

  it('is taken away as a table, as cards and as addresses, each with a line of the audit', async () => {
    const csv = await read(agent, '/dane/directory.csv?mission=B1&department=21');
    expect(csv).toContain('Morin;Ève;eve.morin@ac-test.example;0210011Y');
    expect(csv.trim().split('\n')).toHaveLength(3);
    const answer = await agent.get('/dane/directory.vcf?q=claire');
    expect(answer.headers.get('Content-Type')).toContain('text/vcard');
    const card = await answer.text();
    expect(card).toContain('VERSION:4.0\r\n');
    expect(card).toContain('N:Dupont;Claire;;;\r\n');
    expect(card).toContain(`EMAIL;TYPE=work:${CLAIRE}\r\n`);
    const addresses = await read(agent, '/dane/directory/addresses?mission=B1&department=21');
    expect(addresses).toContain(`${EVE}; ${BOB}`);
    const lines = await read(agent, '/dane/audit');
    expect(lines.split('Annuaire copié').length - 1).toBeGreaterThanOrEqual(3);
  });

  it('answers programs page by page', async () => {
    const token = await tokenOf(service, 'dane');
    const answer = await service.get('/api/v1/directory?role=contact-dane', {
      Authorization: `Bearer ${token}`,
    });
    expect(await answer.json()).toMatchObject({
      people: [{ email: CLAIRE, places: [{ uai: '0210001M', roleNames: ['contact pour la DANE'] }] }],
    });
  });
});

describe('the directory of a school', () => {
  it('names those of the school, for its head, and not for another’s', async () => {
    const head = await signInAs(service, HEAD);
    expect(names(await read(head, '/school/0210001M/directory'))).toEqual(['Dupont Claire', 'Petit Bob']);
    expect((await head.get('/school/0210011Y/directory')).status).toBe(403);
  });
});

describe('the directory of a referent', () => {
  it('shows colleagues, and of the département only who agreed, until they take it back', async () => {
    const [claire, eve] = [await signInAs(service, CLAIRE), await signInAs(service, EVE)];
    expect(names(await read(claire, '/my/directory'))).toEqual(['Dupont Claire']);
    expect(await read(eve, '/my/directory')).toContain(T.mine.notSeen);
    expect((await eve.post('/my/directory/consent')).status).toBe(303);
    expect(await read(eve, '/my/directory')).toContain(T.mine.seen);
    expect(names(await read(claire, '/my/directory'))).toEqual(['Dupont Claire', 'Morin Ève']);
    await eve.post('/my/directory/withdrawal');
    expect(names(await read(claire, '/my/directory'))).toEqual(['Dupont Claire']);
  });

  it('is closed to whoever has no confirmed engagement', async () => {
    const bob = await signInAs(service, BOB);
    const page = await read(bob, '/my/directory');
    expect(names(page)).toEqual([]);
    expect(page).toContain(T.mine.notYet);
  });
});
