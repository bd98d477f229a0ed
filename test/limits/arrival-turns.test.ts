import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeArrivalTurns } from '../../src/cli/serve-cached.ts';

const socket = () => ({}) as Socket;

describe('requests that arrived together', () => {
  it('share a turn, which ends with that of the event loop', async () => {
    const turnOf = makeArrivalTurns();
    const first = turnOf(socket());
    expect(turnOf(socket())).toBe(first);
    await nextTurn();
    expect(turnOf(socket())).not.toBe(first);
  });

  it('are not those that follow one another on one connection', () => {
    const turnOf = makeArrivalTurns();
    const [one, other] = [socket(), socket()];
    const first = turnOf(one);
    turnOf(other);
    const second = turnOf(one);
    expect(second).not.toBe(first);
    expect(turnOf(other)).not.toBe(first);
    expect(turnOf(one)).not.toBe(second);
  });

  it('are never so many that the first look is outdated for the last', () => {
    const turnOf = makeArrivalTurns();
    const turns = new Set(Array.from({ length: 1000 }, () => turnOf(socket())));
    expect(turns.size).toBeGreaterThan(10);
  });
});
