import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPdf, wholeText } from '../papers/read-pdf.ts';
import { filesOf, makeNewYearFixture, type PlainEngagement } from '../support/fixtures/new-year.ts';
import { fr } from '../support/fr.ts';
import { nextPageOf } from '../support/next-page.ts';
import { formsOf } from '../support/page-forms.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const TODAY = '2027-09-15';
const [FIRST, LAST] = ['2027-09-01', '2028-08-31'];
const fixture = makeNewYearFixture();
const counted = fixture.schools.filter(({ isPublic }) => isPublic);
const countedUais = counted.map(({ uai }) => uai);

const isConfirmed = ({ state }: PlainEngagement) => state.startsWith('confirmee');
const until = (day: string) => (one: PlainEngagement) =>
  one.from <= day && (one.to === '' || one.to >= FIRST);
const yearOf = (day: string) =>
  day === '' ? undefined : Number(day.slice(0, 4)) - (day.slice(5) < '09' ? 1 : 0);
/** Whether someone confirmed it for this school year: it ends, or it began or was confirmed in the year. */
const isOfYear = (year: number) => (one: PlainEngagement) =>
  isConfirmed(one) && (one.to !== '' || yearOf(one.from) === year || yearOf(one.confirmedOn) === year);
const held = fixture.segments.filter((one) => isConfirmed(one) && until(TODAY)(one));
const standing = [...held, ...fixture.segments.filter((one) => !isConfirmed(one) && until(LAST)(one))];
/** The lists, counted again from the given records by plain loops. */
const EXPECTED = {
  nobody: countedUais.filter((uai) => !standing.some((one) => one.uai === uai)),
  'to-renew': fixture.segments
    .filter(
      (one) =>
        isConfirmed(one) &&
        one.to === '' &&
        one.from < FIRST &&
        one.confirmedOn < FIRST &&
        countedUais.includes(one.uai),
    )
    .map(({ reference }) => reference),
  'no-review': fixture.emails.filter(
    (email) =>
      held.some((one) => one.email === email && countedUais.includes(one.uai)) &&
      !fixture.reviews.some((one) => one.email === email && one.on >= FIRST && one.on <= TODAY),
  ),
  'no-meeting': counted
    .filter(({ uai, metOn }) => held.some((one) => one.uai === uai) && !(metOn >= FIRST && metOn <= LAST))
    .map(({ uai }) => uai),
  'no-head': counted.filter(({ hasHead }) => !hasHead).map(({ uai }) => uai),
} as const;
type List = keyof typeof EXPECTED;
const LISTS = Object.keys(EXPECTED) as readonly List[];

let service: TestService;
let agent: SignedInBrowser;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T10:00:00Z`) });
  service = await startTestService();
  await service.importText(filesOf(fixture));
  agent = await signInAs(service, 'agent@ac-test.example');
});
afterAll(async () => {
  vi.useRealTimers();
  await service.stop();
});

const page = async (path: string) => (await agent.get(path)).text();
const csv = async (path: string) =>
  (await page(path))
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));

describe('the page of the new year', () => {
  it('counts what is open as a plain loop over the given records does', async () => {
    const shown = await page('/dane/new-year');
    expect(shown).toContain(fr.dane.newYear.title('2027-2028'));
    for (const list of LISTS) {
      expect(EXPECTED[list].length, list).toBeGreaterThan(3);
      expect(shown, list).toContain(
        `<strong>${fr.dane.newYear.lists[list].figure(EXPECTED[list].length)}</strong>`,
      );
    }
  });

  it.each(LISTS)('lists by name exactly what it counts, as a file too: %s', async (list) => {
    const [, ...lines] = await csv(`/dane/new-year/${list}/csv`);
    const isOfPeople = list === 'to-renew' || list === 'no-review';
    const names = lines.map((cells) => (isOfPeople ? `${cells[4]} ${cells[5]}` : `${cells[1]}`));
    expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    if (list === 'to-renew') {
      const reported = lines
        .map(([uai, , , , family, , since, on]) => [uai, family, since, on].join(' '))
        .toSorted();
      const given = fixture.segments.filter(({ reference }) =>
        EXPECTED[list].some((one) => one === reference),
      );
      const familyOf = (email: string) =>
        `Nom${String((fixture.emails.indexOf(email) * 37) % 90).padStart(2, '0')}`;
      expect(reported).toEqual(
        given.map((one) => [one.uai, familyOf(one.email), one.from, one.confirmedOn].join(' ')).toSorted(),
      );
    } else if (list === 'no-review') {
      expect(new Set(names).size).toBe(EXPECTED[list].length);
      const pairs = held.filter((one) => EXPECTED[list].includes(one.email) && countedUais.includes(one.uai));
      expect(lines).toHaveLength(new Set(pairs.map(({ uai, email }) => uai + email)).size);
    } else {
      expect(lines.map(([uai]) => uai).toSorted()).toEqual([...EXPECTED[list]].toSorted());
    }
  });

  it('is leafed through, each line once', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/dane/new-year/to-renew';
    while (path) {
      const shown: string = await page(path);
      seen.push(
        ...[...shown.matchAll(/<th scope="row"[^>]*><a href="\/dane\/people\/([^"]+)"/g)].map(
          ([, id]) => id ?? '',
        ),
      );
      path = nextPageOf(shown);
    }
    expect(seen).toHaveLength(EXPECTED['to-renew'].length);
  });

  it('asks the principals in one campaign, about as many as it counts', async () => {
    const shown = await page('/dane/new-year/to-renew');
    const href = /class="button" href="([^"]+)"/.exec(shown)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const preview = await page(href);
    const waiting = fixture.segments.filter(
      (one) => one.state === 'demandee' && until(LAST)(one) && countedUais.includes(one.uai),
    );
    const requested = [...EXPECTED['to-renew'], ...waiting];
    expect(preview).toContain(`${requested.length} engagements seraient demandés`);
  });

  it('leads from a school to the proposal of a meeting there', async () => {
    const shown = await page('/dane/new-year/no-meeting');
    const uai = /href="\/dane\/meetings\?uai=(\w+)#ask"/.exec(shown)?.[1] ?? '';
    expect(EXPECTED['no-meeting']).toContain(uai);
    expect(await page(`/dane/meetings?uai=${uai}`)).toMatch(new RegExp(`name="uai"[^>]*value="${uai}`));
  });

  it('leads from a school without a known principal to the form that adds one there', async () => {
    const uai = EXPECTED['no-head'][0] ?? '';
    const href = `/dane/people/new?headOf=${uai}`;
    expect(await page('/dane/new-year/no-head')).toContain(`<a href="${href}"`);
    expect(await page(`/dane/schools/${uai}`)).toContain(`<a href="${href}"`);
    const form = formsOf(await page(href)).find(({ action }) => action === '/dane/people/new');
    const filled = Object.fromEntries(form?.drawn ?? []);
    expect(filled).toMatchObject({ profiles: 'principal', headOf: expect.stringContaining(uai) });
    const head = { givenName: 'Nora', familyName: 'Nouvelle', email: 'nora.nouvelle@ac-test.example' };
    expect((await agent.post('/dane/people/new', { ...filled, ...head })).status).toBe(303);
    const left = (await csv('/dane/new-year/no-head/csv')).slice(1).map(([one]) => one);
    expect(left.toSorted()).toEqual(EXPECTED['no-head'].filter((one) => one !== uai).toSorted());
  });

  it('folds empty lists to one line, and has no other list', async () => {
    const empty = await startTestService();
    await empty.importText({
      'agents.csv': 'email;prenom;nom;profil\nagent@ac-test.example;Odile;Richardot;dane\n',
    });
    const alone = await signInAs(empty, 'agent@ac-test.example');
    const shown = await (await alone.get('/dane/new-year')).text();
    await empty.stop();
    expect(shown).toContain(fr.dane.newYear.lede(0));
    expect(shown).toContain(fr.dane.newYear.nothing(LISTS.map((list) => fr.dane.newYear.lists[list].empty)));
    expect((await agent.get('/dane/new-year/other')).status).toBe(404);
  });
});

describe('the coverage of the new year', () => {
  it('tells no one, waiting, contested, carried over and confirmed apart as a plain loop does', async () => {
    const begun = await agent.post('/dane/coverage/measure');
    await page(begun.headers.get('Location') ?? '');
    const [, ...lines] = await csv('/dane/coverage/departments.csv');
    for (const [code, , schools, measured, ...figures] of lines.slice(0, -1)) {
      const here = counted.filter(({ department }) => department === code).map(({ uai }) => uai);
      const inState = (state: string) => (uai: string) =>
        fixture.segments.some((one) => one.uai === uai && one.state === state && until(LAST)(one));
      const known = here.filter((uai) => held.some((one) => one.uai === uai));
      const confirmed = known.filter((uai) => held.some((one) => one.uai === uai && isOfYear(2027)(one)));
      const carriedOver = known.filter((uai) => !confirmed.includes(uai));
      const others = here.filter((uai) => !known.includes(uai));
      const waiting = others.filter(inState('demandee'));
      const rest = others.filter((uai) => !waiting.includes(uai));
      const contested = rest.filter(inState('contestee'));
      const plain = [
        confirmed,
        carriedOver,
        waiting,
        contested,
        rest.filter((uai) => !contested.includes(uai)),
      ];
      expect([schools, measured]).toEqual([`${here.length}`, `${here.length}`]);
      expect(figures.slice(0, 5), code).toEqual(plain.map(({ length }) => `${length}`));
    }
    const noOne = lines.at(-1)?.[8];
    expect(noOne).toBe(`${EXPECTED.nobody.length}`);
  });
});

describe('the report of the coverage', () => {
  /** Confirmed schools of a département in a year that ends on `last`, or up to a day of it. */
  const confirmedIn = (code: string, first: string, last: string) =>
    counted.filter(
      ({ uai, department }) =>
        department === code &&
        fixture.segments.some(
          (one) =>
            one.uai === uai &&
            isOfYear(yearOf(first) ?? 0)(one) &&
            one.from <= last &&
            (one.to === '' || one.to >= first),
        ),
    ).length;
  const DEPARTMENTS = ['21', '58', '71', '89'];

  it('has the figures of each département and year, on the page and in the paper, as a plain loop has', async () => {
    for (const year of ['2027', '2026']) {
      const begun = await agent.post('/dane/coverage/measure', { year });
      await page(begun.headers.get('Location') ?? '');
    }
    const shown = await page('/dane/coverage/report?year=2027');
    const answer = await agent.get('/dane/coverage/report.pdf?year=2027');
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pdf.pages.length).toBeLessThanOrEqual(2);
    const texts = wholeText(pdf).replace(/\s+/g, ' ');
    const trend = shown.slice(shown.indexOf(`<h2>${fr.dane.coverage.report.trend}`));
    const rows = [
      ...trend.slice(0, trend.indexOf('</table>')).matchAll(/<tr><th scope="row">.*?<\/tr>/g),
    ].map(([row]) => [...row.matchAll(/<td[^>]*>(\S+) /g)].map(([, figure]) => figure));
    for (const [at, code] of DEPARTMENTS.entries()) {
      const of = counted.filter(({ department }) => department === code).length;
      const years = [
        confirmedIn(code, '2025-09-01', '2026-08-31'),
        confirmedIn(code, '2026-09-01', '2027-08-31'),
        confirmedIn(code, FIRST, TODAY),
      ];
      expect(rows[at]).toEqual(['–', '–', ...years.map(String)]);
      const stated = years.map((part) => fr.dane.coverage.report.cell(part, of).replace(/\s+/g, ' '));
      expect(texts).toContain(stated.join(' '));
    }
    expect(texts).toContain(fr.dane.coverage.report.missing(['2023-2024', '2024-2025']).replace(/\s+/g, ' '));
    expect(texts).toContain('Situation au 15 septembre 2027');
    expect(texts).not.toMatch(/Nom\d\d|Collège/);
  });

  it('says that a year was not measured, and draws no figure of it', async () => {
    const shown = await page('/dane/coverage/report?year=2024');
    expect(shown).toContain(fr.dane.coverage.neverMeasured('2024-2025'));
    expect(shown).not.toContain('class="coverage wide"');
    expect((await agent.get('/dane/coverage/report.pdf?year=2024')).status).toBe(200);
  });
});
