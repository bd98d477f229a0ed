import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/domain/paper/types.ts';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { readPdf, wholeText } from '../papers/read-pdf.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, NEIGHBOUR, PAUL, SCHOOL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { THIS_YEAR } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as never;

let service: TestService;
let chef: SignedInBrowser;
let paul: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, paul: PAUL }), (fixture) => {
  ({ service, chef, paul } = fixture);
});

async function make(fields: Readonly<Record<string, string>>): Promise<Paper> {
  const before = new Set((await service.ports.store.readPapers(GUYOT, 50)).map(({ id }) => id));
  const made = await chef.post(`${SCHOOL}/papers`, { year: String(THIS_YEAR), ...fields });
  expect(made.status).toBe(303);
  // Two papers of one second have no order, so the new one is found by its id.
  const paper = (await service.ports.store.readPapers(GUYOT, 50)).find(({ id }) => !before.has(id));
  if (!paper) throw new Error('no paper');
  return paper;
}

describe('the public page of a paper', () => {
  it('confirms a person’s paper and shows nothing more, hidden from search engines', async () => {
    const { id } = await make({ kind: 'statement', personId: paul.personId });
    const answer = await service.get(`/papers/${id}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<meta name="robots" content="noindex"');
    for (const fact of ['Paul Martin', 'Collège Claude Guyot', '1er septembre 2025', 'A2 · ', 'aucune']) {
      expect(html).toContain(fact);
    }
    expect(html).not.toMatch(/(?<!\d)0 h/);
    expect(html).toContain(fr.records.roles['contact-dane']);
    for (const other of ['Chevalier', 'Dupont', 'Bernard', 'ac-test.example']) {
      expect(html).not.toContain(other);
    }
    expect(html).toContain(fr.school.papers.public.unchanged);
  });

  it('names no one where the paper is the school’s', async () => {
    const { id } = await make({ kind: 'imp-file' });
    const html = await (await service.get(`/papers/${id}`)).text();
    expect(html).toContain(`<dt>${fr.school.papers.public.people}</dt>`);
    for (const name of ['Martin', 'Chevalier', 'Dupont', 'Bernard']) expect(html).not.toContain(name);
    expect(html).toContain('<dt>P. M.</dt>');
    expect(html).toContain('A2 · ');
    expect(html).toContain('3 personnes');
  });

  it('keeps the printed facts and reports where the record differs by now', async () => {
    const { id } = await make({ kind: 'statement', personId: paul.personId });
    await chef.post(`${SCHOOL}/confirmations/PAUL-1`, { decision: 'contest', motive: 'Un secret.' });
    const html = await (await service.get(`/papers/${id}`)).text();
    expect(html).toContain('ont changé depuis');
    expect(html).toContain('A2 · ');
    expect(html).not.toContain('secret');
  });

  it('describes the day it was made, which later records do not change', async () => {
    const { id } = await make({ kind: 'statement', personId: paul.personId });
    const later = [
      'code;nature;intitule;debut;fin;heures',
      'PAF-NEXT;EV-PAF;ENT;2099-01-10;2099-01-10;6',
      '',
    ].join('\n');
    const attended = 'email;evenement;heures;preuve\npaul@ac-test.example;PAF-NEXT;6;3\n';
    await service.importText({ 'evenements.csv': later, 'presences.csv': attended });
    expect(await (await service.get(`/papers/${id}`)).text()).toContain(fr.school.papers.public.unchanged);
  });

  it('is the same paper, opened at once, where the same facts are asked again on that day', async () => {
    const requested = { year: String(THIS_YEAR), kind: 'mission-letter', personId: paul.personId };
    const answers = [
      ...(await Promise.all([1, 2, 3].map(() => chef.post(`${SCHOOL}/papers`, requested)))),
      await chef.post(`${SCHOOL}/papers`, requested),
    ];
    const papers = await service.ports.store.readPapers(GUYOT, 50);
    expect(papers).toHaveLength(1);
    const opened = `${SCHOOL}/papers/${papers[0]?.id}.pdf`;
    expect(answers.map(({ status, headers }) => [status, headers.get('Location')])).toEqual(
      answers.map(() => [303, opened]),
    );
    const page = await (await chef.get(`${SCHOOL}/papers`)).text();
    expect(page).toContain(fr.school.papers.again);
    expect(page).toContain(`href="${opened}"`);
  });

  it('prints the settings of its day, and is another paper once they have changed', async () => {
    const first = await make({ kind: 'mission-letter', personId: paul.personId });
    const dane = await signInAs(service, DANE);
    const blog = 'https://nouveau.example/blog';
    expect((await dane.post('/dane/settings/news', { blog })).status).toBe(303);
    const companionOf = async ({ id }: Paper) => {
      const answer = await chef.get(`${SCHOOL}/papers/${id}-companion.pdf`);
      return wholeText(await readPdf(new Uint8Array(await answer.arrayBuffer())));
    };
    expect(await companionOf(first)).not.toContain('nouveau.example');
    const second = await make({ kind: 'mission-letter', personId: paul.personId });
    expect(second.facts.settings?.news).toEqual({ blog });
  });

  it('tells whoever holds a paper that it does not know, and speaks of no badge', async () => {
    const unknown = await service.get('/papers/AAAAAAAAAAAAAAAAAAAAAA');
    const shapeless = await service.get('/papers/nothing');
    expect([unknown.status, shapeless.status]).toEqual([404, 404]);
    const [a, b] = [await unknown.text(), await shapeless.text()];
    expect(a.replaceAll('AAAAAAAAAAAAAAAAAAAAAA', 'nothing')).toBe(b);
    const { title, next } = fr.errors.kinds['paper-not-found'];
    expect(b).toContain(`<h1>${title}</h1>`);
    expect(b).toContain(`<p>${next}</p>`);
    expect(b).not.toContain(fr.errors.kinds['not-found'].text);
  });

  it('is deleted with the erasure of its person', async () => {
    const { id } = await make({ kind: 'statement', personId: paul.personId });
    const school = await make({ kind: 'imp-file' });
    await service.services.erasePerson({ email: PAUL, actor: 'test' });
    expect((await service.get(`/papers/${id}`)).status).toBe(404);
    expect((await service.get(`/papers/${school.id}`)).status).toBe(404);
  });
});

describe('a paper', () => {
  it('contains neither an address, nor a motive, nor unconfirmed engagements', async () => {
    await chef.post(`${SCHOOL}/confirmations/LUC-1`, { decision: 'contest', motive: 'Un secret.' });
    const { facts } = await make({ kind: 'imp-file' });
    const text = JSON.stringify(facts.members.map(({ person, record }) => [person, record.reviews]));
    expect(text).not.toContain('@');
    expect(JSON.stringify(facts)).not.toContain('secret');
    expect(facts.members.map(({ person }) => person.familyName)).not.toContain('Bernard');
  });

  it('cannot be made without any facts', async () => {
    const claire = await signInAs(service, 'claire@ac-test.example');
    const requested = { kind: 'statement', personId: claire.personId, year: String(THIS_YEAR) };
    expect((await chef.post(`${SCHOOL}/papers`, requested)).status).toBe(409);
    const review = { kind: 'review-record', personId: paul.personId, year: String(THIS_YEAR) };
    expect((await chef.post(`${SCHOOL}/papers`, review)).status).toBe(409);
    expect(await service.ports.store.readPapers(GUYOT, 5)).toEqual([]);
  });

  it('is drawn as PDF for people who may read the school, in each kind', async () => {
    await chef.post(`${SCHOOL}/reviews/${paul.personId}/record`, {
      on: localDateInParis(service.ports.clock.now()),
      worked: 'Les ateliers du mardi',
    });
    const kinds = ['statement', 'mission-letter', 'review-record'].map((kind) => ({
      kind,
      personId: paul.personId,
    }));
    for (const fields of [...kinds, { kind: 'imp-file' }]) {
      const { id } = await make(fields);
      const path = `/papers/${id}.pdf`;
      const drawn = await chef.get(`${SCHOOL}${path}`);
      expect([fields.kind, drawn.status, drawn.headers.get('Content-Type')]).toEqual([
        fields.kind,
        200,
        'application/pdf',
      ]);
      expect(drawn.headers.get('Cache-Control')).toBe('private, no-store');
      const text = wholeText(await readPdf(new Uint8Array(await drawn.arrayBuffer())));
      expect(text).toContain('Paul');
      // A line may end at a dash of the address.
      expect(text.replaceAll(/\s/g, '')).toContain(`/papers/${id}`);
      expect(text).not.toContain('@ac-test');
      const about = fields.kind === 'imp-file' ? 'college-claude-guyot' : 'martin-paul';
      expect(drawn.headers.get('Content-Disposition')).toMatch(
        new RegExp(`^inline; filename="[a-z-]+-${about}-\\d{4}-\\d\\d-\\d\\d\\.pdf"$`),
      );
      const open = async (email: string, school = SCHOOL) =>
        (await (await signInAs(service, email)).get(`${school}${path}`)).status;
      expect([await open(DANE), await open(NEIGHBOUR), await open(NEIGHBOUR, '/school/0210011Y')]).toEqual([
        200, 403, 404,
      ]);
    }
  });
});
