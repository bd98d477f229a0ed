import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/domain/award/proposal.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { bundled } from '../support/bundled.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { ENGINES } from '../support/servers/two-engines.ts';
import { type Action, type ActionResult, performAction } from './actions.ts';

/** Races of each kind; `RACE_ROUNDS` asks for more. */
const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 3);
/** Proposals of one decision that is taken back while it runs. */
const MANY = 12;
const LIMIT_MS = 60_000 + ROUNDS * 20_000;
const AGENTS = ['agent@ac-test.example', 'autre.agent@ac-test.example'];

let script = '';
beforeAll(async () => {
  script = await bundled(join(import.meta.dirname, 'second-process.child.ts'));
});

let service: TestService;
let child: ChildProcess | undefined;
let drop = async () => {};
afterEach(async () => {
  child?.disconnect();
  if (child) await once(child, 'exit');
  await service.stop();
  await drop();
});

interface QueueFixture {
  readonly one: PersonId;
  readonly other: PersonId;
  /** The waiting proposals, each of another person. */
  readonly proposals: readonly Proposal[];
}

/** Two processes on one database, two agents, and a queue of so many proposals. */
async function startQueueFixture(open: (typeof ENGINES)[number][1], size: number): Promise<QueueFixture> {
  const database = await open();
  drop = database.drop;
  service = await startTestService({ DATABASE_URL: database.url });
  const people = Array.from({ length: size }, (_, at) => `p${at}@ac-test.example`);
  const agents = AGENTS.map((email, at) => `${email};Agent;Nom${at};dane`);
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': ['email;prenom;nom;profil', ...agents, ''].join('\n'),
    'personnes.csv': ['email;prenom;nom', ...people.map((email, at) => `${email};Ana;Nom${at}`), ''].join(
      '\n',
    ),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...people.map((email, at) => `M-${at};${email};0210001M;01/09/2022;31/08/2023;A1|B1;;confirmee`),
      '',
    ].join('\n'),
  });
  const { store } = service.ports;
  const [one, other] = (await store.readPeopleByEmail(AGENTS)).map(({ id }) => id) as [PersonId, PersonId];
  await performAction(service, { act: 'decide', command: { kind: 'propose-awards' }, agent: one });
  child = fork(script, {
    env: { PATH: process.env['PATH'] ?? '', ...service.environment },
  });
  await once(child, 'message');
  return { one, other, proposals: await store.readProposals({ limit: 2 * size }) };
}

/** Does both acts at once, one in each process, and returns what each was told. */
async function race(here: Action, there: Action): Promise<readonly [ActionResult, ActionResult]> {
  const at = Date.now() + 20;
  const answered = once(child as ChildProcess, 'message');
  child?.send({ at, act: there });
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, at + Math.random() * 20 - Date.now())));
  const [mine, [theirs]] = await Promise.all([performAction(service, here), answered]);
  return [mine, theirs as ActionResult];
}

const decision = (decision: 'grant' | 'refuse', ...ids: readonly string[]) =>
  ({ kind: 'decide-proposals', decision, ids, ...(decision === 'refuse' && { reason: 'Pièces' }) }) as const;

/** What stands now on the badge of a proposal, by the records and by the audit. */
async function standing({ recipient, achievement }: Proposal) {
  const { store } = service.ports;
  const id = recipient.kind === 'person' ? recipient.personId : recipient.uai;
  const awards = (await store.readAwardsOf([recipient])).map(({ award }) => award);
  const rejections = (await store.readRefusals([recipient])).filter((one) => !one.reopened);
  const audit = await store.readAuditOf([id, ...awards.map((award) => award.id)], 50);
  const lines = audit.map(({ action }) => action);
  return {
    awards: awards.length,
    refusals: rejections.length,
    lines: lines.filter((action) => action === 'award-granted' || action === 'award-refused'),
    waiting: await store.countProposals({ recipient, achievement }),
  };
}

/** The outcomes that a decision on one badge was told, without the signing. */
const outcomesOf = ({ job, code, granted }: ActionResult): readonly string[] => {
  const { issued: _, ...counts } = job?.progress.counts ?? {};
  return [...Object.keys(counts), ...(code ? [code] : []), ...(granted ? ['granted'] : [])];
};

const personOf = ({ recipient }: Proposal) =>
  recipient.kind === 'person' ? recipient.personId : ('' as PersonId);

describe.each(ENGINES)('two agents who decide at once in two processes on %s', (_name, open) => {
  it('leave one decision, and the second is told what stands', { timeout: LIMIT_MS }, async () => {
    const { one, other, proposals } = await startQueueFixture(open, ROUNDS);
    for (const proposal of proposals.slice(0, ROUNDS)) {
      const reported = await race(
        { act: 'decide', command: decision('grant', proposal.id), agent: one },
        { act: 'decide', command: decision('refuse', proposal.id), agent: other },
      );
      const now = await standing(proposal);
      const isGranted = now.awards === 1;
      expect(now).toEqual({
        awards: isGranted ? 1 : 0,
        refusals: isGranted ? 0 : 1,
        lines: [isGranted ? 'award-granted' : 'award-refused'],
        waiting: 0,
      });
      expect(reported.map(outcomesOf)).toEqual(
        isGranted ? [['granted'], ['award-exists']] : [['award-refused'], ['refused']],
      );
    }
  });

  it('refuse once, and the second is told so', { timeout: LIMIT_MS }, async () => {
    const { one, other, proposals } = await startQueueFixture(open, ROUNDS);
    for (const proposal of proposals.slice(0, ROUNDS)) {
      const reported = await race(
        { act: 'decide', command: decision('refuse', proposal.id), agent: one },
        { act: 'decide', command: decision('refuse', proposal.id), agent: other },
      );
      expect(await standing(proposal)).toEqual({
        awards: 0,
        refusals: 1,
        lines: ['award-refused'],
        waiting: 0,
      });
      expect(reported.flatMap(outcomesOf).toSorted()).toEqual(['award-refused', 'refused']);
    }
  });

  it('leave one decision where the grant comes from the command line', { timeout: LIMIT_MS }, async () => {
    const { one, proposals } = await startQueueFixture(open, ROUNDS);
    for (const proposal of proposals.slice(0, ROUNDS)) {
      const [refused, granted] = await race(
        { act: 'decide', command: decision('refuse', proposal.id), agent: one },
        { act: 'grant', person: personOf(proposal), achievement: proposal.achievement },
      );
      const now = await standing(proposal);
      expect([now.awards + now.refusals, now.lines.length, now.waiting]).toEqual([1, 1, 0]);
      const outcomes = [outcomesOf(refused), outcomesOf(granted)];
      expect(outcomes).toEqual(
        now.awards === 1 ? [['award-exists'], ['granted']] : [['refused'], ['award-refused']],
      );
    }
  });
});

describe.each(ENGINES)('a decision next to other work on %s', (_name, open) => {
  it('is not undone by a judgment that began before it', { timeout: LIMIT_MS }, async () => {
    const { one, other, proposals } = await startQueueFixture(open, ROUNDS);
    for (const [at, proposal] of proposals.slice(0, ROUNDS).entries()) {
      const isGrant = at % 2 === 0;
      await race(
        { act: 'decide', command: decision(isGrant ? 'grant' : 'refuse', proposal.id), agent: one },
        { act: 'decide', command: { kind: 'propose-awards' }, agent: other },
      );
      const now = await standing(proposal);
      expect([now.awards, now.refusals, now.waiting]).toEqual([isGrant ? 1 : 0, isGrant ? 0 : 1, 0]);
    }
    expect(await service.ports.store.countProposals({})).toBe(proposals.length - ROUNDS);
  });

  it('is one job where it is sent twice', { timeout: LIMIT_MS }, async () => {
    const { one, proposals } = await startQueueFixture(open, ROUNDS);
    for (const { id } of proposals.slice(0, ROUNDS)) {
      const act = { act: 'begin', command: decision('grant', id), agent: one } as const;
      const [mine, theirs] = await race(act, act);
      expect(mine.job?.id).toBeDefined();
      expect(theirs.job?.id).toBe(mine.job?.id);
    }
    expect(await service.ports.store.readUnfinishedJobs('decide-proposals')).toHaveLength(
      Math.min(ROUNDS, 10),
    );
  });

  it('tells how many badges it left when it was taken back', { timeout: LIMIT_MS }, async () => {
    const { one, proposals } = await startQueueFixture(open, ROUNDS * MANY);
    for (let round = 0; round < ROUNDS; round += 1) {
      const chosen = proposals.slice(round * MANY, (round + 1) * MANY);
      const command = decision('refuse', ...chosen.map(({ id }) => id));
      const { id } = await service.services.beginJob(command, one);
      await race({ act: 'take-back', id, agent: one }, { act: 'advance', id });
      const counts = (await service.ports.store.readJob(id))?.progress.counts ?? {};
      const refused = (await Promise.all(chosen.map(standing))).filter(({ refusals }) => refusals === 1);
      expect([counts['refused'] ?? 0, counts['taken-back'] ?? 0]).toEqual([
        refused.length,
        MANY - refused.length,
      ]);
    }
  });
});
