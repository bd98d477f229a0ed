import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { FIXTURE, person } from '../contracts/store-values.ts';
import { type Folder, openFolder } from '../storage/sqlite-folder.ts';

const ROUNDS = 300;
const MOST_TURNS = 6;

let folder: Folder;
let store: Store;
beforeEach(async () => {
  folder = openFolder();
  store = await folder.open();
  await store.commit(FIXTURE);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

async function afterTurns<Result>(turns: number, work: () => Promise<Result>): Promise<Result> {
  for (let turn = 0; turn < turns; turn += 1) await undefined;
  return work();
}

describe('a write that was answered as done', () => {
  it('is never undone by a look at readiness, whatever the turn in which both begin', async () => {
    let lost = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const one = person(`person-${round}` as PersonId);
      await Promise.all([
        afterTurns(round % MOST_TURNS, () => store.ping()),
        afterTurns(Math.floor(round / MOST_TURNS) % MOST_TURNS, () =>
          store.commit([{ kind: 'person-saved', person: one }]),
        ),
      ]);
      lost += (await store.readPeople([one.id])).length === 1 ? 0 : 1;
    }
    expect(lost).toBe(0);
  });

  it('does not make readiness fail that is asked many times at once', async () => {
    const requested = Array.from({ length: 50 }, (_, at) => afterTurns(at % MOST_TURNS, () => store.ping()));
    const answers = await Promise.allSettled(requested);
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});
