import { describe, expect, it } from 'vitest';
import type { Signer } from '../../src/application/ports.ts';
import { guardSigner, makeTrustedClock } from '../../src/application/time/trusted-clock.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';

const NOON = '2027-03-10T12:00:00Z' as Instant;

/** Whether each method of the signer refuses while another clock contradicts. The compiler requires every method. */
const METHODS: Readonly<Record<keyof Signer, 'refuses' | 'signs'>> = {
  signDocument: 'refuses',
  signEndorsement: 'refuses',
  signForms: 'refuses',
  // Without its list and its log no one could verify a badge. Both are renewed once the clock is right.
  signStatusList: 'signs',
  signCheckpoint: 'signs',
};
const methodsThat = (verdict: 'refuses' | 'signs') =>
  Object.entries(METHODS)
    .filter(([, one]) => one === verdict)
    .map(([name]) => name as keyof Signer);

function setUp(heard: Instant) {
  const signed: string[] = [];
  const signer = new Proxy({} as Signer, {
    get: (_, name) => async () => void signed.push(String(name)),
  });
  const time = makeTrustedClock({
    store: { readClocks: async () => ({}), readLife: async () => ({ days: [] }) },
    clock: { now: () => NOON },
    monotonic: () => 0,
    trustsClock: false,
    log: { info: () => {}, error: () => {} },
  });
  time.hear('fetched', heard);
  const guarded = guardSigner(signer, time) as unknown as Record<string, () => Promise<unknown>>;
  return { signed, guarded };
}

describe('the guarded signer', () => {
  it('has no other method than those that are tried here', () => {
    expect(Object.keys(setUp(NOON).guarded).toSorted()).toEqual(Object.keys(METHODS).toSorted());
  });

  it.each(methodsThat('refuses'))('refuses %s while the clock is contradicted', async (name) => {
    const { signed, guarded } = setUp(secondsAfter(NOON, -3600));
    await expect(guarded[name]?.()).rejects.toMatchObject({ code: 'clock-contradicted' });
    expect(signed).toEqual([]);
  });

  it.each(methodsThat('refuses'))('signs by %s while the clock is confirmed', async (name) => {
    const { signed, guarded } = setUp(NOON);
    await guarded[name]?.();
    expect(signed).toEqual([name]);
  });

  it.each(methodsThat('signs'))('signs by %s also while the clock is contradicted', async (name) => {
    const { signed, guarded } = setUp(secondsAfter(NOON, -3600));
    await guarded[name]?.();
    expect(signed).toEqual([name]);
  });
});
