import { describe, expect, it } from 'vitest';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, LUC, PAUL, SCHOOL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as never;
const WHY = 'Le contact était tenu par un autre.';
const file = (...lines: readonly string[]) => ({
  'engagements.csv': ['reference;email;uai;debut;missions;confirmation;reserve', ...lines, ''].join('\n'),
});
const contested = (reference: string, reserve = '', state = 'contestee') =>
  `${reference};${LUC};0210001M;01/09/2025;A1|B1;${state};${reserve}`;

let service: TestService;
let luc: SignedInBrowser;
let dane: SignedInBrowser;
startBeforeEach(schoolOf({ luc: LUC, dane: DANE }), (fixture) => {
  ({ service, luc, dane } = fixture);
});

const contests = () => service.ports.store.readContestsOfSchool(GUYOT);
const text = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();

describe('an engagement that is contested in a file', () => {
  it('has a contest at once: the teacher answers, the DANE decides', async () => {
    await service.importText(file(contested('L-1', WHY)));
    const [contest] = await contests();
    expect(contest).toMatchObject({ engagementReference: 'L-1', motive: WHY });
    expect(contest).not.toHaveProperty('openedBy');
    expect(await text(luc, '/my')).toContain(fr.my.home.contested(1, false));
    expect(await text(luc, `/my/contests/${contest?.id}`)).toContain(WHY);
    expect(await text(dane, '/dane/contests')).toContain(`/dane/contests/${contest?.id}`);
    expect((await luc.post(`/my/contests/${contest?.id}`, { answer: 'Non.' })).status).toBe(303);
    const decision = { outcome: 'maintained', reason: 'Établi.' };
    expect((await dane.post(`/dane/contests/${contest?.id}`, decision)).status).toBe(303);
  });

  it('states that no motive was given, where the file has none', async () => {
    await service.importText(file(contested('L-1')));
    const [contest] = await contests();
    expect(contest).not.toHaveProperty('motive');
    expect(await text(luc, `/my/contests/${contest?.id}`)).toContain(fr.contests.motiveUnknown);
  });

  it('opens no second contest when the file is imported again or the timer runs', async () => {
    await service.importText(file(contested('L-1', WHY), contested('L-2')));
    const before = await contests();
    expect(before).toHaveLength(2);
    await service.importText(file(contested('L-1', WHY), contested('L-2')));
    await service.services.runMaintenance();
    expect(await contests()).toEqual(before);
  });

  it('is shown in a dry run, which opens nothing', async () => {
    await service.services.importFiles(
      Object.entries(file(contested('L-1'))).map(([name, csv]) => ({
        name,
        sizeBytes: csv.length,
        open: async function* () {
          yield new TextEncoder().encode(csv);
        },
      })),
      { dryRun: true, actor: 'test' },
    );
    expect(await contests()).toEqual([]);
  });

  it('gets one where an earlier version made none, and no new one after the DANE’s decision', async () => {
    const [person] = await service.ports.store.readPeopleByEmail([PAUL]);
    const [paul] = await service.ports.store.readEngagements(['PAUL-1']);
    if (!person || !paul) throw new Error('nobody');
    const engagement = { ...paul, confirmation: 'contested' as const };
    await service.ports.store.commit([{ kind: 'engagement-imported', engagement, asRead: paul }]);
    await service.services.runMaintenance();
    const [contest] = await contests();
    expect(contest).toMatchObject({ engagementReference: 'PAUL-1' });
    const saved = { outcome: 'partial', reason: 'Une part.', from: '2026-01-05', missions: ['A1'] };
    expect((await dane.post(`/dane/contests/${contest?.id}`, saved)).status).toBe(303);
    await service.services.runMaintenance();
    expect(await contests()).toHaveLength(1);
  });

  it('loses its contest where a later file has another state', async () => {
    await service.importText(file(contested('L-1', WHY)));
    await service.importText(file(contested('L-1', '', 'confirmee')));
    expect(await contests()).toMatchObject([{ withdrawnAt: expect.any(String) }]);
    await service.importText(file(contested('L-1', WHY)));
    expect(await contests()).toHaveLength(2);
  });
});

describe('a contest that is over', () => {
  it('asks nothing more of the teacher, and leads to the decision', async () => {
    await service.importText(file(contested('L-1', WHY)));
    const [contest] = await contests();
    expect(await text(luc, '/my/engagements')).toContain(fr.my.engagements.answer);
    await luc.post(`/my/contests/${contest?.id}`, { answer: 'Non.' });
    expect(await text(luc, '/my')).not.toContain('contesté : répondez');
    const saved = { outcome: 'partial', reason: 'Une part.', from: '2026-01-05', missions: ['A1'] };
    await dane.post(`/dane/contests/${contest?.id}`, saved);
    const list = await text(luc, '/my/engagements');
    expect(list).not.toContain(fr.my.engagements.answer);
    expect(list).toContain(`<a href="/my/contests/${contest?.id}">${fr.my.engagements.readContest}</a>`);
    expect(await text(luc, '/my/engagements/L-1')).not.toContain('Répondre');
  });

  it('is found by the DANE and by the principal in the lists of past contests', async () => {
    const chef = await signInAs(service, CHEF);
    await service.importText(file(contested('L-1', WHY)));
    const [contest] = await contests();
    await dane.post(`/dane/contests/${contest?.id}`, { outcome: 'maintained', reason: 'Établi.' });
    for (const [browser, base] of [
      [dane, '/dane/contests'],
      [chef, `${SCHOOL}/contests`],
    ] as const) {
      expect(await text(browser, base)).not.toContain(`${base}/${contest?.id}`);
      expect(await text(browser, base)).toContain(`${base}?over=1`);
      expect(await text(browser, `${base}?over=1`)).toContain(`${base}/${contest?.id}`);
    }
    expect(await text(dane, '/dane')).toContain('href="/dane/contests"');
  });

  it('is lifted by the principal from its own page', async () => {
    const chef = await signInAs(service, CHEF);
    await service.importText(file(contested('L-1', WHY)));
    const [contest] = await contests();
    const page = await text(chef, `${SCHOOL}/contests/${contest?.id}`);
    expect(page).toContain(fr.contests.form.lifted);
    expect(await text(dane, `${SCHOOL}/contests/${contest?.id}`)).not.toContain(fr.contests.form.lifted);
    const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = await chef.post(`${SCHOOL}/confirmations/L-1`, { decision: 'confirm', seen });
    expect(sent.status).toBe(303);
    expect(await contests()).toMatchObject([{ withdrawnAt: expect.any(String) }]);
    expect(await text(chef, `${SCHOOL}/contests/${contest?.id}`)).not.toContain(fr.contests.form.lifted);
  });
});
