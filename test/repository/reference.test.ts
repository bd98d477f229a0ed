import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEWS_LINKS } from '../../src/application/settings/live.ts';
import { REFERENCE_SECTIONS } from '../../src/domain/engagement/mission.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { ACCESS } from '../access/routes-table.ts';
import { ROOT } from '../support/command-line.ts';
import { AGENT, CLAIRE } from '../support/fixtures/dane.ts';
import { THIS_YEAR, todayInParis } from '../support/now.ts';
import { formsOf } from '../support/page-forms.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

interface Item {
  readonly code: string;
}

const data = JSON.parse(readFileSync(join(ROOT, 'data/dijon/framework.json'), 'utf8')) as {
  readonly missions: readonly Item[];
  readonly organisation: readonly Item[];
  readonly companion: Item;
} & Readonly<Record<(typeof REFERENCE_SECTIONS)[number], readonly Item[]>>;
const ofText = REFERENCE_SECTIONS.flatMap((part) => data[part].map(({ code }) => code));
const ITEMS = [
  ...[...data.missions, ...data.organisation, data.companion].map(({ code }) => code),
  ...ofText,
];

/** The addresses of each item in the page's tables. */
function servedAt(page: string): ReadonlyMap<string, readonly string[]> {
  const rows = page.matchAll(/^\| ([A-Z]\d+) \|[^|]*\|([^|]*)\|$/gm);
  return new Map(
    Array.from(rows, ([, code = '', cell = '']) => [
      code,
      Array.from(cell.matchAll(/`([^`]+)`/g), ([, address = '']) => address),
    ]),
  );
}

const served = servedAt(readFileSync(join(ROOT, 'docs/reference.md'), 'utf8'));
const addresses = [...new Set([...served.values()].flat())];
const isBehindSignIn = (address: string) => /^\/(my|school|dane|procedure-sheets)\b/.test(address);

const ACTION = { mission: 'C6', localAuthority: 'Département', from: `${THIS_YEAR}-09-01` };

/** The codes of what the office sets first, and of what stays in the tools of others. */
const inPart = readFileSync(join(ROOT, 'docs/reference.md'), 'utf8')
  .split('## What the office has to set')[1]
  ?.match(/(?<=^\| [A-Z0-9, ]*)[A-Z]\d+(?=[A-Z0-9, ]* \|)/gm);

const HEAD = 'marie.chevalier@ac-test.example';
const FIXTURE = {
  ...ONE_RUPN,
  'gens.csv': `email;prenom;nom;profil;uai\n${HEAD};Marie;Chevalier;chef;0210001M\n${AGENT};Odile;Richardot;dane;\n`,
  'ce-jour.csv': `reference;email;uai;debut;missions;confirmation\nSEG-2;${CLAIRE};0210001M;01/09/${THIS_YEAR};A1|C6;confirmee\n`,
};

let service: TestService;
/** Who opens an address, by its first part. */
let viewers: Readonly<Record<'my' | 'school' | 'dane' | 'procedure-sheets', SignedInBrowser>>;
/** The value of each parameter of an address. */
let values: Readonly<Record<string, string>>;

/** A fresh service with one school, its principal, one RUPN and one agent; what an address names is made by
 *  the forms. */
beforeAll(async () => {
  service = await startTestService();
  await service.importText(FIXTURE);
  const [my, school, dane] = [
    await signInAs(service, CLAIRE),
    await signInAs(service, HEAD),
    await signInAs(service, AGENT),
  ] as const;
  viewers = { my, school, dane, 'procedure-sheets': my };
  await dane.post('/dane/events/new', {
    code: 'RENC-1',
    kind: 'EV-RENC',
    title: 'Rencontre',
    startsOn: todayInParis(),
  });
  await dane.post('/dane/events/RENC-1/invitations', { department: '' });
  await school.post('/school/0210001M/actions', ACTION);
  const sheet = new FormData();
  for (const [name, value] of Object.entries(ACTION)) sheet.append(name, value);
  sheet.append('file', new File(['%PDF-1.7\n'], 'fiche.pdf'));
  const sent = { method: 'POST', headers: { Origin: service.ports.origin }, body: sheet };
  await school.send('/school/0210001M/actions/procedure', sent);
  const [saved] = await service.ports.store.readProcedureSheets('0210001M' as Uai);
  values = { uai: '0210001M', reference: 'SEG-2', code: 'RENC-1', id: String(saved?.id), list: 'no-meeting' };
});
afterAll(() => service.stop());

const open = (address: string) => {
  const path = address.replace(/:([a-z]+)/g, (_, name: string) => values[name] ?? '');
  // The sheet of an action is asked for with the action.
  const query = address.endsWith('/procedure') ? `?${new URLSearchParams(ACTION)}` : '';
  return viewers[path.split('/')[1] as keyof typeof viewers].get(`${path}${query}`);
};

describe('docs/reference.md', () => {
  it('has a line for every item of the reference text, and for no other', () => {
    expect([...served.keys()].toSorted()).toEqual(ITEMS.toSorted());
    expect(new Set(ITEMS).size).toBe(ITEMS.length);
  });

  it('has an address for every item', () => {
    expect([...served].filter(([, all]) => all.length === 0)).toEqual([]);
  });

  it.each(addresses.filter(isBehindSignIn))('%s is in the access table and asks to sign in', (address) => {
    expect(ACCESS).toHaveProperty([`GET ${address}`]);
    expect(ACCESS[`GET ${address}`]).not.toBe('public');
  });

  it.each(addresses.filter(isBehindSignIn))('%s answers whom it names', async (address) => {
    expect((await open(address)).status).toBe(200);
  });

  it.each(addresses.filter((address) => !isBehindSignIn(address)))('%s answers anyone', async (address) => {
    expect((await service.get(address)).status).toBe(200);
  });

  it('would be reported where it has no address', () => {
    expect(servedAt('| Z1 | nothing | nowhere |').get('Z1')).toEqual([]);
  });
});

describe('what docs/reference.md says the office has to set, and others to do', () => {
  it('is about items that it has', () => {
    expect(inPart?.filter((code) => !ITEMS.includes(code))).toEqual([]);
    expect(inPart?.length).toBeGreaterThan(0);
  });

  it('is true of the addresses of news, which stand where it says once the DANE has set them', async () => {
    const shown = async () =>
      Promise.all(['/my', '/referentiel/rupn/v1'].map(async (path) => (await viewers.my.get(path)).text()));
    const news = Object.fromEntries(NEWS_LINKS.map((name) => [name, `https://dane.example/${name}`]));
    for (const page of await shown()) {
      for (const address of Object.values(news)) expect(page).not.toContain(address);
    }
    const form = formsOf(await (await viewers.dane.get('/dane/settings')).text()).find(
      ({ action }) => action === '/dane/settings/news',
    );
    const sent = await viewers.dane.post('/dane/settings/news', {
      ...Object.fromEntries(form?.untouched ?? []),
      ...news,
    });
    expect(sent.status).toBe(303);
    for (const page of await shown()) {
      for (const address of Object.values(news)) expect(page).toContain(address);
    }
  });
});

describe('the items of the reference text', () => {
  it('all stand on the framework page, each at its own place', async () => {
    const page = await (await service.get('/referentiel/rupn/v1')).text();
    for (const code of ofText) expect(page).toContain(`<li id="${code}">`);
    expect(page.replace(/[\s\u00a0\u202f]/g, ' ')).toContain('de 1 250 € à 3 750 €');
    expect(page).toContain('Organisation proposée');
  });
});
