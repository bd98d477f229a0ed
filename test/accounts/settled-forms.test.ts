import { describe, expect, it } from 'vitest';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, LUC, SCHOOL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const UNSAVED_TEXT = 'Un long texte qui a pris du temps.';

let service: TestService;
let chef: SignedInBrowser;
let luc: SignedInBrowser;
let dane: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, luc: LUC, dane: DANE }), (fixture) => {
  ({ service, chef, luc, dane } = fixture);
});

/** Sends a text about a matter that was settled in the meantime: it is refused, and the page without a form gives
 *  the text back. */
async function expectGivenBack(browser: SignedInBrowser, path: string, fields: object) {
  const answer = await browser.post(path, fields as Readonly<Record<string, string>>);
  const page = await answer.text();
  expect([path, answer.status]).toEqual([path, 409]);
  expect(page).toContain(fr.forms.typedBefore);
  expect(page).toContain(UNSAVED_TEXT);
}
const idIn = (answer: Response) => answer.headers.get('Location')?.split(/[/?]/).at(3) ?? '';

describe('a text about a matter that was settled in the meantime', () => {
  it('is given back by the page of a contest, to each side', async () => {
    const path = `${SCHOOL}/confirmations/LUC-1`;
    await chef.post(path, { decision: 'contest', motive: 'Non tenu.' });
    const [contest] = await service.ports.store.readContestsOfSchool('0210001M' as never);
    await expectGivenBack(chef, path, { decision: 'contest', motive: UNSAVED_TEXT });
    await dane.post(`/dane/contests/${contest?.id}`, { outcome: 'maintained', reason: 'Non établi.' });
    await expectGivenBack(luc, `/my/contests/${contest?.id}`, { answer: UNSAVED_TEXT });
    await expectGivenBack(dane, `/dane/contests/${contest?.id}`, { outcome: 'lifted', reason: UNSAVED_TEXT });
    await expectGivenBack(chef, path, { decision: 'reserve', reservation: UNSAVED_TEXT });
  });

  it('is given back by the page of a request that was withdrawn, or answered by another agent', async () => {
    const requested = { kind: 'technical', uai: '0210001M', title: 'AMON', text: 'Le filtrage bloque.' };
    const support = idIn(await luc.post('/my/support/new', requested));
    await luc.post(`/my/support/${support}/end`);
    await expectGivenBack(dane, `/dane/support/${support}`, { text: UNSAVED_TEXT });
    await expectGivenBack(luc, `/my/support/${support}`, { text: UNSAVED_TEXT });
    await luc.post('/my/data/rectification', { message: 'Mon nom est mal écrit.' });
    const [request] = await service.ports.store.readDataRequests({ limit: 1 });
    const answer = { id: request?.id ?? '', answer: UNSAVED_TEXT };
    expect((await dane.post('/dane/requests', { ...answer, answer: 'Corrigé.' })).status).toBe(303);
    await expectGivenBack(dane, '/dane/requests', answer);
  });

  it('is given back by the page of a proposal that was taken back', async () => {
    await chef.post(`${SCHOOL}/confirmations/LUC-1`, { decision: 'confirm' });
    await luc.post('/my/engagements/LUC-1/change/end', { to: '2026-01-31' });
    const [proposal] = await service.ports.store.readEngagementProposalsOf(luc.personId);
    const id = proposal?.id ?? '';
    expect((await luc.post('/my/engagements/LUC-1/withdraw-change', { id })).status).toBe(303);
    const rejection = { outcome: 'refused', reason: UNSAVED_TEXT };
    await expectGivenBack(chef, `${SCHOOL}/proposals/${id}`, rejection);
    await expectGivenBack(dane, `/dane/proposals/${id}`, rejection);
  });
});
