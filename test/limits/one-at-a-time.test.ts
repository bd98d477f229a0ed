import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeOneAtATime } from '../../src/application/concurrency/async.ts';

/** A generator of three numbers that says when it begins and ends. */
async function* numbered(name: string, events: string[], fails = false) {
  events.push(`${name} begins`);
  try {
    for (let at = 0; at < 3; at += 1) {
      await wait(1);
      if (fails && at === 1) throw new Error('a broken table');
      yield at;
    }
  } finally {
    events.push(`${name} ends`);
  }
}

it('begins what comes next once the one before has ended, failed or was left by its reader', async () => {
  const one = makeOneAtATime();
  const events: string[] = [];
  const readAll = async (name: string) => Array.fromAsync(one(() => numbered(name, events)));
  const readFirst = async () => {
    for await (const _ of one(() => numbered('left', events))) break;
  };
  const failing = Array.fromAsync(one(() => numbered('failing', events, true)));
  const [, , failed, last] = await Promise.allSettled([
    readAll('whole'),
    readFirst(),
    failing,
    readAll('last'),
  ]);
  expect(failed).toMatchObject({ status: 'rejected' });
  expect(last).toMatchObject({ value: [0, 1, 2] });
  expect(events).toHaveLength(8);
  for (let at = 0; at < events.length; at += 2) {
    expect(events[at + 1]).toBe(events[at]?.replace('begins', 'ends'));
  }
});
