import { describe, expect, it } from 'vitest';
import type { Engagement } from '../../src/domain/records.ts';
import type { Contest } from '../../src/features/contests/feature.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, LUC, NEIGHBOUR, SCHOOL } from '../support/fixtures/schools.ts';
import { ANY, fr, like } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as never;
const MOTIVE = 'Le lien avec la collectivité était tenu par un autre.';
const ANSWER = 'Je l’ai tenu dès octobre.';

let service: TestService;
let chef: SignedInBrowser;
let luc: SignedInBrowser;
let dane: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, luc: LUC, dane: DANE }), (fixture) => {
  ({ service, chef, luc, dane } = fixture);
});

/** Marie Chevalier contests Luc Bernard’s engagement. */
async function contestLuc(): Promise<Contest> {
  const sent = await chef.post(`${SCHOOL}/confirmations/LUC-1`, { decision: 'contest', motive: MOTIVE });
  expect(sent.headers.get('Location')).toBe(`${SCHOOL}/confirmations?done=contest-opened`);
  return lastContest();
}

async function lastContest(): Promise<Contest> {
  const [contest] = await service.ports.store.readContestsOfSchool(GUYOT);
  if (!contest) throw new Error('no contest');
  return contest;
}

async function segmentsOfLuc(): Promise<readonly Engagement[]> {
  const [record] = await service.ports.store.readPersonRecords([luc.personId]);
  return record?.engagements ?? [];
}

describe('a contest', () => {
  it('goes from the motive to the answer and the decision, and each party reads all of it', async () => {
    const { id } = await contestLuc();
    expect((await segmentsOfLuc())[0]).toMatchObject({ confirmation: 'contested' });
    const answered = await luc.post(`/my/contests/${id}`, { answer: ANSWER });
    expect(answered.headers.get('Location')).toBe(`/my/contests/${id}?done=contest-answered`);
    const decision = { outcome: 'lifted', reason: 'Les comptes rendus le montrent.' };
    const decided = await dane.post(`/dane/contests/${id}`, decision);
    expect(decided.status).toBe(303);
    expect((await segmentsOfLuc())[0]).toMatchObject({
      confirmation: 'confirmed-by-dane',
      confirmedBy: DANE,
      decided: { by: DANE },
    });
    const pages = [
      await luc.get(`/my/contests/${id}`),
      await chef.get(`${SCHOOL}/contests/${id}`),
      await dane.get(`/dane/contests/${id}`),
    ];
    for (const page of pages) {
      const html = await page.text();
      expect(html).toContain(MOTIVE);
      expect(html).toContain(ANSWER);
      expect(html).toContain('Les comptes rendus le montrent.');
    }
  });

  it('is shown to no one else', async () => {
    const { id } = await contestLuc();
    for (const email of [CLAIRE, NEIGHBOUR]) {
      const other = await signInAs(service, email);
      for (const path of [`/my/contests/${id}`, `${SCHOOL}/contests/${id}`, `/dane/contests/${id}`]) {
        const answer = await other.get(path);
        expect(answer.status, `${email} ${path}`).toBe(403);
        expect(await answer.text()).not.toContain(MOTIVE);
      }
    }
    expect((await chef.get(`/my/contests/${id}`)).status).toBe(403);
    expect((await chef.post(`/dane/contests/${id}`, { outcome: 'lifted', reason: 'x' })).status).toBe(403);
    expect((await service.get(`/my/contests/${id}`)).status).toBe(303);
    const claire = await signInAs(service, CLAIRE);
    expect(await (await claire.get('/my/contests')).text()).toContain(fr.contests.none.my);
    expect(await (await luc.get('/my/contests')).text()).toContain(`/my/contests/${id}`);
    expect(await (await dane.get('/dane/contests')).text()).toContain('Luc Bernard');
  });

  it('waits in the principal’s overview, which does not show the motive', async () => {
    await contestLuc();
    const html = await (await chef.get(SCHOOL)).text();
    expect(html).toContain('Une contestation est en cours');
    expect(html).not.toContain(MOTIVE);
  });

  it('lets the teacher change the answer until it is decided, and no one afterwards', async () => {
    const { id } = await contestLuc();
    await luc.post(`/my/contests/${id}`, { answer: ANSWER });
    await luc.post(`/my/contests/${id}`, { answer: 'Dès novembre.' });
    expect((await lastContest()).answer).toBe('Dès novembre.');
    await dane.post(`/dane/contests/${id}`, { outcome: 'maintained', reason: 'Non établi.' });
    expect((await segmentsOfLuc())[0]).toMatchObject({ confirmation: 'contested' });
    expect((await luc.post(`/my/contests/${id}`, { answer: 'Encore.' })).status).toBe(409);
    const again = { outcome: 'lifted', reason: 'Finalement.' };
    expect((await dane.post(`/dane/contests/${id}`, again)).status).toBe(409);
    expect((await chef.post(`${SCHOOL}/confirmations/LUC-1`, { decision: 'confirm' })).status).toBe(409);
    expect((await lastContest()).answer).toBe('Dès novembre.');
  });

  it('can be lifted in part: the DANE confirms a part, the rest stays contested on its own', async () => {
    const { id } = await contestLuc();
    const part = { outcome: 'partial', reason: 'Depuis janvier, et C1 seulement.' };
    const decided = await dane.post(`/dane/contests/${id}`, { ...part, from: '2026-01-05', missions: 'C1' });
    expect(decided.status).toBe(303);
    const segments = await segmentsOfLuc();
    const confirmed = segments.filter(({ confirmation }) => confirmation === 'confirmed-by-dane');
    expect(confirmed).toMatchObject([
      { reference: 'LUC-1', period: { from: '2026-01-05' }, missions: ['C1'] },
    ]);
    const rest = segments.filter(({ confirmation }) => confirmation === 'contested');
    expect(rest.map(({ period, missions }) => [period.from, period.to, missions])).toEqual([
      ['2025-09-01', '2026-01-04', ['C1', 'C5']],
      ['2026-01-05', undefined, ['C5']],
    ]);
    expect(new Set(segments.map(({ reference }) => reference)).size).toBe(3);
    for (const { reference } of rest) {
      const path = `${SCHOOL}/confirmations/${encodeURIComponent(reference)}`;
      expect((await chef.post(path, { decision: 'confirm' })).status).toBe(409);
    }
  });

  it('is not lifted by an invalid part: the form comes back with the typed values', async () => {
    const { id } = await contestLuc();
    const whole = { outcome: 'partial', reason: 'Une raison.', from: '2025-09-01', missions: ['C1', 'C5'] };
    const refused = await dane.post(`/dane/contests/${id}`, whole);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Une raison.');
    const empty = await dane.post(`/dane/contests/${id}`, { outcome: 'partial', from: '2026-01-05' });
    expect(empty.status).toBe(400);
    expect(await lastContest()).not.toHaveProperty('decision');
  });

  it('is withdrawn where the principal confirms after all', async () => {
    const { id } = await contestLuc();
    await chef.post(`${SCHOOL}/confirmations/LUC-1`, { decision: 'confirm' });
    expect(await lastContest()).toMatchObject({ id, withdrawnAt: expect.any(String) });
    expect((await luc.post(`/my/contests/${id}`, { answer: ANSWER })).status).toBe(409);
    expect(await (await luc.get(`/my/contests/${id}`)).text()).toMatch(
      like(fr.contests.to.teacher.withdrawn(ANY)),
    );
  });

  it('never leads to a second holder of a single role', async () => {
    await chef.post(`${SCHOOL}/confirmations/CLAIRE-1`, { decision: 'contest', motive: MOTIVE });
    const { id } = await lastContest();
    const refused = await dane.post(`/dane/contests/${id}`, { outcome: 'lifted', reason: 'Oui.' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('déjà tenu par Paul Martin');
  });

  it('is not decided by the agent concerned', async () => {
    const csv = 'email;prenom;nom;profil;uai\nluc@ac-test.example;Luc;Bernard;rupn|dane;\n';
    await service.importText({ 'personnes.csv': csv });
    const { id } = await contestLuc();
    const both = await signInAs(service, LUC);
    expect((await both.post(`/dane/contests/${id}`, { outcome: 'lifted', reason: 'x' })).status).toBe(403);
  });

  it('leaves no trace on public pages', async () => {
    const { id } = await contestLuc();
    await luc.post(`/my/contests/${id}`, { answer: ANSWER });
    for (const path of ['/', '/badges', '/verify', `/papers/${id.slice(0, 22)}`]) {
      const html = await (await service.get(path)).text();
      expect(html).not.toContain(MOTIVE);
      expect(html).not.toContain(ANSWER);
    }
  });
});
