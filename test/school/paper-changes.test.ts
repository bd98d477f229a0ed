import { describe, expect, it } from 'vitest';
import type { Paper, PaperFacts } from '../../src/domain/paper/types.ts';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { schoolYearLabel } from '../../src/domain/time/school-year.ts';
import { yearsAsText } from '../../src/texts/fr/grammar/page-phrases.ts';
import { readPdf, wholeText } from '../papers/read-pdf.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, LUC, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { inDays, LAST_YEAR, THIS_YEAR, todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as never;
const EARLIER = [
  'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le',
  'PAUL-0;paul@ac-test.example;0210001M;01/09/2019;31/08/2025;A1;;confirmee;chef@ac-test.example;2020-01-10',
  'PAUL-X;paul@ac-test.example;0210011Y;01/09/2017;31/08/2019;A1;;confirmee;ancien@ac-test.example;2018-01-10',
  'LUC-2;luc@ac-test.example;0210001M;01/09/2026;;A1;;confirmee;inconnu@ac-test.example;2026-10-02',
  '',
].join('\n');

let service: TestService;
let chef: SignedInBrowser;
let paul: SignedInBrowser;
const FILES = { ...SCHOOL_FIXTURE, 'plus.csv': EARLIER };
startBeforeEach(schoolOf({ chef: CHEF, paul: PAUL }, FILES), (fixture) => {
  ({ service, chef, paul } = fixture);
});

async function make(
  kind: string,
  year = THIS_YEAR,
  personId: string | undefined = paul.personId,
): Promise<Paper> {
  const before = new Set((await service.ports.store.readPapers(GUYOT, 50)).map(({ id }) => id));
  const fields = { kind, year: String(year), ...(kind === 'imp-file' ? {} : { personId }) };
  expect((await chef.post(`${SCHOOL}/papers`, fields)).status).toBe(303);
  const paper = (await service.ports.store.readPapers(GUYOT, 50)).find(({ id }) => !before.has(id));
  if (!paper) throw new Error('no paper');
  return paper;
}

async function pageOf({ id }: Pick<Paper, 'id'>): Promise<string> {
  return (await service.get(`/papers/${id}`)).text();
}

async function textOf({ id }: Pick<Paper, 'id'>): Promise<string> {
  const drawn = await chef.get(`${SCHOOL}/papers/${id}.pdf`);
  expect(drawn.status).toBe(200);
  const text = wholeText(await readPdf(new Uint8Array(await drawn.arrayBuffer())));
  return text.replace(/\s+/g, ' ');
}

/** The value of the present school year until today: half a year from 100 days, a whole one from 200. */
function valueSoFar(): 0 | 0.5 | 1 {
  const last = [todayInParis(), `${THIS_YEAR + 1}-06-30`].sort()[0] ?? todayInParis();
  const days = (Date.parse(last) - Date.parse(`${THIS_YEAR}-09-01`)) / 86_400_000 + 1;
  return days >= 200 ? 1 : days >= 100 ? 0.5 : 0;
}

const writtenYears = (years: number) => `${String(years).replace('.', ',')} années scolaires`;

describe('a paper of one person', () => {
  it('counts the other holders of a mission like the school’s file, and names no one', async () => {
    const statement = await textOf(await make('statement'));
    expect(statement).toMatch(/A1 : [^(]*\([^)]*partagée avec 1 autre\) A2 : /);
    expect(statement).toContain(fr.papers.statement.aloneUnlessSaid(schoolYearLabel(THIS_YEAR)));
    expect(statement).not.toContain('Bernard');
    const letter = await textOf(await make('mission-letter'));
    expect(letter).toMatch(/Missions partagées • A1 : .*?, avec 1 autre personne/);
    expect(letter).not.toContain('Bernard');
  });

  it('shows the whole engagement at the school, and its recognition there and in all', async () => {
    const paper = await make('statement');
    const text = await textOf(paper);
    expect(text).toContain('au titre du collège Claude Guyot, Arnay-le-Duc, depuis le 1er septembre 2019');
    const here = THIS_YEAR - 2019 + valueSoFar();
    expect(text).toContain(
      `Durée reconnue : ${yearsAsText(here)} dans cet établissement, ${yearsAsText(here + 2)} en tout.`,
    );
    expect(text).toContain(`Année scolaire ${schoolYearLabel(THIS_YEAR)}`);
    expect(text).not.toContain('Anna Judic');
    expect(await pageOf(paper)).toContain(`${writtenYears(here + 2)} en tout`);
  });

  it('shows the present value of the current year, and names who confirmed', async () => {
    const text = await textOf(await make('statement'));
    const worth = { 0: 'engagement en cours', 0.5: 'demi-année', 1: 'année entière' }[valueSoFar()];
    expect(text).toMatch(new RegExp(`${schoolYearLabel(THIS_YEAR)} : \\d+ jours d’engagement, ${worth}`));
    expect(text).toContain('confirmé par le chef d’établissement (Marie Chevalier)');
    expect(text).not.toContain('@');
  });

  it('is dated the day it was made, and its facts the last day of a past year', async () => {
    const paper = await make('statement', LAST_YEAR);
    const made = await service.get(`/papers/${paper.id}`).then((answer) => answer.text());
    const text = await textOf(paper);
    expect(text).toContain(`Faits arrêtés au 31 août ${THIS_YEAR}`);
    expect(text).not.toContain(`Établi le 31 août ${THIS_YEAR}`);
    expect(text).not.toContain(`le 31 août ${THIS_YEAR} Le chef`);
    expect(made).toContain(fr.school.papers.public.factsOn(`31 août ${THIS_YEAR}`));
  });
});

describe('a mission letter', () => {
  it('is about the engagements of its day, not about a later one', async () => {
    const later = [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `CLAIRE-N;claire@ac-test.example;0210001M;${THIS_YEAR}-09-01;${todayInParis()};B1;;confirmee`,
      `CLAIRE-L;claire@ac-test.example;0210001M;${inDays(1)};${inDays(90)};E2;;confirmee`,
      '',
    ].join('\n');
    await service.importText({ 'engagements.csv': later });
    const claire = await signInAs(service, CLAIRE);
    const text = await textOf(await make('mission-letter', THIS_YEAR, claire.personId));
    expect(text).toContain('B1 : ');
    expect(text).not.toContain('E2 : ');
  });
});

describe('the page of a paper', () => {
  it('names the facts that have changed since, but not their present state', async () => {
    const today = localDateInParis(service.ports.clock.now());
    const statement = await make('statement');
    const letter = await make('mission-letter');
    const file = await make('imp-file');
    await chef.post(`${SCHOOL}/reviews/${paul.personId}/record`, { on: today, worked: 'Le relais du mardi' });
    const record = await make('review-record');
    for (const paper of [letter, file, record])
      expect(await pageOf(letter), paper.kind).toContain(fr.school.papers.public.unchanged);
    expect(await pageOf(statement)).toContain(fr.school.papers.public.changes.reviews);

    await chef.post(`${SCHOOL}/confirmations/PAUL-1`, { decision: 'reserve', reservation: 'Un secret.' });
    await chef.post(`${SCHOOL}/means`, {
      personId: paul.personId,
      kind: 'office',
      description: 'B12',
      since: today,
    });
    await chef.post(`${SCHOOL}/reviews/${paul.personId}/record`, {
      on: today,
      original: today,
      worked: 'Autre chose',
    });
    expect(await pageOf(statement)).toContain(fr.school.papers.public.changes.reservations);
    expect(await pageOf(file)).toContain(fr.school.papers.public.changes.reservations);
    const ofLetter = await pageOf(letter);
    expect(ofLetter).toContain(fr.school.papers.public.changes.means);
    expect(ofLetter).not.toContain(fr.school.papers.public.changes.reservations);
    const ofRecord = await pageOf(record);
    expect(ofRecord).toContain(fr.school.papers.public.changes.notes);
    for (const html of [await pageOf(statement), ofLetter, ofRecord]) {
      expect(html).not.toMatch(/secret|B12|Autre chose|relais/);
    }
  });

  it('shows the content of its own paper, and nothing of the others', async () => {
    const today = localDateInParis(service.ports.clock.now());
    await chef.post(`${SCHOOL}/reviews/${paul.personId}/record`, {
      on: today,
      doneA: 'Fait.',
      worked: 'Bien.',
    });
    const letter = await pageOf(await make('mission-letter'));
    expect(letter).toContain(`<dt>${fr.school.papers.public.means}</dt>`);
    expect(letter).not.toContain('Heures de formation');
    const record = await pageOf(await make('review-record'));
    expect(record).toContain(`<dt>${fr.school.papers.public.heldOn}</dt>`);
    expect(record).toContain(fr.school.reviews.form.worked);
    expect(record).not.toMatch(/Heures de formation|A1 · |Bien\./);
  });
});

describe('a school’s file', () => {
  it('gives a sheet to confirmed people, by family name, and one line to those who wait', async () => {
    const { facts } = await make('imp-file');
    expect(facts.members.map(({ person }) => person.familyName)).toEqual(['Bernard', 'Martin']);
    expect(facts.requests?.map(({ person }) => person.familyName)).toEqual(['Chevalier', 'Dupont']);
  });
});

describe('a paper of the first form', () => {
  async function storeFirstForm(kind: Paper['kind'], id: string): Promise<Paper> {
    const { facts, factsDigest: _digest, ...made } = await make(kind);
    const members = facts.members.map(
      ({ shares: _s, recognised: _r, hours: _h, projects: _p, ...member }) => ({
        ...member,
        record: {
          ...member.record,
          engagements: member.record.engagements
            .filter(({ reference }) => reference !== 'PAUL-0')
            .map((one) => ({ ...one, confirmedBy: CHEF })),
        },
      }),
    );
    const { form: _f, requests: _q, procedures: _procedures, ...first } = facts;
    const paper = {
      ...made,
      id: id.padEnd(22, 'A') as Paper['id'],
      facts: { ...first, members } as PaperFacts,
    };
    await service.ports.store.commit([{ kind: 'paper-made', paper }]);
    return paper;
  }

  it('is still drawn, without addresses, and still compared with its content', async () => {
    const statement = await storeFirstForm('statement', 'first');
    const letter = await storeFirstForm('mission-letter', 'second');
    const text = await textOf(statement);
    expect(text).toContain('confirmé par le chef d’établissement (Marie Chevalier)');
    expect(text).not.toContain('seule personne');
    expect(await textOf(letter)).toContain('Missions • A1');
    for (const paper of [statement, letter])
      expect(await pageOf(paper)).toContain(fr.school.papers.public.unchanged);
    await chef.post(`${SCHOOL}/confirmations/PAUL-1`, { decision: 'reserve', reservation: 'Plus tard.' });
    expect(await pageOf(statement)).toContain(fr.school.papers.public.changes.reservations);
  });
});

describe('the author of a confirmation', () => {
  it('is shown by name on the principal’s pages and in a contest', async () => {
    await chef.post(`${SCHOOL}/confirmations/CHEF-1`, { decision: 'confirm' });
    const page = await (await chef.get(`${SCHOOL}/confirmations`)).text();
    expect(page).toContain(fr.school.decisions.decidedBy('Marie Chevalier', '1er octobre 2025'));
    expect(page).not.toContain('par chef@ac-test.example');
    const luc = await signInAs(service, LUC);
    await chef.post(`${SCHOOL}/confirmations/LUC-2`, { decision: 'contest', motive: 'À voir.' });
    const [contest] = await service.ports.store.readContestsOfSchool(GUYOT);
    const dane = await signInAs(service, DANE);
    const answer = await dane.post(`/dane/contests/${contest?.id}`, { outcome: 'lifted', reason: 'Vu.' });
    expect(answer.status).toBe(303);
    const story = await (await luc.get(`/my/contests/${contest?.id}`)).text();
    expect(story).toContain('par Denis Danois');
    expect(story).not.toContain('dane@ac-test.example');
  });
});
