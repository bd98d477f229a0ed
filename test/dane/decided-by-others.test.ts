import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const PEOPLE = ['a@ac-test.example', 'b@ac-test.example', 'c@ac-test.example'];
const EVERYONE = { kind: 'all-met', cautions: 'included' } as const;

let service: TestService;
let one: SignedInBrowser;
let other: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': [
      'email;prenom;nom;profil',
      'odile@ac-test.example;Odile;Richardot;dane',
      'paul@ac-test.example;Paul;Martin;dane',
      '',
    ].join('\n'),
    'personnes.csv': ['email;prenom;nom', ...PEOPLE.map((email, at) => `${email};Ana;Nom${at}`), ''].join(
      '\n',
    ),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...PEOPLE.map((email, at) => `M-${at};${email};0210001M;01/09/2022;31/08/2023;A1|B1;;confirmee`),
      '',
    ].join('\n'),
  });
  one = await signInAs(service, 'odile@ac-test.example');
  other = await signInAs(service, 'paul@ac-test.example');
  await toTheEnd(await one.post('/dane/decisions/judge'));
});
afterEach(() => service.stop());

const queue = () => service.ports.store.readProposals({ limit: 50 });

/** Follows the job of an answer until its end, and returns what it counted. */
async function toTheEnd(answer: Response): Promise<Readonly<Record<string, number>>> {
  const id = answer.headers.get('Location')?.split('/').at(-1) ?? '';
  for (;;) {
    const job = await service.services.advanceJob(id);
    if (!job) throw new Error(`no job, but ${answer.status}`);
    if (job.finishedAt) return job.progress.counts;
  }
}

async function confirmed(
  agent: SignedInBrowser,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const page = await (await agent.post('/dane/decisions', fields)).text();
  const confirm = /name="confirm" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return agent.post('/dane/decisions', { ...fields, confirm });
}

async function grantAll(reason?: string) {
  const outcomes: Record<string, number> = {};
  for await (const outcome of service.services.grantAwards({
    scope: EVERYONE,
    actor: 'cli',
    ...(reason && { reason }),
  })) {
    const code = outcome.kind === 'skipped' ? outcome.code : outcome.kind;
    outcomes[code] = (outcomes[code] ?? 0) + 1;
  }
  return outcomes;
}

describe('a decision that waits', () => {
  it('keeps its proposals from what others decide about many', async () => {
    const begun = await confirmed(one, { decision: 'grant-all' });
    expect(begun.status).toBe(303);
    const refused = await other.post('/dane/decisions', { decision: 'refuse-all', reason: 'Pièces' });
    expect(await refused.text()).toContain(fr.forms.faults['under-decision']);
    const ids = (await queue()).map(({ id }) => id);
    const ticked = await other.post('/dane/decisions', { ids, decision: 'grant' });
    expect(await ticked.text()).toContain(fr.forms.faults['under-decision']);
    expect(await grantAll()).toEqual({ 'decision-waiting': ids.length });
    expect((await service.ports.store.countRows()).credentials).toBe(0);
    await one.post(`${begun.headers.get('Location')}/taking-back`);
    expect(await grantAll()).toEqual({ granted: ids.length });
  });

  it('leaves the others to the rest of the queue, and the page says how many', async () => {
    await confirmed(one, { decision: 'grant-all', q: 'nom0' });
    const page = await (await other.post('/dane/decisions', { decision: 'grant-all' })).text();
    expect(page).toContain(fr.dane.decisions.overlaps.others(1));
    expect(page).toContain(fr.dane.decisions.batch.title.grant(PEOPLE.length - 1));
  });

  it('does not count as undecided in the queue or at home', async () => {
    const t = fr.dane.decisions;
    expect(await (await other.get('/dane/decisions')).text()).toContain(t.lede(PEOPLE.length));
    await confirmed(one, { decision: 'grant-all', q: 'nom0' });
    const page = await (await other.get('/dane/decisions')).text();
    expect(page).toContain(t.lede(PEOPLE.length - 1));
    expect(page).toContain(t.underDecision(1));
    expect(page).toContain(t.refuseAll(PEOPLE.length - 1));
    const waiting = fr.dane.home.figures.decisions(PEOPLE.length - 1);
    expect(await (await other.get('/dane')).text()).toContain(waiting);
    await confirmed(one, { decision: 'grant-all' });
    expect(await (await other.get('/dane/decisions')).text()).not.toContain('refuse-all');
    expect(await (await other.get('/dane')).text()).not.toContain(waiting);
  });

  it('is told what a colleague decided on one of its badges in the meantime', async () => {
    const begun = await confirmed(one, { decision: 'grant-all' });
    const [first, second] = await queue();
    const rejection = { ids: first?.id ?? '', decision: 'refuse', reason: 'Pièces' };
    expect(await toTheEnd(await other.post('/dane/decisions', rejection))).toEqual({ refused: 1 });
    const grant = { ids: second?.id ?? '', decision: 'grant' };
    expect(await toTheEnd(await other.post('/dane/decisions', grant))).toEqual({ granted: 1, issued: 1 });
    await one.post(`${begun.headers.get('Location')}/start`);
    const counts = await toTheEnd(begun);
    expect(counts).toMatchObject({ granted: 1, 'award-refused': 1, 'award-exists': 1 });
    const page = await (await one.get(begun.headers.get('Location') ?? '')).text();
    const by = 'Paul Martin';
    const meanwhile = [{ by, granted: 1, refused: 1 }];
    expect(page).toContain(fr.dane.jobs.result({ decision: 'grant', decided: 1, meanwhile }));
    expect(await queue()).toEqual([]);
  });

  it('says that it decided on nothing if colleagues decided on everything, and who did', async () => {
    const begun = await confirmed(one, { decision: 'grant-all' });
    for (const { id } of await queue()) {
      await toTheEnd(await other.post('/dane/decisions', { ids: id, decision: 'refuse', reason: 'Pièces' }));
    }
    await one.post(`${begun.headers.get('Location')}/start`);
    expect(await toTheEnd(begun)).toEqual({ 'award-refused': PEOPLE.length });
    const page = await (await one.get(begun.headers.get('Location') ?? '')).text();
    const meanwhile = [{ by: 'Paul Martin', granted: 0, refused: PEOPLE.length }];
    expect(page).toContain(fr.dane.jobs.result({ decision: 'grant', decided: 0, meanwhile }));
  });

  it('is named before the agent who made it decides on the same badges again', async () => {
    await confirmed(one, { decision: 'grant-all' });
    const again = { decision: 'refuse-all', reason: 'Pièces' };
    const page = await (await one.post('/dane/decisions', again)).text();
    expect(page).toContain(fr.dane.decisions.overlaps.own(PEOPLE.length));
    expect(page).toContain(fr.dane.decisions.underWay.line.grant(PEOPLE.length, 'Odile Richardot'));
  });
});

describe('badges granted by the command line', () => {
  it('leave the queue with the same commit, and a refusal of one comes too late', async () => {
    const [first] = await queue();
    expect(await grantAll()).toEqual({ granted: 3 });
    expect(await queue()).toEqual([]);
    const late = await other.post('/dane/decisions', {
      ids: first?.id ?? '',
      decision: 'refuse',
      reason: 'Non',
    });
    expect(await late.text()).toContain(fr.forms.faults['all-decided']);
    expect(await service.ports.store.readRefusals(first ? [first.recipient] : [])).toEqual([]);
  });

  it('are not those that an agent refused, unless a reason is given, which reopens the refusal', async () => {
    const [first] = await queue();
    if (!first) throw new Error('no proposal waits');
    await toTheEnd(await one.post('/dane/decisions', { ids: first.id, decision: 'refuse', reason: 'Non' }));
    expect(await grantAll()).toEqual({ granted: 2, 'award-refused': 1 });
    expect(await grantAll('Dossier complété')).toMatchObject({ granted: 1, 'award-exists': 2 });
    const [rejection] = await service.ports.store.readRefusals([first.recipient]);
    expect(rejection?.reopened).toMatchObject({ by: 'cli' });
  });
});
