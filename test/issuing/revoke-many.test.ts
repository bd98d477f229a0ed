import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindEndings } from '../../src/application/awards/remind-endings.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badges: readonly IssuedBadge[];

beforeAll(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'personnes.csv':
      'email;prenom;nom;profil\nclaire.dupont@ac-test.example;Claire;Dupont;rupn\nada@ac-test.example;Ada;Agent;dane\n',
  });
  badges = await issueEverything(service);
});
afterAll(() => service.stop());

const agentId = async () => {
  const [agent] = await service.ports.store.searchPeople({ profile: 'dane', limit: 1 });
  if (!agent) throw new Error('no agent');
  return agent.id;
};

describe('many badges revoked in one act', () => {
  it('can be taken back for a while, are each revoked once, and are replaced with a reason', async () => {
    const actor = await agentId();
    const { services, ports } = service;
    const [badge] = badges as [IssuedBadge];
    const job = await services.beginRevocations({
      ids: badges.map(({ id }) => id),
      reason: fr.revocations.replacedBy('Mauvais niveau', 'RUPN engagé·e'),
      replacement: { achievement: 'RUPN-ENG', reason: 'Reprise après erreur' },
      actor,
    });
    expect(job.startsAt).toBeDefined();
    expect((await services.advanceJob(job.id))?.done).toBe(0);
    await services.startJob({ id: job.id, actor });
    let left = await services.advanceJob(job.id);
    for (let visit = 0; visit < 20 && !left?.finishedAt; visit += 1) left = await services.advanceJob(job.id);
    expect(left?.progress.counts).toMatchObject({ revoked: badges.length, replaced: 1, issued: 1 });
    const after = await ports.store.readCredential(badge.id);
    expect(after?.credential?.revocation?.reason).toContain('remplacé par');
    const awards = await ports.store.readAwardsOf([after?.award.recipient].flatMap((one) => one ?? []));
    expect(awards.map(({ credential }) => credential?.revocation !== undefined)).toEqual([true, false]);
    const standing = await ports.store.readStandingBadges({ achievement: 'RUPN-ENG', limit: 10 });
    expect(standing.map(({ award }) => award.id)).toEqual([awards[1]?.award.id]);
  });
});

describe('the reminders before the end of a badge', () => {
  it('are taken once each, in any of several processes', async () => {
    const { store } = service.ports;
    const at = '2029-03-15T08:00:00Z' as Instant;
    const due = await store.readAwardsToRemind({ left: 2, endsBy: at, limit: 10 });
    const needs = { ...service.ports, clock: { now: () => at } };
    expect(await remindEndings(needs)()).toBe(0);
    expect((await store.readAwardsToRemind({ left: 2, endsBy: at, limit: 10 })).length).toBe(0);
    const [first] = due;
    if (!first) return;
    const again = { kind: 'award-reminded' as const, awardId: first.award.id, left: 1 as const };
    await expect(store.commit([again])).rejects.toMatchObject({ code: 'store-conflict' });
  });
});
