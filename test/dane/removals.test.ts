import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const RIGHT_SCHOOL = '0210010X';
const MORE = {
  'etablissements2.csv': `uai;nom;secteur\n${RIGHT_SCHOOL};Lycée d’à côté;Public\n`,
  'segments.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `ERR-1;${CLAIRE};${RIGHT_SCHOOL};01/09/2021;30/06/2022;A1|B1;;confirmee`,
    '',
  ].join('\n'),
  'rencontre.csv': 'code;nature;intitule;debut;heures\nPAF-9;EV-PAF;Une formation;2026-02-02;6\n',
  'presences.csv': `email;evenement;heures;preuve\n${CLAIRE};PAF-9;6;3\n`,
  'apports.csv': `reference;email;nature;date;validee\nK-1;${CLAIRE};ressource;10/01/2026;oui\n`,
  'points.csv': `email;uai;date\n${CLAIRE};${RIGHT_SCHOOL};12/05/2022\n`,
};

let service: TestService;
let agent: SignedInBrowser;
let claire: PersonId;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  await service.importText(MORE);
  const [person] = await service.ports.store.readPeopleByEmail([CLAIRE]);
  claire = person?.id as PersonId;
});
afterEach(() => service.stop());

const record = async () => {
  const [found] = await service.ports.store.readPersonRecords([claire]);
  if (!found) throw new Error('no record');
  return found;
};
const remove = (fields: Readonly<Record<string, string>>) =>
  agent.post(`/dane/people/${claire}/removal`, { reason: 'Erreur de ligne.', ...fields });
const segment = async (reference: string) =>
  (await record()).engagements.find((one) => one.reference === reference);

describe('a record entered by mistake', () => {
  it('is removed with a reason, and the audit keeps its content', async () => {
    const before = await record();
    const requested = await agent.get(`/dane/people/${claire}/removal?kind=engagement&reference=ERR-1`);
    expect(await requested.text()).toContain(fr.changes.removal.titles.engagement);
    for (const fields of [
      { kind: 'engagement', reference: 'ERR-1' },
      { kind: 'attendance', event: 'PAF-9' },
      { kind: 'contribution', reference: 'K-1' },
      { kind: 'review', uai: RIGHT_SCHOOL, on: '2022-05-12' },
    ]) {
      expect([fields.kind, (await remove({ ...fields, reason: '' })).status]).toEqual([fields.kind, 400]);
      expect([fields.kind, (await remove(fields)).status]).toEqual([fields.kind, 303]);
      expect([fields.kind, (await remove(fields)).status]).toEqual([fields.kind, 404]);
    }
    const after = await record();
    expect(after.engagements).toHaveLength(before.engagements.length - 1);
    expect([after.attended, after.contributions]).toEqual([[], []]);
    expect(after.reviews).toHaveLength(before.reviews.length - 1);
    const reported = await service.ports.store.readAuditOf(claire, 10);
    const removed = reported.find(({ action }) => action === 'engagement-removed');
    expect(removed).toMatchObject({
      actor: agent.personId,
      details: { reference: 'ERR-1', uai: RIGHT_SCHOOL, from: '2021-09-01', reason: 'Erreur de ligne.' },
    });
    expect(await (await agent.get(`/dane/people/${claire}`)).text()).toContain(
      fr.dane.people.person.actions['engagement-removed'],
    );
  });

  it('stays as long as a badge counts it', async () => {
    const badges = await issueEverything(service);
    const [counted] = (await record()).engagements.filter(({ reference }) => reference !== 'ERR-1');
    const reference = counted?.reference ?? '';
    const refused = await remove({ kind: 'engagement', reference });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain('RUPN-ENG');
    expect(html).toContain('Erreur de ligne.');
    expect(html).toContain('href="/dane/re-signing"');
    expect(await segment(reference)).toBeDefined();
    for (const { id } of badges) {
      await service.services.revokeCredential({ id, reason: 'Erreur', actor: agent.personId });
    }
    expect((await remove({ kind: 'engagement', reference })).status).toBe(303);
    expect(await segment(reference)).toBeUndefined();
  });

  it('is removed where it was entered twice, so that the badge keeps the same facts', async () => {
    const [original] = (await record()).engagements.filter(({ reference }) => reference !== 'ERR-1');
    if (!original) throw new Error('no segment');
    await service.ports.store.commit([
      { kind: 'engagement-entered', engagement: { ...original, reference: 'TWICE', roles: [] } },
    ]);
    await issueEverything(service);
    expect((await remove({ kind: 'engagement', reference: 'TWICE' })).status).toBe(303);
  });

  it('stays while it is contested', async () => {
    const stored = await segment('ERR-1');
    if (!stored) throw new Error('no segment');
    const contested = { ...stored, confirmation: 'contested' as const };
    await service.ports.store.commit([
      { kind: 'engagement-imported', engagement: contested, asRead: stored },
    ]);
    expect((await remove({ kind: 'engagement', reference: 'ERR-1' })).status).toBe(409);
    expect(await segment('ERR-1')).toBeDefined();
  });

  it('cannot be removed by its own person, nor in another person’s record', async () => {
    const own = await agent.post(`/dane/people/${agent.personId}/removal`, {
      kind: 'engagement',
      reference: 'ERR-1',
      reason: 'Non.',
    });
    expect(own.status).toBe(403);
    await expect(
      service.services.removeRecord({
        personId: claire,
        record: { kind: 'engagement', reference: 'ERR-1' },
        actor: claire,
        reason: 'Non.',
      }),
    ).rejects.toMatchObject({ code: 'own-engagement' });
    expect(await segment('ERR-1')).toBeDefined();
  });
});

describe('an engagement recorded at the wrong school', () => {
  const correct = (fields: Readonly<Record<string, string | readonly string[]>>) =>
    agent.post(`/dane/people/${claire}/engagements/ERR-1/correction`, {
      uai: '0210001M',
      from: '2021-09-01',
      to: '2022-06-30',
      missions: ['A1', 'B1'],
      reason: 'UAI du collège saisi à la place du lycée.',
      ...fields,
    });

  it('is corrected, and the principal of the right school is asked', async () => {
    expect((await correct({ state: 'requested' })).status).toBe(303);
    expect(await segment('ERR-1')).toMatchObject({ uai: '0210001M', confirmation: 'requested' });
    expect(await service.ports.store.readConfirmationRequests(['ERR-1'])).toHaveLength(1);
    expect(await (await agent.get(`/dane/people/${claire}`)).text()).toMatch(
      /Établissement\s: Collège Claude Guyot, au lieu de Lycée d’à côté/,
    );
  });

  it('is confirmed at the right school by the DANE on documents', async () => {
    expect((await correct({ state: 'confirmed' })).status).toBe(303);
    expect(await segment('ERR-1')).toMatchObject({ uai: '0210001M', confirmation: 'confirmed-by-dane' });
  });

  it('stays where the school is unknown, and where nothing would change', async () => {
    const unknown = await correct({ uai: '0212345W', state: 'requested' });
    expect(unknown.status).toBe(400);
    const same = await correct({ uai: RIGHT_SCHOOL, state: 'requested' });
    expect(same.status).toBe(400);
    expect(await segment('ERR-1')).toMatchObject({ uai: RIGHT_SCHOOL, confirmation: 'confirmed' });
  });

  it('cannot be moved by a principal', async () => {
    await expect(
      service.services.changeEngagement({
        reference: 'ERR-1',
        change: {
          kind: 'correction',
          uai: '0210001M' as never,
          period: { from: '2021-09-01' as LocalDate },
          missions: ['A1' as never],
          roles: [],
        },
        by: { personId: agent.personId, address: 'x', as: 'principal' },
      }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('a program with a token of the DANE', () => {
  const ask = async (path: string, body: unknown) => {
    const { secret } = await service.services.createToken({ role: 'dane', name: 'essai', actor: 'test' });
    return service.post(`/api/v1/engagements/${path}`, body, secret);
  };
  const reason = 'Mutation.';

  it('ends, cuts, corrects and removes engagements by the same rules', async () => {
    const ended = await ask('ERR-1/end', { to: '2022-03-31', reason });
    expect(await ended.json()).toMatchObject({ engagements: [{ reference: 'ERR-1', to: '2022-03-31' }] });
    const cut = await ask('ERR-1/missions', { from: '2022-01-01', missions: ['C1'], reason });
    expect((await cut.json()).engagements).toMatchObject([
      { reference: 'ERR-1', to: '2021-12-31', confirmation: 'confirmed' },
      { from: '2022-01-01', missions: ['C1'], confirmation: 'requested' },
    ]);
    const body = { uai: '0210001M', from: '2021-09-01', to: '2021-12-31', missions: ['A1'], reason };
    const moved = await ask('ERR-1/correction', { ...body, confirmed: true });
    expect(await moved.json()).toMatchObject({
      engagements: [{ uai: '0210001M', confirmation: 'confirmed-by-dane' }],
    });
    expect((await ask('ERR-1/removal', { reason })).status).toBe(200);
    expect(await segment('ERR-1')).toBeUndefined();
  });

  it('gets the same refusals as the screens, with the same codes', async () => {
    const codes = await Promise.all(
      [
        ['ERR-1/end', { to: '2022-03-31' }],
        ['NONE/end', { to: '2022-03-31', reason }],
        ['ERR-1/end', { to: '2030-03-31', reason }],
        ['ERR-1/missions', { from: '2022-01-01', missions: ['Z9'], reason }],
      ].map(async ([path, body]) => (await (await ask(String(path), body)).json()).code),
    );
    expect(codes).toEqual(['invalid-request', 'not-found', 'change-day-outside', 'invalid-request']);
    expect(await segment('ERR-1')).toMatchObject({ period: { to: '2022-06-30' }, confirmation: 'confirmed' });
  });
});
