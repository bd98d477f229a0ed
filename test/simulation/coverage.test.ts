import { expect, it } from 'vitest';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { readCommittedKinds, readUncommittedKinds } from './coverage.ts';

/** `npm run simulate -- --seed 1 --steps 800 --histories 4 --record` writes the record. */
it('commits every kind of change in the recorded histories, or lists it with a reason', () => {
  const committed = readCommittedKinds();
  const listed = readUncommittedKinds().flatMap(({ kinds }) => kinds);
  expect([...committed, ...listed].toSorted()).toEqual(Object.keys(WRITERS).toSorted());
});

it('gives a reason for each kind that is not committed', () => {
  for (const { reason, kinds } of readUncommittedKinds()) {
    expect(reason).not.toBe('');
    expect(kinds).not.toEqual([]);
  }
});
