import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { CHEF, CLAIRE, DANE, NEIGHBOUR, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as Uai;
const PAGE = `${SCHOOL}/actions/procedure`;
const ACTION = { mission: 'C6', localAuthority: 'Département', from: '2025-09-01' };
const PDF = new TextEncoder().encode(`%PDF-1.7\n${'fiche '.repeat(60_000)}`);

let service: TestService;
let chef: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText(SCHOOL_FIXTURE);
  chef = await signInAs(service, CHEF);
  await chef.post(`${SCHOOL}/actions`, ACTION);
});
afterEach(() => service.stop());

const storedProcedureSheets = () => service.ports.store.readProcedureSheets(GUYOT);
const send = (browser: SignedInBrowser, bytes: Uint8Array | undefined, more: object = {}) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...ACTION, ...more })) body.append(name, value);
  if (bytes) body.append('file', new File([bytes as BlobPart], 'fiche.pdf'));
  return browser.send(PAGE, { method: 'POST', headers: { Origin: service.ports.origin }, body });
};
const procedureSheetAddress = async () => `/procedure-sheets/${(await storedProcedureSheets())[0]?.id}`;

describe('a procedure sheet', () => {
  it('is sent as a PDF and served unchanged, to be saved and never shown as a page', async () => {
    expect((await send(chef, PDF)).headers.get('Location')).toContain('procedure-saved');
    const answer = await chef.get(await procedureSheetAddress());
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="fiche-procedure-C6.pdf"');
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  });

  it('is read by the RUPN confirmed at the school, its head and the DANE, and by no one else', async () => {
    await send(chef, PDF);
    const address = await procedureSheetAddress();
    for (const email of [PAUL, DANE]) {
      expect((await (await signInAs(service, email)).get(address)).status).toBe(200);
    }
    // Claire has only declared an engagement here.
    for (const email of [CLAIRE, NEIGHBOUR]) {
      expect((await (await signInAs(service, email)).get(address)).status).toBe(403);
    }
    expect((await service.get(address)).headers.get('Location')).toContain('/sign-in');
  });

  it('stands next to the mission in the RUPN’s space, even if they do not hold it', async () => {
    await send(chef, undefined, { url: 'https://collectivite.example/fiche' });
    const paul = await signInAs(service, PAUL);
    const page = await (await paul.get('/my/engagements/PAUL-1')).text();
    expect(page).toContain('href="https://collectivite.example/fiche"');
    expect(page).toContain(fr.my.engagements.notYours);
  });

  it('is replaced and removed by the DANE or the principal, with all its parts', async () => {
    await send(chef, PDF);
    const [first] = await storedProcedureSheets();
    const dane = await signInAs(service, DANE);
    await send(dane, undefined, { url: 'https://collectivite.example/fiche' });
    expect(await storedProcedureSheets()).toMatchObject([{ content: { kind: 'link' } }]);
    // The recorded address does not fill the field, because together with a file it would be refused.
    const form = await (await dane.get(`${PAGE}?${new URLSearchParams(ACTION)}`)).text();
    expect(form).toContain('href="https://collectivite.example/fiche"');
    expect(form).not.toContain('value="https://collectivite.example/fiche"');
    expect(await service.ports.store.readProcedureChunks(first?.id ?? '')).toEqual([]);
    expect((await dane.post(`${PAGE}/remove`, ACTION)).status).toBe(303);
    expect(await storedProcedureSheets()).toEqual([]);
  });

  it('is refused where it is no PDF, too large, not https, or both a link and a file', async () => {
    const url = 'https://collectivite.example/fiche';
    const cases: readonly (readonly [Promise<Response>, string])[] = [
      [send(chef, new TextEncoder().encode('<script>')), fr.forms.faults['not-pdf']],
      [send(chef, new Uint8Array(1024 * 1024 + 1)), 'trop lourd'],
      [send(chef, PDF, { url }), fr.forms.eitherOne],
      [send(chef, undefined), fr.forms.eitherOne],
      [send(chef, undefined, { url: 'http://collectivite.example/' }), 'doit commencer par https'],
      [send(chef, undefined, { url: 'javascript:alert(1)' }), 'pas une adresse du web'],
    ];
    for (const [sent, sentence] of cases) {
      const answer = await sent;
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(sentence);
    }
    expect(await storedProcedureSheets()).toEqual([]);
  });

  it('belongs to one authorisation, and is deleted with it', async () => {
    expect((await send(chef, PDF, { mission: 'C5' })).status).toBe(404);
    await send(chef, PDF);
    const original = { originalMission: 'C6', originalAuthority: 'Département', originalFrom: ACTION.from };
    await chef.post(`${SCHOOL}/actions`, { ...ACTION, ...original, from: '2025-10-01' });
    expect(await storedProcedureSheets()).toMatchObject([
      { action: { mission: 'C6', period: { from: '2025-10-01' } } },
    ]);
    expect((await chef.get(await procedureSheetAddress())).status).toBe(200);
    await chef.post(`${SCHOOL}/actions/remove`, { ...ACTION, from: '2025-10-01' });
    expect(await storedProcedureSheets()).toEqual([]);
  });

  it('cannot be attached by the head of another school or by a RUPN', async () => {
    for (const email of [NEIGHBOUR, PAUL]) {
      expect((await send(await signInAs(service, email), PDF)).status).toBe(403);
    }
    expect(await storedProcedureSheets()).toEqual([]);
  });

  it('stands in the mission letter and in its companion, which has the letter’s address', async () => {
    await send(chef, PDF);
    const [paul] = await service.ports.store.readPeopleByEmail([PAUL]);
    await chef.post(`${SCHOOL}/papers`, { kind: 'mission-letter', personId: paul?.id ?? '', year: '2025' });
    const [paper] = await service.ports.store.readPapers(GUYOT, 1);
    const list = await (await chef.get(`${SCHOOL}/papers`)).text();
    expect(list).toContain(`${SCHOOL}/papers/${paper?.id}-companion.pdf`);
    const companion = await chef.get(`${SCHOOL}/papers/${paper?.id}-companion.pdf`);
    expect(companion.headers.get('Content-Disposition')).toContain('document-accompagnement-martin-paul');
    const own = await (await signInAs(service, PAUL)).get(`/my/papers/${paper?.id}-companion.pdf`);
    expect(own.status).toBe(200);
    const page = `/papers/${paper?.id}`;
    expect(await (await chef.get(page)).text()).toContain(fr.school.papers.public.unchanged);
    await chef.post(`${PAGE}/remove`, ACTION);
    expect(await (await chef.get(page)).text()).toContain(fr.school.papers.public.changes.authorised);
  });
});
