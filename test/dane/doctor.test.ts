import { describe, expect, it } from 'vitest';
import { askStep, beginNightlyCheck } from '../../src/application/invariants/nightly.ts';
import { invariantsOf } from '../../src/domain/integrity/invariant.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { AGENT, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const PATH = '/dane/settings/doctor';
const t = fr.dane.doctor;

let service: TestService;
let agent: SignedInBrowser;
startBeforeEach(
  async () => {
    const started = await startDaneService();
    return { ...started, stop: started.service.stop };
  },
  (started) => {
    service = started.service;
  },
);

const at = (instant: string) => ({
  ...service.ports,
  clock: { now: () => instant as Instant },
});
const NIGHT = '2025-12-02T23:30:00Z';
const DAY = '2025-12-02T12:00:00Z';

/** Takes all the steps of the look. */
async function runWholeCheck(): Promise<void> {
  const job = await service.ports.store.readLatestJob('ask-invariants');
  if (!job) throw new Error('no look was begun');
  while (!(await service.services.advanceJob(job.id))?.finishedAt);
}

describe('the look of the service at itself', () => {
  it('begins once a night, and not by day', async () => {
    const { store } = service.ports;
    await beginNightlyCheck(at(DAY))();
    expect(await store.readLatestJob('ask-invariants')).toBeUndefined();
    await Promise.all([beginNightlyCheck(at(NIGHT))(), beginNightlyCheck(at(NIGHT))()]);
    const job = await store.readLatestJob('ask-invariants');
    expect(job?.id).toBe('ask-invariants-2025-12-03');
    await beginNightlyCheck(at('2025-12-03T11:00:00Z'))();
    expect((await store.readLatestJob('ask-invariants'))?.id).toBe(job?.id);
  });

  it('is made up for by day where the service slept through a night', async () => {
    const { store } = service.ports;
    await beginNightlyCheck(at(NIGHT))();
    await runWholeCheck();
    await beginNightlyCheck(at('2025-12-04T13:00:00Z'))();
    expect((await store.readLatestJob('ask-invariants'))?.id).toBe('ask-invariants-2025-12-04');
  });

  it('is kept, and shown with what was found and what to do', async () => {
    agent = await signInAs(service, AGENT);
    expect(await (await agent.get(PATH)).text()).toContain(t.none);
    await beginNightlyCheck(at(NIGHT))();
    await runWholeCheck();
    const answers = await service.ports.store.readInvariantAnswers();
    expect(answers.map(({ invariant }) => invariant).toSorted()).toEqual(
      [...invariantsOf('quick')].toSorted(),
    );
    expect(await (await agent.get(PATH)).text()).toContain(t.sound(answers.length));
    expect(await (await service.get('/health/ready')).json()).not.toHaveProperty('warnings');
  });

  it('makes readiness warn of what it found, which stays 200', async () => {
    agent = await signInAs(service, AGENT);
    const { store } = service.ports;
    const campaign = { id: 'unsaid', name: 'Sans ligne', schoolYear: 2026, closesOn: '2027-01-31' };
    const opened = { openedAt: '2026-11-01T00:00:00Z', openedBy: 'test', cancelled: false };
    await store.commit([{ kind: 'campaign-opened', campaign: { ...campaign, ...opened } } as never]);
    await beginNightlyCheck(at(NIGHT))();
    await runWholeCheck();
    const page = await (await agent.get(PATH)).text();
    expect(page).toContain('campaign unsaid');
    expect(page).toContain(fr.dane.invariants['act-audited'].todo.slice(0, 40));
    const ready = await service.get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ warnings: expect.arrayContaining(['invariant-broken']) });
  });

  it('goes on where a part could not be looked at, and says so', async () => {
    await beginNightlyCheck(at(NIGHT))();
    const job = await service.ports.store.readLatestJob('ask-invariants');
    const { DomainError } = await import('../../src/domain/errors.ts');
    const checkEngine = async () => {
      throw new DomainError('unavailable');
    };
    const step = askStep({ ...service.ports, store: { ...service.ports.store, checkEngine } });
    const { changes, progress } = await step(job as NonNullable<typeof job>);
    expect(changes[0]).toMatchObject({ answer: { invariant: 'file-sound', failure: 'unavailable' } });
    expect(progress.phase).toBe(1);
  });
});
