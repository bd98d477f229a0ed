import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeServices } from '../../src/application/services.ts';
import { makeLeases } from '../../src/application/store/leases.ts';
import type { Job } from '../../src/domain/job/types.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const OTHER = 'autre.agent@ac-test.example';
const CLAIRE = 'claire.dupont@ac-test.example';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane|rupn\n${OTHER};Paul;Martin;dane\n`,
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

type Fields = Parameters<SignedInBrowser['post']>[1];

/** The page before the decision, and the decision confirmed as it was shown. */
async function askAndConfirm(fields: Fields): Promise<{ readonly page: string; readonly begun: Response }> {
  const requested = await agent.post('/dane/decisions', fields);
  expect(requested.status).toBe(200);
  const page = await requested.text();
  const begun = await agent.post('/dane/decisions', { ...fields, confirm: confirmationOf(page) });
  return { page, begun };
}

const confirmationOf = (page: string) => /name="confirm" value="([^"]+)"/.exec(page)?.[1] ?? '';

/** Decides on several badges without waiting. */
async function decideNow(fields: Fields): Promise<Response> {
  const { begun } = await askAndConfirm(fields);
  expect((await agent.post(`${begun.headers.get('Location')}/start`)).status).toBe(303);
  return begun;
}

const judge = async () => toTheEnd(await agent.post('/dane/decisions/judge'));
const claireId = async () => (await service.ports.store.readPeopleByEmail([CLAIRE]))[0]?.id ?? '';
const idOfClaire = async () => {
  const personId = await claireId();
  const found = await queue();
  return (
    found.find(({ recipient }) => recipient.kind === 'person' && recipient.personId === personId)?.id ?? ''
  );
};
const queue = () => service.ports.store.readProposals({ limit: 50 });

describe('the queue of decisions', () => {
  it('contains every met badge once everyone was judged, and grants nothing by itself', async () => {
    expect((await judge()).progress.counts).toEqual({ proposed: 2 });
    const page = await (await agent.get('/dane/decisions')).text();
    expect(page).toContain('Claire Dupont');
    expect(page).toContain('RUPN engagé·e');
    expect(page).toContain(
      fr.dane.decisions.summary({ duration: 1, families: 2, trainingHours: 0, cautions: [] }),
    );
    expect((await service.ports.store.countRows()).credentials).toBe(0);
  });

  it('explains each proposal requirement by requirement', async () => {
    await judge();
    const [proposal] = await queue();
    const page = await (await agent.get(`/dane/decisions/${encodeURIComponent(proposal?.id ?? '')}`)).text();
    expect(page).toContain(fr.dane.decisions.metNow);
    expect(page.match(/<tr>/g)).toHaveLength(4);
    expect(page).toMatch(/202\d-202\d \(30[34] jours\)/);
  });

  it('grants and signs the badges that the agent chose, and never the agent’s own', async () => {
    await judge();
    const ids = (await queue()).map(({ id }) => id);
    const job = await toTheEnd(await decideNow({ ids, decision: 'grant' }));
    expect(job.progress.counts).toEqual({ granted: 1, 'own-award': 1, issued: 1 });
    expect(await queue()).toMatchObject([{ recipient: { personId: agent.personId } }]);
    expect((await service.ports.store.countRows()).credentials).toBe(1);
  });

  it('grants all of a filter, and loses nothing if a process dies on the way', async () => {
    await judge();
    const begun = await decideNow({ decision: 'grant-all', badge: 'RUPN-ENG' });
    const id = begun.headers.get('Location')?.split('/').at(-1) ?? '';
    const { store, clock } = service.ports;
    // A process that claimed the job and died. Its claim stands still for the length of a lease.
    expect(await store.leaseJob(id, { by: 'dead', now: clock.now(), ended: [] })).toBeDefined();
    let seconds = 0;
    const leases = makeLeases({ store, monotonic: () => seconds });
    const { advanceJob } = makeServices({ ...service.ports, leases });
    for (seconds of [0, 19]) expect(await advanceJob(id)).toMatchObject({ done: 0 });
    seconds = 20;
    expect(await advanceJob(id)).toMatchObject({ progress: { counts: { granted: 1, issued: 1 } } });
  });

  it('counts the grants of a process that died before it could report them', async () => {
    await judge();
    const ids = (await queue()).map(({ id }) => id);
    const command = { kind: 'decide-proposals', decision: 'grant', ids } as const;
    const { services, ports } = service;
    const [other] = await ports.store.readPeopleByEmail([OTHER]);
    const { id } = await services.beginJob(command, other?.id as never);
    let isDead = false;
    const dying = {
      ...ports.store,
      commit: async (changes: Parameters<typeof ports.store.commit>[0]) => {
        isDead ||= changes.some(({ kind }) => kind === 'job-advanced');
        if (isDead) throw new Error('killed');
        return ports.store.commit(changes);
      },
    };
    const died = makeServices({ ...ports, store: dying }).advanceJob(id);
    await expect(died).rejects.toThrow('killed');
    const job = await services.advanceJob(id);
    expect(job?.progress.counts).toEqual({ granted: 2, issued: 2 });
    expect(await queue()).toEqual([]);
  });

  it('asks for the reason of a refusal, and does not propose the badge again this year', async () => {
    await judge();
    const ids = (await queue()).map(({ id }) => id);
    const refused = await agent.post('/dane/decisions', { ids, decision: 'refuse' });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain(fr.forms.faults.required);
    expect(page.match(/name="ids"[^>]*checked/g)).toHaveLength(2);
    const done = await toTheEnd(await decideNow({ ids, decision: 'refuse', reason: 'Pièces manquantes' }));
    expect(done.progress.counts).toEqual({ refused: 1, 'own-award': 1 });
    expect((await judge()).progress.counts).toEqual({ proposed: 1 });
  });

  it('shows a refused form on the page of the proposal, with the text that was too long', async () => {
    await judge();
    const id = await idOfClaire();
    const reason = `Pièces ${'manquantes '.repeat(60)}`;
    const fields = { ids: id, from: 'one', decision: 'refuse' };
    const long = await agent.post('/dane/decisions', { ...fields, reason });
    expect(long.status).toBe(400);
    const page = await long.text();
    expect(page).toContain('RUPN engagé·e\u00a0: Claire Dupont');
    expect(page).toContain('Ce texte est trop long');
    expect(page).toContain(reason.trim());
    const none = await agent.post('/dane/decisions', fields);
    expect(await none.text()).toContain('RUPN engagé·e\u00a0: Claire Dupont');
  });

  it('reports that nothing is ticked', async () => {
    await judge();
    const refused = await agent.post('/dane/decisions', { decision: 'grant' });
    expect(await refused.text()).toContain(fr.forms.faults['none-chosen']);
    expect((await (await agent.get('/dane/decisions?all=1')).text()).match(/checked/g)).toHaveLength(2);
  });

  it('refuses all of a filter once the summary was confirmed', async () => {
    await judge();
    const all = { decision: 'refuse-all', badge: 'RUPN-ENG', q: 'dupont claire', reason: 'Doublons' };
    const { page, begun } = await askAndConfirm(all);
    expect(page).toContain(fr.dane.decisions.batch.title.refuse(1));
    expect(page).toContain('dupont claire');
    expect(await queue()).toHaveLength(2);
    await agent.post(`${begun.headers.get('Location')}/start`);
    const done = await toTheEnd(begun);
    expect(done.progress.counts).toEqual({ refused: 1 });
    expect(await queue()).toMatchObject([{ recipient: { personId: agent.personId } }]);
  });

  it('is searched by name, and reports a text that is not a UAI', async () => {
    await judge();
    const found = async (query: string) => (await agent.get(`/dane/decisions?${query}`)).text();
    expect(await found('q=DUPONT+cla')).toContain('Claire Dupont');
    expect(await found('q=dupont')).not.toContain('e, Odile Richardot');
    expect(await found('q=guyot')).toContain('Claire Dupont');
    expect(await found('q=claire+guyot')).toContain(fr.dane.decisions.filtered(0));
    const wrong = await found('uai=0210001X');
    expect(wrong).toContain(fr.forms.faults['invalid-uai']);
  });

  it.each([
    ['uai', 'abc'],
    ['uai', '0210001X'],
    ['badge', 'RUPN-XYZ'],
    ['department', '999'],
    ['q', '—'],
  ])('selects nothing by a filter that is not valid: %s=%s', async (name, value) => {
    await judge();
    const shown = await (await agent.get(`/dane/decisions?${new URLSearchParams({ [name]: value })}`)).text();
    expect(shown).toContain('aria-invalid="true"');
    expect(shown).not.toContain('Claire Dupont');
    expect(shown).not.toContain('value="grant-all"');
    for (const decision of ['grant-all', 'refuse-all']) {
      const sent = await agent.post('/dane/decisions', { [name]: value, decision, reason: 'Tous' });
      expect(sent.status).toBe(400);
    }
    expect(await service.ports.store.readUnfinishedJobs('decide-proposals')).toEqual([]);
    expect(await queue()).toHaveLength(2);
  });

  it('shows the effect of a decision on many, and does nothing before it is confirmed as shown', async () => {
    await judge();
    const all = { decision: 'grant-all' };
    const requested = await (await agent.post('/dane/decisions', all)).text();
    expect(requested).toContain(fr.dane.decisions.batch.title.grant(2));
    expect(requested).toContain('<dt>RUPN engagé·e</dt><dd>2</dd>');
    expect(requested).toContain(fr.dane.decisions.batch.own);
    expect(await service.ports.store.readUnfinishedJobs('decide-proposals')).toEqual([]);

    await toTheEnd(
      await agent.post('/dane/decisions', {
        ids: await idOfClaire(),
        decision: 'refuse',
        reason: 'Pièces manquantes',
      }),
    );
    const late = await agent.post('/dane/decisions', { ...all, confirm: confirmationOf(requested) });
    expect(late.status).toBe(200);
    expect(await late.text()).toContain(fr.dane.decisions.batch.changed);
    expect(await service.ports.store.readUnfinishedJobs('decide-proposals')).toEqual([]);
  });

  it('waits before a decision on many, shows the wait, and can be taken back whole', async () => {
    await judge();
    const { begun } = await askAndConfirm({ decision: 'grant-all' });
    const path = begun.headers.get('Location') ?? '';
    const id = path.split('/').at(-1) ?? '';
    const waiting = await (await agent.get(path)).text();
    expect(waiting).toMatch(like(fr.dane.jobs.waits(2, ANY)));
    expect(waiting).not.toContain('http-equiv="refresh"');
    for (const page of ['/dane', '/dane/decisions']) {
      expect(await (await agent.get(page)).text()).toContain('Odile Richardot attribue 2 badges');
    }
    // The timer finds nothing to do either.
    await service.services.runMaintenance();
    expect((await service.ports.store.readJob(id))?.done).toBe(0);

    expect((await agent.post(`${path}/taking-back`)).status).toBe(303);
    expect(await (await agent.get(path)).text()).toMatch(like(fr.dane.jobs.takenBack(ANY)));
    expect((await service.ports.store.readJob(id))?.progress.counts).toEqual({ 'taken-back': 2 });
    expect(await queue()).toHaveLength(2);
    expect((await service.ports.store.readAwardSlice({ limit: 5 })).length).toBe(0);
    expect(await (await agent.get('/dane')).text()).not.toContain('Odile Richardot attribue');
  });

  it('is one decision where it was sent twice, and is then taken back completely', async () => {
    await judge();
    const all = { decision: 'grant-all' };
    const { page, begun } = await askAndConfirm(all);
    const again = await agent.post('/dane/decisions', { ...all, confirm: confirmationOf(page) });
    expect(again.headers.get('Location')).toBe(begun.headers.get('Location'));
    const { store } = service.ports;
    expect(await store.readUnfinishedJobs('decide-proposals')).toHaveLength(1);
    await agent.post(`${begun.headers.get('Location')}/taking-back`);
    expect(await store.readUnfinishedJobs('decide-proposals')).toEqual([]);
    // After that, the same decision is a new one; another person's decision is different too.
    const anew = await agent.post('/dane/decisions', { ...all, confirm: confirmationOf(page) });
    expect(anew.headers.get('Location')).not.toBe(begun.headers.get('Location'));
    const [mine] = await store.readUnfinishedJobs('decide-proposals');
    const theirs = await service.services.beginJob(mine?.command as never, 'another-agent' as never, 600);
    expect(theirs.id).not.toBe(mine?.id);
  });

  it('is not carried out where its author has ceased to be an agent', async () => {
    await judge();
    const { begun } = await askAndConfirm({ decision: 'grant-all' });
    const { store } = service.ports;
    const id = begun.headers.get('Location')?.split('/').at(-1) ?? '';
    await agent.post(`${begun.headers.get('Location')}/start`);
    const [odile] = await store.readPeople([agent.personId]);
    if (!odile) throw new Error('the agent is in no register');
    await store.commit([{ kind: 'person-saved', person: { ...odile, profiles: ['rupn'] } }]);
    const job = await service.services.advanceJob(id);
    expect(job?.finishedAt).toBeDefined();
    expect(job?.progress.counts).toEqual({ 'agent-no-more': 2 });
    expect(await queue()).toHaveLength(2);
    expect((await store.readAwardSlice({ limit: 5 })).length).toBe(0);
  });

  it('carries out a decision on many by itself once its wait is over', async () => {
    await judge();
    const { begun } = await askAndConfirm({ decision: 'grant-all' });
    const id = begun.headers.get('Location')?.split('/').at(-1) ?? '';
    const { ports } = service;
    const later = (now: string) => new Date(Date.parse(now) + 601_000).toISOString() as never;
    const clock = { ...ports.clock, now: () => later(ports.clock.now()) };
    const job = await makeServices({ ...ports, clock }).advanceJob(id);
    expect(job?.progress.counts).toMatchObject({ granted: 1, 'own-award': 1 });
  });

  it('stops a decision on many at once, and leaves the rest in the queue', async () => {
    const many = Array.from({ length: 25 }, (_, at) => `p${at}@ac-test.example`);
    await service.importText({
      'personnes.csv': ['email;prenom;nom', ...many.map((email, at) => `${email};Ana;Nom${at}`), ''].join(
        '\n',
      ),
      'engagements.csv': [
        'reference;email;uai;debut;fin;missions;roles;confirmation',
        ...many.map((email, at) => `M-${at};${email};0210001M;01/09/2022;31/08/2023;A1|B1;;confirmee`),
        '',
      ].join('\n'),
    });
    await judge();
    const { begun } = await askAndConfirm({ decision: 'grant-all' });
    const path = begun.headers.get('Location') ?? '';
    const id = path.split('/').at(-1) ?? '';
    await agent.post(`${path}/start`);
    const { store } = service.ports;
    // Another agent takes the rest back between two steps of the process at work.
    let steps = 0;
    const slow = {
      ...store,
      commit: async (changes: Parameters<typeof store.commit>[0]) => {
        await store.commit(changes);
        if (changes.some(({ kind }) => kind === 'job-advanced') && ++steps === 2) {
          await agent.post(`${path}/taking-back`);
        }
      },
    };
    const stopped = await makeServices({ ...service.ports, store: slow }).advanceJob(id);
    expect(stopped?.finishedAt).toBeDefined();
    const counts = stopped?.progress.counts ?? {};
    expect(counts['granted']).toBe(counts['issued']);
    expect(counts['taken-back']).toBe(27 - (stopped?.done ?? 0));
    expect(await store.countProposals({})).toBeGreaterThanOrEqual(counts['taken-back'] ?? 0);
    expect(await store.countUnsignedAwards()).toBe(0);
  });

  it('still shows a decided proposal, with its author and reason, and reopens it', async () => {
    await judge();
    const id = await idOfClaire();
    const path = `/dane/decisions/${encodeURIComponent(id)}`;
    await toTheEnd(
      await agent.post('/dane/decisions', { ids: id, decision: 'refuse', reason: 'Pièces manquantes' }),
    );
    const decided = await (await agent.get(path)).text();
    expect(decided).toContain('par Odile Richardot');
    expect(decided).toContain(fr.dane.decisions.because('Pièces manquantes'));
    expect(decided).not.toContain('value="grant"');
    const person = await (await agent.get(`/dane/people/${await claireId()}`)).text();
    expect(person).toContain('Pièces manquantes');
    expect(person).toContain(`${fr.dane.people.person.actions['award-refused']}\u00a0: RUPN engagé·e`);

    expect((await agent.post(`${path}/reopening`)).status).toBe(303);
    expect((await queue()).map((one) => one.id)).toContain(id);
    const reopened = await (await agent.get(path)).text();
    expect(reopened).toContain(fr.dane.people.person.actions['award-refusal-reopened']);
    expect(reopened).toContain('value="grant"');
    const [line] = await service.ports.store.searchAudit({ actions: ['award-refusal-reopened'], limit: 1 });
    expect(line).toMatchObject({ subject: await claireId(), details: { achievement: 'RUPN-ENG' } });
    expect((await agent.post(`${path}/reopening`)).status).toBe(404);
  });

  it('answers inside its own space for an unknown proposal', async () => {
    const answer = await agent.get('/dane/decisions/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(fr.dane.missing.links.decisions);
  });

  it('names the people of a decision, and leads to the next proposal', async () => {
    await judge();
    const begun = await agent.post('/dane/decisions', { ids: await idOfClaire(), decision: 'grant' });
    await toTheEnd(begun);
    const page = await (await agent.get(begun.headers.get('Location') ?? '')).text();
    expect(page).toContain('Claire Dupont · RUPN engagé·e');
    expect(page).toContain(fr.dane.jobs.nextProposal);
  });

  it('is closed to people outside the DANE', async () => {
    const claire = await signInAs(service, CLAIRE);
    expect((await claire.get('/dane/decisions')).status).toBe(403);
    expect((await claire.post('/dane/decisions/judge')).status).toBe(403);
    expect((await service.get('/dane/decisions')).status).toBe(303);
  });
});

describe('a badge granted by decision', () => {
  const award = async () => `/dane/people/${await claireId()}/award`;

  it('first shows the unmet criteria, and needs a reason', async () => {
    const page = await (await agent.get(`${await award()}?badge=RUPN-CONF`)).text();
    expect(page).toContain(fr.dane.decisions.byDecision.notMet);
    expect(page).toContain(fr.my.badges.notMet);
    const refused = await agent.post(await award(), { badge: 'RUPN-CONF', reason: '' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults.required);
    expect((await service.ports.store.countRows()).credentials).toBe(0);
  });

  it('is signed, shows its reason on the record, and is granted again after a revocation', async () => {
    const granted = await agent.post(await award(), { badge: 'RUPN-CONF', reason: 'Archives perdues' });
    expect(granted.status).toBe(303);
    const recipient = { kind: 'person' as const, personId: agent.personId };
    expect(await service.ports.store.readAwardsOf([recipient])).toEqual([]);
    const of = async () =>
      service.ports.store.readAwardsOf([{ ...recipient, personId: (await claireId()) as never }]);
    const [first] = await of();
    expect(first?.award.overrideReason).toBe('Archives perdues');
    expect(first?.credential).toBeDefined();
    const record = async () => (await agent.get(`/dane/people/${await claireId()}`)).text();
    expect(await record()).toContain(fr.dane.decisions.because('Archives perdues'));

    const twice = await agent.post(await award(), { badge: 'RUPN-CONF', reason: 'Encore' });
    expect(twice.status).toBe(400);
    await agent.post(`/dane/credentials/${first?.credential?.id}/revocation`, { reason: 'Erreur de saisie' });
    expect(await record()).toContain(fr.dane.decisions.because('Erreur de saisie'));
    const again = `${await award()}?badge=RUPN-CONF`;
    expect(await record()).toContain(`href="${again}"`);
    expect(await (await agent.get(again)).text()).toContain(fr.dane.decisions.byDecision.before.revoked);
    expect((await agent.post(await award(), { badge: 'RUPN-CONF', reason: 'Réparé' })).status).toBe(303);
    expect(await of()).toHaveLength(2);
    expect(await record()).not.toContain(`href="${again}"`);
  });

  it('is never the agent’s own', async () => {
    const own = `/dane/people/${agent.personId}/award`;
    expect(await (await agent.get(own)).text()).toContain(fr.dane.decisions.byDecision.own);
    await agent.post(own, { badge: 'RUPN-CONF', reason: 'Pour moi' });
    expect((await service.ports.store.countRows()).credentials).toBe(0);
  });
});
