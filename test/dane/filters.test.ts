import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENT, CLAIRE } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { THIS_YEAR } from '../support/now.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
let claire: SignedInBrowser;
beforeAll(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'gens.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n`,
    'ce-jour.csv': `reference;email;uai;debut;missions;confirmation\nSEG-2;${CLAIRE};0210001M;01/09/${THIS_YEAR};A1;confirmee\n`,
  });
  agent = await signInAs(service, AGENT);
  claire = await signInAs(service, CLAIRE);
});
afterAll(() => service.stop());

const FILTER = /<details class="filter-fold[^"]*"( open="")?><summary>([^<]*)<\/summary>/g;

/** The filters of a page: whether each is open, and its one line. */
async function filtersOf(path: string) {
  const page = await (await (path.startsWith('/my') ? claire : agent).get(path)).text();
  return Array.from(page.matchAll(FILTER), ([, open, line]) => ({ isOpen: open !== undefined, line }));
}

const LISTS = [
  '/dane/decisions',
  '/dane/people',
  '/dane/audit',
  '/dane/contributions',
  '/dane/directory',
  '/dane/coverage/schools',
  '/dane/events',
  '/dane/support',
  '/dane/meetings',
  '/my/directory',
];

describe('the filter of a list', () => {
  it.each(LISTS)('is one folded line on %s', async (path) => {
    expect(await filtersOf(path)).toEqual([{ isOpen: false, line: fr.forms.filter }]);
  });

  it.each([
    ['/dane/coverage', `${THIS_YEAR}-${THIS_YEAR + 1}`],
    ['/dane/wishes', `${THIS_YEAR}-${THIS_YEAR + 1}`],
    ['/dane/yearly-reports', `${THIS_YEAR}-${THIS_YEAR + 1}`],
    ['/dane/people?q=Dupont&profile=rupn', `Dupont · ${fr.dane.people.profiles.rupn}`],
    ['/dane/contributions?which=validated', fr.changes.queue.choices.validated],
    ['/dane/coverage/schools?only=nobody', fr.dane.coverage.school.onlyState.nobody],
    ['/dane/directory?role=contact-dane', fr.records.roles['contact-dane']],
    ['/dane/audit?from=2026-09-03', `${fr.dane.audit.from} ${fr.day('2026-09-03')}`],
  ])('tells on %s what it asks', async (path, texts) => {
    expect(await filtersOf(path)).toEqual([{ isOpen: false, line: fr.forms.filteredBy(texts) }]);
  });

  it.each([
    '/dane/people?profile=king',
    '/dane/audit?from=yesterday',
    '/dane/directory?mission=Z9',
    '/dane/decisions?badge=RUPN-ROI',
    '/my/directory?role=king',
    '/dane/coverage?on=never',
  ])('is open where %s has a fault', async (path) => {
    expect((await filtersOf(path)).map(({ isOpen }) => isOpen)).toEqual([true]);
  });

  it('is open before a choice of badges to revoke, and folds once there are some', async () => {
    expect((await filtersOf('/dane/revocations'))[0]?.isOpen).toBe(true);
    expect((await filtersOf('/dane/revocations?badge=RUPN-ENG'))[0]?.isOpen).toBe(false);
  });
});
