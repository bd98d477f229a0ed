import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seenContribution } from '../../src/domain/award/counted-records.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const FILE = (validated: string) => ({
  'apports.csv': [
    'reference;email;nature;date;lien;validee',
    `K-1;${CLAIRE};ressource;10/01/2026;https://exemple.fr/a;${validated}`,
    `K-2;${CLAIRE};tutorat;12/01/2026;;${validated}`,
    'K-3;agent@ac-test.example;ressource;13/01/2026;;non',
    '',
  ].join('\n'),
  'rencontre.csv': 'code;nature;intitule;debut;heures\nPAF-9;EV-PAF;Une formation;2026-02-02;6\n',
});

let service: TestService;
let agent: SignedInBrowser;
let claire: PersonId;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  await service.importText(FILE('non'));
  const [person] = await service.ports.store.readPeopleByEmail([CLAIRE]);
  claire = person?.id as PersonId;
});
afterEach(() => service.stop());

const read = async (references: readonly string[]) => {
  const found = await service.ports.store.readContributions(references);
  return found.toSorted((a, b) => a.reference.localeCompare(b.reference));
};
const states = async (...references: readonly string[]) =>
  (await read(references)).map(({ validated }) => validated);
async function validate(...references: readonly string[]) {
  const seen = (await read(references)).map(seenContribution);
  return agent.post('/dane/contributions', { reference: references, seen });
}

describe('contributions to validate', () => {
  it('are listed, found by name and kind, and validated several at once', async () => {
    const html = await (await agent.get('/dane/contributions?q=dupont')).text();
    expect(html).toContain(fr.changes.queue.lede(2));
    expect((await validate('K-1', 'K-2')).status).toBe(303);
    expect(await states('K-1', 'K-2')).toEqual([true, true]);
    expect(await (await agent.get('/dane')).text()).toContain(fr.dane.home.figures.contributions(1));
    const [, reported] = await service.ports.store.readAuditOf([claire], 10);
    expect(reported?.action).toBe('contribution-validated');
  });

  it('are left out where their author changed the title or the sentence after they were shown', async () => {
    const [shown] = await read(['K-1']);
    if (!shown) throw new Error('no contribution');
    const seen = [seenContribution(shown)];
    const teacher = await signInAs(service, CLAIRE);
    const stated = { kind: 'resource', on: '2026-01-10', url: 'https://exemple.fr/a' };
    const seenNow = async () => seenContribution((await read(['K-1']))[0] as typeof shown);
    for (const texts of [{ title: 'Un autre titre' }, { title: 'Le même', description: 'Autre chose.' }]) {
      const sent = await teacher.post('/my/contributions/K-1/edit', {
        ...{ ...stated, ...texts, seen: await seenNow() },
      });
      expect(sent.status).toBe(303);
      await agent.post('/dane/contributions', { reference: 'K-1', seen });
      expect(await states('K-1')).toEqual([false]);
    }
  });

  it('are left out where they are the agent’s own, or have changed since they were shown', async () => {
    const answer = await agent.post('/dane/contributions', {
      reference: ['K-1', 'K-3'],
      seen: ['K-1 resource 2026-01-10 https://exemple.fr/autre false'],
    });
    expect(answer.headers.get('Location')).toContain('left=2');
    expect(await states('K-1', 'K-3')).toEqual([false, false]);
    expect((await agent.post('/dane/contributions', {})).status).toBe(400);
  });

  it('stay as they were decided, whatever a later file contains', async () => {
    await validate('K-1', 'K-2');
    const { entries } = await service.importText(FILE('non'));
    expect(entries.map(({ code }) => code)).toEqual(['validation-kept', 'validation-kept']);
    expect(await states('K-1', 'K-2')).toEqual([true, true]);
    const reason = { reason: 'Doublon.' };
    expect((await agent.post('/dane/contributions/K-1/validation', reason)).status).toBe(303);
    await service.importText(FILE('oui'));
    expect(await states('K-1', 'K-2')).toEqual([false, true]);
  });

  it('keep their validation once a badge uses it', async () => {
    await validate('K-1');
    await issueEverything(service);
    const answer = await agent.post('/dane/contributions/K-1/validation', { reason: 'Doublon.' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(fr.refusals['contribution-in-badge']({}));
  });
});

describe('a record that the DANE adds for a person', () => {
  const person = () => `/dane/people/${claire}`;
  const record = async () => (await service.ports.store.readPersonRecords([claire]))[0];

  it('can be a review or a self-report, which can be removed with a reason', async () => {
    const uai = (await record())?.engagements[0]?.uai ?? '';
    const on = (await record())?.engagements[0]?.period.from ?? '';
    const before = (await record())?.reviews.length ?? 0;
    const bilan = { uai, on, kind: 'self-report', reason: 'Bilan reçu par courriel.' };
    expect((await agent.post(`${person()}/reviews/new`, bilan)).status).toBe(303);
    expect((await record())?.reviews).toHaveLength(before + 1);
    expect((await agent.post(`${person()}/reviews/new`, bilan)).status).toBe(409);
    expect((await agent.post(`${person()}/reviews/new`, { ...bilan, on: '2099-01-01' })).status).toBe(400);
    expect(await (await agent.get(person())).text()).toContain('Bilan reçu par courriel.');
    expect((await agent.post(`${person()}/removal`, bilan)).status).toBe(303);
    expect((await record())?.reviews).toHaveLength(before);
  });

  it('can be a contribution, validated at once, or an attendance', async () => {
    const made = { kind: 'mentoring', on: '2026-03-03', reason: 'Attestation du tuteur.' };
    expect((await agent.post(`${person()}/contributions/new`, made)).status).toBe(303);
    expect((await record())?.contributions.at(-1)).toMatchObject({ kind: 'mentoring', validated: true });
    const code = 'PAF-9';
    const unknown = { event: 'NON', proof: '2' };
    expect((await agent.post(`${person()}/attendances/new`, unknown)).status).toBe(400);
    expect(
      (await agent.post(`${person()}/attendances/new`, { event: code, hours: '2,5', proof: '3' })).status,
    ).toBe(303);
    expect((await record())?.attended.find(({ event }) => event.code === code)).toMatchObject({
      hours: 2.5,
      proof: 3,
    });
  });

  it('cannot be the agent’s own', async () => {
    const own = `/dane/people/${agent.personId}`;
    const made = { kind: 'mentoring', on: '2026-03-03', reason: 'Moi.' };
    expect((await agent.post(`${own}/contributions/new`, made)).status).toBe(403);
    const other = await signInAs(service, CLAIRE);
    expect((await other.get('/dane/contributions')).status).toBe(403);
  });
});
