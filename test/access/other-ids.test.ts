import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAWN_FOR } from '../../src/adapters/http/forms/read-body.ts';
import { formsOf } from '../support/page-forms.ts';
import type { TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { ACCESS } from './routes-table.ts';
import { formsSentTo } from './sent-forms.ts';
import { DAY, HERS, OWN, snapshotOf, startTwoSchools } from './two-schools.ts';

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
  ({ service, head, claire, otherHead, colleague, ids, paper, project } = await startTwoSchools());
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

const snapshot = () => snapshotOf(service);

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

/** The tables without the lines of the audit that the other head left about themselves. */
function withoutLinesOf(tables: ReturnType<typeof snapshot>) {
  const sender = otherHead.personId;
  const lines = (tables['audit'] ?? []) as readonly { readonly actor: string; readonly subject: string }[];
  return { ...tables, audit: lines.filter(({ actor, subject }) => actor !== sender || subject !== sender) };
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
    expect(withoutLinesOf(snapshot()), `${answer.status}`).toEqual(withoutLinesOf(before));
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
