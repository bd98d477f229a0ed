import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANNE, GUYOT, type MyFixture, startMyFixture } from '../my/fixture.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { startTestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let fixture: MyFixture;
let anne: SignedInBrowser;
beforeAll(async () => {
  fixture = await startMyFixture();
  anne = await signInAs(fixture.service, ANNE);
});
afterAll(() => fixture.service.stop());

describe('the badge of a school', () => {
  it('is found from the overview, offered with its missing part in words, and accepted', async () => {
    const read = async (path: string) => (await anne.get(path)).text();
    expect(await read(`/school/${GUYOT}`)).toContain(fr.school.overview.badge(1));
    const page = await read(`/school/${GUYOT}/badge`);
    expect(page).toContain(`href="/my/badges/${fixture.schoolBadge}"`);
    expect(page).toContain(fr.my.badges.states.private);
    expect(page).toContain(fr.my.badges.notMet);
    const choice = { schools: 'yes', visibility: 'public' };
    const accepted = await anne.post(`/my/badges/${fixture.schoolBadge}/accept`, choice);
    expect(accepted.status).toBe(303);
    expect(await read(`/school/${GUYOT}/badge`)).toContain(fr.my.badges.states.accepted);
    expect(await read(`/school/${GUYOT}`)).not.toContain(fr.school.overview.badge(1));
    expect(await read(`/my/badges/${fixture.schoolBadge}`)).toContain(`href="/school/${GUYOT}/badge"`);
  });
});

describe('the families that a team lacks', () => {
  const CHEF = 'chef@ac-test.example';
  const PAGE = '/school/0210001M/badge';
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-11-20T10:00:00Z') }));
  afterEach(() => void vi.useRealTimers());
  const read = async (missions: string) => {
    const service = await startTestService();
    await service.importText({
      'ecoles.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
      'gens.csv': `email;prenom;nom;profil;uai\n${CHEF};Marie;Chevalier;chef;0210001M\np@ac-test.example;Paul;Martin;rupn;\n`,
      'segments.csv': `reference;email;uai;debut;missions;confirmation\nP-1;p@ac-test.example;0210001M;01/09/2025;${missions};confirmee\n`,
    });
    const text = await (await (await signInAs(service, CHEF)).get(PAGE)).text();
    await service.stop();
    return text.replaceAll('&#39;', "'");
  };

  it('only lack days where all are held: the day comes first, and nothing is missing', async () => {
    const page = await read('A1|B1|C1|D1|E1');
    expect(page).toContain('le temps seul remplira cette condition le 29 novembre 2025');
    expect(page).toContain(fr.my.badges.familyCounts(90));
    expect(page).not.toContain('Il manque les familles');
    expect(page).toContain(fr.findings.recordAt.meeting);
  });

  it('are named where no one holds one, with the number of days after which one counts', async () => {
    const page = await read('A1|B1|C1|D1');
    expect(page).toMatch(/Il manque les familles[^<]*a exercé une de ses missions 90 jours/);
    expect(page).not.toMatch(like(fr.my.badges.byTime(ANY)));
  });
});
