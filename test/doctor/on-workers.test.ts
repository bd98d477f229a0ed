import { afterAll, beforeAll, expect, it } from 'vitest';
import { withPage } from '../../src/application/invariants/services.ts';
import { INVARIANTS, type InvariantAnswer } from '../../src/domain/integrity/invariant.ts';
import { type D1Service, openD1Service } from '../storage/d1-service.ts';
import { grantToMany } from '../support/many-awards.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

let fixture: D1Service;
beforeAll(async () => {
  fixture = await openD1Service();
  await grantToMany(fixture.service, 4);
  for await (const outcome of fixture.service.services.issueCredentials({ actor: 'test' })) {
    expect(outcome.kind).toBe('issued');
  }
  await fixture.service.services.runMaintenance();
}, 4 * MUCH_WORK_MS);
afterAll(() => fixture?.stop());

it('asks every invariant of a Worker, a part in each request', { timeout: 4 * MUCH_WORK_MS }, async () => {
  const { checkInvariantPages } = fixture.service.services;
  const broken: InvariantAnswer[] = [];
  for (const invariant of INVARIANTS) {
    let answer: InvariantAnswer = { invariant, looked: 0, count: 0, found: [] };
    let after: string | undefined;
    do {
      const part = await checkInvariantPages({ invariant, after });
      answer = withPage(answer, part);
      after = part.next;
    } while (after !== undefined);
    if (answer.count > 0) broken.push(answer);
  }
  expect(broken).toEqual([]);
});
