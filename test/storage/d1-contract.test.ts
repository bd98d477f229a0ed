import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openD1Store } from '../../src/adapters/storage/engines/d1.worker.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { storeContract } from '../contracts/store.contract.ts';
import { engagement, FIXTURE, person } from '../contracts/store-values.ts';
import { openPlatform, type Platform } from './d1-platform.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

storeContract('D1', async () => ({
  store: openD1Store(platform.database),
  close: () => platform.clear(),
}));

describe('D1', () => {
  const MANY = 1_500;
  const names = Array.from({ length: MANY }, (_, turn) => `many-${String(turn).padStart(4, '0')}`);
  const people = names.map((name) => person(name as PersonId));
  const segments = people.map(({ id }, turn) => engagement(`SEG-${turn}`, { personId: id }));

  it('writes and reads more rows than a query has parameters, in a fixed number of statements', async () => {
    const store = openD1Store(platform.database);
    await store.commit(FIXTURE);
    const before = platform.statements();
    await store.commit(people.map((one): Change => ({ kind: 'person-saved', person: one })));
    await store.commit(segments.map((one): Change => ({ kind: 'engagement-imported', engagement: one })));
    expect(await store.readPeople(people.map(({ id }) => id))).toEqual(people);
    expect(await store.readPeopleByEmail(people.flatMap(({ emails }) => emails))).toHaveLength(MANY);
    expect(await store.readEngagements(segments.map(({ reference }) => reference))).toHaveLength(MANY);
    const records = await store.readPersonRecords(people.map(({ id }) => id));
    expect(records.map(({ engagements }) => engagements.length)).toEqual(people.map(() => 1));
    expect(platform.statements() - before).toBeLessThan(30);
    await platform.clear();
  });

  it('undoes a whole commit of many rows for one that is refused', async () => {
    const store = openD1Store(platform.database);
    await store.commit(FIXTURE);
    const changes = people.map((one): Change => ({ kind: 'person-saved', person: one }));
    const taken = person('eve' as PersonId, { emails: ['many-0700@ac-dijon.fr'] });
    await expect(store.commit([...changes, { kind: 'person-saved', person: taken }])).rejects.toMatchObject({
      code: 'store-conflict',
      params: { constraint: expect.stringContaining('person_email') },
    });
    expect((await store.countRows()).people).toBe(2);
    await platform.clear();
  });
});
