import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../src/domain/job.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const CLAIRE = 'claire.dupont@ac-test.example';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane|rupn\n`,
    'segments.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `SEG-2;${AGENT};0210001M;01/09/2022;31/08/2023;A1|B1;;confirmee`,
      '',
    ].join('\n'),
  });
  agent = await signInAs(service, AGENT);
});
afterEach(() => service.stop());

/** Follows the page of a job until the work is over. */
async function toTheEnd(answer: Response): Promise<Job> {
  const path = answer.headers.get('Location') ?? '';
  expect(path).toMatch(/^\/dane\/jobs\//);
  for (;;) {
    const page = await (await agent.get(path)).text();
    if (page.includes('http-equiv="refresh"')) continue;
    const job = await service.ports.store.readJob(path.split('/').at(-1) ?? '');
    if (!job?.finishedAt) throw new Error('the page says it is over, the job does not');
    return job;
  }
}

const judge = async () => toTheEnd(await agent.post('/dane/decisions/judge'));
const queue = () => service.ports.store.readProposals({ limit: 50 });

describe('the queue of decisions', () => {
  it('holds what is met once everyone was judged, and grants nothing by itself', async () => {
    expect((await judge()).progress.counts).toEqual({ proposed: 2 });
    const page = await (await agent.get('/dane/decisions')).text();
    expect(page).toContain('Claire Dupont');
    expect(page).toContain('RUPN engagé·e');
    expect(page).toContain('1 an · 2 familles · 0 h de formation');
    expect((await service.ports.store.countRows()).credentials).toBe(0);
  });

  it('explains each proposal requirement by requirement', async () => {
    await judge();
    const [proposal] = await queue();
    const page = await (await agent.get(`/dane/decisions/${encodeURIComponent(proposal?.id ?? '')}`)).text();
    expect(page).toContain('tous les critères sont remplis');
    expect(page.match(/<tr>/g)).toHaveLength(4);
  });

  it('grants and signs what the agent chose, and never the agent’s own', async () => {
    await judge();
    const ids = (await queue()).map(({ id }) => id);
    const job = await toTheEnd(await agent.post('/dane/decisions', { ids, decision: 'grant' }));
    expect(job.progress.counts).toEqual({ granted: 1, 'own-award': 1, issued: 1 });
    expect(await queue()).toMatchObject([{ recipient: { personId: agent.personId } }]);
    expect((await service.ports.store.countRows()).credentials).toBe(1);
  });

  it('grants all that a filter shows, and loses nothing where a process dies on the way', async () => {
    await judge();
    const begun = await agent.post('/dane/decisions', { decision: 'grant-all', badge: 'RUPN-ENG' });
    const id = begun.headers.get('Location')?.split('/').at(-1) ?? '';
    const { store, clock } = service.ports;
    const now = clock.now();
    // A process that claimed the job and died: its lease has run out.
    expect(await store.claimJob(id, { by: 'dead', now, until: now })).toBeDefined();
    expect((await toTheEnd(begun)).progress.counts).toMatchObject({ granted: 1, issued: 1 });
  });

  it('asks for the reason of a refusal, and does not propose again what was refused this year', async () => {
    await judge();
    const ids = (await queue()).map(({ id }) => id);
    const refused = await agent.post('/dane/decisions', { ids, decision: 'refuse' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Ce champ est nécessaire');
    const done = await toTheEnd(
      await agent.post('/dane/decisions', { ids, decision: 'refuse', reason: 'Pièces manquantes' }),
    );
    expect(done.progress.counts).toEqual({ refused: 1, 'own-award': 1 });
    expect((await judge()).progress.counts).toEqual({ proposed: 1 });
  });

  it('is closed to whoever is not of the DANE', async () => {
    const claire = await signInAs(service, CLAIRE);
    expect((await claire.get('/dane/decisions')).status).toBe(403);
    expect((await claire.post('/dane/decisions/judge')).status).toBe(403);
    expect((await service.get('/dane/decisions')).status).toBe(303);
  });
});

describe('the criteria workshop', () => {
  const FAMILIES = '/achievements/0/requirements/1/rule/someYear/families/atLeast';
  const figures = async (changed: Readonly<Record<string, string>>) => {
    const page = await (await agent.get('/dane/criteria/workshop')).text();
    const fields = [...page.matchAll(/name="(\/[^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    return { ...Object.fromEntries(fields), ...changed };
  };

  it('shows who would lose a badge by another figure, and changes nothing', async () => {
    const trial = await figures({ [FAMILIES]: '3', on: '2026-11-24' });
    const answer = await agent.post('/dane/criteria/trials', trial);
    const job = await toTheEnd(answer);
    expect(job.progress.moves?.['RUPN-ENG']).toMatchObject({ before: 2, after: 0, gain: [] });
    const page = await (await agent.get(answer.headers.get('Location') ?? '')).text();
    expect(page).toContain('Claire Dupont');
    expect(service.ports.catalogue.versions()).toHaveLength(1);
  });

  it('adopts a version from a day to come, by which what is awarded is not touched', async () => {
    await judge();
    const ids = (await queue()).map(({ id }) => id);
    await toTheEnd(await agent.post('/dane/decisions', { ids, decision: 'grant' }));
    const before = await service.ports.store.readCredentials({ limit: 5 });
    const adopted = await agent.post('/dane/criteria/adoption', {
      ...(await figures({ [FAMILIES]: '3' })),
      from: '2999-09-01',
    });
    expect(adopted.status).toBe(303);
    expect(service.ports.catalogue.criteriaVersion(2)?.inForceFrom).toBe('2999-09-01');
    expect(await service.ports.store.readCredentials({ limit: 5 })).toEqual(before);
    expect((await service.get('/badges/RUPN-ENG/v2')).status).toBe(200);
    expect(await (await service.get('/badges/RUPN-ENG')).text()).toContain('v1');
  });

  it('adopts nothing for today, nothing unchanged, and nothing that is no figure', async () => {
    const tooEarly = await agent.post('/dane/criteria/adoption', {
      ...(await figures({ [FAMILIES]: '3' })),
      from: '2020-01-01',
    });
    expect(tooEarly.status).toBe(409);
    const unchanged = await agent.post('/dane/criteria/adoption', {
      ...(await figures({})),
      from: '2999-09-01',
    });
    expect(unchanged.status).toBe(409);
    const wrong = await agent.post(
      '/dane/criteria/trials',
      await figures({ [FAMILIES]: 'three', on: '2026-11-24' }),
    );
    expect(wrong.status).toBe(400);
    expect(service.ports.catalogue.versions()).toHaveLength(1);
  });
});
