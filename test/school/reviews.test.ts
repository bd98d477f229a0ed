import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schoolYearLabel } from '../../src/domain/time/school-year.ts';
import { CHEF, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { inDays, inFrench, THIS_YEAR, todayInParis } from '../support/now.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as never;
/** The day may lie in the previous school year, where today is the first day of one: the people of this
 *  school were also engaged then. */
const BEFORE = inDays(-1);
const FULL = {
  on: todayInParis(),
  doneA: 'Deux prises en main.',
  worked: 'Le relais.',
  decisions: 'Former.',
};

let service: TestService;
let chef: SignedInBrowser;
let paul: SignedInBrowser;
let base: string;
beforeEach(async () => {
  service = await startTestService();
  await service.importText(SCHOOL_FIXTURE);
  chef = await signInAs(service, CHEF);
  paul = await signInAs(service, PAUL);
  base = `${SCHOOL}/reviews/${paul.personId}`;
});
afterEach(() => service.stop());

const written = async () => service.ports.store.readWrittenReviews(GUYOT);
const reviews = async () => service.ports.store.readReviews([paul.personId]);
const audit = async () =>
  (await service.ports.store.readAuditOf(paul.personId, 10)).map(({ action }) => action);
/** Imports a review of Paul's with a file of the DANE. */
const importReview = (day: string) =>
  service.importText({ 'points-etape.csv': `email;uai;date;nature\n${PAUL};0210001M;${day};point-etape\n` });

describe('a record of a progress review', () => {
  it('is opened for change where one of that day exists, and loses nothing of either text', async () => {
    await chef.post(`${base}/record`, FULL);
    const second = await chef.post(`${base}/record`, { on: todayInParis(), worked: 'Autre chose.' });
    expect(second.status).toBe(400);
    const page = await second.text();
    expect(page).toContain('est déjà enregistré pour ce jour');
    expect(page).toContain(`name="original" value="${todayInParis()}"`);
    expect(page).toContain('Le relais.\nAutre chose.');
    expect(page).toContain('Deux prises en main.');
    expect(await written()).toMatchObject([{ notes: { worked: 'Le relais.' } }]);
  });

  it('is refused for a school year without an engagement at the school, and does not count', async () => {
    const early = await chef.post(`${base}/record`, { on: '2019-06-01', worked: 'Trop tôt.' });
    expect(early.status).toBe(400);
    expect(await early.text()).toContain(fr.refusals['review-outside-engagement']({}));
    expect(await reviews()).toEqual([]);
  });

  it('is changed, with its day too, and the audit contains it', async () => {
    await chef.post(`${base}/record`, FULL);
    const form = await (await chef.get(`${base}/record?on=${todayInParis()}`)).text();
    expect(form).toContain('Deux prises en main.');
    const moved = { on: BEFORE, original: todayInParis(), worked: 'Corrigé.' };
    expect((await chef.post(`${base}/record`, moved)).headers.get('Location')).toContain('review-changed');
    expect(await reviews()).toMatchObject([{ on: BEFORE }]);
    expect(await written()).toMatchObject([{ on: BEFORE, notes: { worked: 'Corrigé.' } }]);
    expect(await audit()).toContain('review-changed');
  });

  it('is deleted with its review where both were made here', async () => {
    await chef.post(`${base}/record`, FULL);
    await chef.post(`${base}/record/remove`, { on: todayInParis() });
    expect([await reviews(), await written()]).toEqual([[], []]);
    expect(await audit()).toContain('review-removed');
  });

  it('is deleted without its review where a file of the DANE brought the review', async () => {
    await importReview(todayInParis());
    expect((await chef.post(`${base}/record/remove`, { on: todayInParis() })).status).toBe(409);
    const text = { on: todayInParis(), original: todayInParis(), worked: 'Écrit ici.' };
    expect((await chef.post(`${base}/record`, text)).status).toBe(303);
    const moved = await chef.post(`${base}/record`, { ...text, on: BEFORE });
    expect(await moved.text()).toContain(fr.school.reviews.removesText);
    await chef.post(`${base}/record/remove`, { on: todayInParis() });
    expect(await written()).toEqual([]);
    expect(await reviews()).toMatchObject([{ on: todayInParis() }]);
  });
});

describe('a planned review', () => {
  it('is refused before today and after the next school year', async () => {
    for (const on of [BEFORE, `${THIS_YEAR + 2}-09-01`]) {
      const refused = await chef.post(`${base}/plan`, { on });
      expect([on, refused.status]).toEqual([on, 400]);
      expect(await refused.text()).toContain(fr.school.reviews.form.plannedHelp);
    }
    expect(await (await chef.get(`${SCHOOL}/reviews`)).text()).toContain(fr.school.reviews.notPlanned);
  });

  it('is shown on its row even for the next school year, moved, and removed', async () => {
    const next = `${THIS_YEAR + 1}-10-05`;
    await chef.post(`${base}/plan`, { on: next });
    const row = await (await chef.get(`${SCHOOL}/reviews?year=${THIS_YEAR}`)).text();
    expect(row).toContain(`5 octobre ${THIS_YEAR + 1}, pour ${schoolYearLabel(THIS_YEAR + 1)}`);
    expect(row).toContain(fr.school.reviews.replan);
    await chef.post(`${base}/plan`, { on: todayInParis(), instead: next });
    const moved = await (await chef.get(`${SCHOOL}/reviews?year=${THIS_YEAR}`)).text();
    expect(moved).toContain(inFrench(todayInParis()));
    expect(moved).not.toContain('5 octobre');
    await chef.post(`${base}/plan/cancel`, { on: todayInParis() });
    expect(await (await chef.get(`${SCHOOL}/reviews?year=${THIS_YEAR}`)).text()).not.toContain(
      inFrench(todayInParis()),
    );
    expect(await audit()).toContain('review-plan-cancelled');
  });
});
