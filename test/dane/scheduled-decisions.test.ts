import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeServices } from '../../src/application/services.ts';
import { type Instant, localDateInParis, secondsAfter, toInstant } from '../../src/domain/time/calendar.ts';
import type { ClockJudgment } from '../../src/domain/time/clock-evidence.ts';
import { instantInParis } from '../../src/domain/time/paris-clock.ts';
import { AGENT, CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { ANY, fr, like } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

/** Nothing is to be looked at here: the review was held. The badge of Claire rests on a waiver. */
const ROBIN = 'robin.review@ac-test.example';
const DUE = fr.dane.decisions.due;
const DAY_SECONDS = 86_400;
const ENGAGED = 'RUPN engagé·e';

const tomorrow = localDateInParis(secondsAfter(toInstant(new Date()), DAY_SECONDS));
const hour = instantInParis(tomorrow, '09:00');
const choice = { day: tomorrow, time: '09:00', badge: 'RUPN-ENG' };

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  await service.importText(engagementOf(ROBIN));
});
afterEach(() => service.stop());

function engagementOf(email: string): Readonly<Record<string, string>> {
  return {
    'personnes.csv': `email;prenom;nom\n${email};Robin;Review\n`,
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `S-${email};${email};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
      '',
    ].join('\n'),
    'points-etape.csv': `email;uai;date;nature\n${email};0210001M;2024-05-02;point-etape\n`,
  };
}

/** The service at an instant, as its timer works then. */
function servicesAt(now: Instant, contradictions: ClockJudgment['contradictions'] = []) {
  const time = {
    ...service.ports.time,
    look: async () => ({ now, contradictions, isConfirmed: true, isFarFromRecord: false }),
    check: async () => now,
    jumps: () => 0,
  };
  return makeServices({ ...service.ports, clock: { now: () => now }, time });
}

async function date(fields: Readonly<Record<string, string>> = choice): Promise<string> {
  const answer = await agent.post('/dane/decisions/due', fields);
  expect(answer.status).toBe(303);
  return answer.headers.get('Location')?.split('/').at(-1) ?? '';
}

async function holders(): Promise<readonly string[]> {
  const { store } = service.ports;
  const people = await store.readPeopleByEmail([CLAIRE, ROBIN, 'late@ac-test.example']);
  const awards = await store.readAwardsOf(people.map(({ id }) => ({ kind: 'person', personId: id })));
  const ids = awards.flatMap(({ award }) =>
    award.recipient.kind === 'person' ? award.recipient.personId : [],
  );
  return people.filter(({ id }) => ids.includes(id)).map(({ emails }) => emails[0] ?? '');
}

/** The timer's work at an instant to come ends the sessions of the present. */
async function runMaintenanceAt(now: Instant): Promise<void> {
  await servicesAt(now).runMaintenance();
  agent = await signInAs(service, AGENT);
}

const countsOf = async (id: string) => (await service.ports.store.readJob(id))?.progress.counts;
const read = async (path: string) => (await agent.get(path)).text();

describe('a dated decision', () => {
  it('shows what it would come to today, waits for its hour, and tells who got what and who was left', async () => {
    const judging =
      (await agent.post('/dane/decisions/judge')).headers.get('Location')?.split('/').at(-1) ?? '';
    while (!(await service.services.advanceJob(judging))?.finishedAt);
    const before = await read('/dane/decisions/due');
    expect(before).toContain(DUE.today.lines(1));
    expect(before).toContain(DUE.today.toLook(1));
    expect(before).toContain('Robin Review · ');
    const id = await date();
    const waiting = await read(`/dane/jobs/${id}`);
    expect(waiting).toContain(DUE.waits(fr.moment(hour), ENGAGED));
    expect(waiting).toContain(DUE.today.lines(1));
    expect(await read('/dane/decisions')).toContain(DUE.line('Odile Richardot', ENGAGED));
    await runMaintenanceAt(secondsAfter(hour, -1));
    expect(await holders()).toEqual([]);
    await runMaintenanceAt(hour);
    expect(await holders()).toEqual([ROBIN]);
    expect(await countsOf(id)).toEqual({ granted: 1, issued: 1, 'to-look-at': 1 });
    const reported = await read(`/dane/jobs/${id}`);
    expect(reported).toMatch(like(fr.dane.jobs.finished(ANY)));
    expect(reported).toContain(DUE.told.granted);
    expect(reported).toContain('Robin Review · ');
    expect(reported).toContain(fr.dane.skipped['to-look-at']);
    expect(reported).toContain('Claire Dupont · ');
  });

  it('judges everybody again at its hour', async () => {
    await date();
    await service.importText(engagementOf('late@ac-test.example'));
    await service.importText({
      'engagements.csv': [
        'reference;email;uai;debut;fin;missions;roles;confirmation',
        `X;${ROBIN};0210001M;01/09/2024;31/08/2025;A1;;contestee`,
        '',
      ].join('\n'),
    });
    await runMaintenanceAt(hour);
    expect(await holders()).toEqual(['late@ac-test.example']);
  });

  it('lets its hour pass while someone holds it, and is carried out once it is released', async () => {
    const id = await date();
    await agent.post(`/dane/jobs/${id}/hold`);
    expect(await read(`/dane/jobs/${id}`)).toContain(DUE.held('Odile Richardot', fr.moment(hour)));
    await runMaintenanceAt(hour);
    expect(await holders()).toEqual([]);
    await agent.post(`/dane/jobs/${id}/release`);
    await runMaintenanceAt(hour);
    expect(await holders()).toEqual([ROBIN]);
    expect((await agent.post(`/dane/jobs/${id}/hold`)).status).toBe(400);
  });

  it('does nothing once it is cancelled', async () => {
    const id = await date();
    await agent.post(`/dane/jobs/${id}/taking-back`);
    await runMaintenanceAt(hour);
    expect(await holders()).toEqual([]);
    expect(await read('/dane/decisions')).not.toContain(DUE.line('Odile Richardot', ENGAGED));
  });

  it('ends without a badge where its author is no agent any more', async () => {
    const id = await date();
    const [author] = await service.ports.store.readPeopleByEmail([AGENT]);
    if (!author) throw new Error('no author');
    await service.ports.store.commit([{ kind: 'person-saved', person: { ...author, profiles: ['rupn'] } }]);
    await runMaintenanceAt(hour);
    expect(await holders()).toEqual([]);
    expect(Object.keys((await countsOf(id)) ?? {})).toEqual(['agent-no-more']);
  });

  it('waits where something contradicts the clock, and says so', async () => {
    const id = await date();
    const later = secondsAfter(hour, 3600);
    await servicesAt(later, [{ witness: 'database', at: toInstant(new Date()) }]).runMaintenance();
    expect(await holders()).toEqual([]);
    expect(await countsOf(id)).toEqual({});
    await servicesAt(later).runMaintenance();
    expect(await holders()).toEqual([ROBIN]);
  });

  it('is one decision where the form is sent twice, and leaves what a colleague’s decision holds', async () => {
    const id = await date();
    expect(await date()).toBe(id);
    const { outcomes, decision } = await service.services.grantLater(
      { scope: { kind: 'all-met', cautions: 'left-out', achievement: 'RUPN-ENG' }, actor: 'cli' },
      600,
    );
    expect([outcomes.length, decision?.total]).toEqual([2, 1]);
    await service.services.advanceJob(id);
    const at = servicesAt(hour);
    await service.services.startJob({ id, actor: 'cli' as never });
    while (!(await at.advanceJob(id))?.finishedAt);
    expect(await countsOf(id)).toEqual({ 'decision-waiting': 1, 'to-look-at': 1 });
  });

  it('is refused for an hour that is past or too far ahead, and for what is no hour', async () => {
    for (const wrong of [
      { day: '2024-07-01' },
      { day: '2099-07-01' },
      { time: '25:00' },
      { badge: 'NONE' },
    ]) {
      expect((await agent.post('/dane/decisions/due', { ...choice, ...wrong })).status).toBe(400);
    }
    expect(await service.ports.store.readUnfinishedJobs('grant-due')).toEqual([]);
  });

  it('is no work on every page while it waits', async () => {
    await date();
    expect(await read('/dane')).not.toContain(fr.dane.jobs.titles['grant-due']);
  });
});
