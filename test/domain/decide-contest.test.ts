import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { MissionCode, Role } from '../../src/domain/engagement/mission.ts';
import type { Engagement } from '../../src/domain/records.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../../src/domain/time/calendar.ts';
import { decideContest } from '../../src/features/contests/feature-decide.ts';

const DECIDER = { personId: 'dane' as never, address: 'dane@ac-test.example' };
const ON = '2026-11-24' as LocalDate;
const codes = (...list: string[]) => list as unknown as readonly MissionCode[];

const segment = (over: Partial<Engagement> = {}): Engagement => ({
  reference: 'S-1',
  personId: 'luc' as never,
  uai: '0210001M' as never,
  period: { from: '2025-09-01' as LocalDate, to: '2026-06-30' as LocalDate },
  missions: codes('A1', 'B1', 'C1'),
  roles: ['contact-dane', 'referent-site'],
  confirmation: 'contested',
  ...over,
});

function settle(engagement: Engagement, saved: Parameters<typeof decideContest>[1]) {
  let count = 0;
  const newReference = () => `S-1-${++count}`;
  return decideContest({ engagement, by: DECIDER, on: ON, others: [], newReference }, saved);
}

const subset = <Item>(items: readonly Item[], least: number) => fc.subarray([...items], { minLength: least });

describe('a contest lifted in part', () => {
  test.prop([
    fc.integer({ min: 0, max: 302 }),
    fc.integer({ min: 0, max: 302 }),
    subset(segment().missions, 1),
    subset(segment().roles, 0),
  ])('keeps every day × mission of the engagement once, confirmed or contested', (a, b, missions, roles) => {
    const whole = segment();
    const first = toDayNumber(whole.period.from);
    const [from, to] = [Math.min(a, b), Math.max(a, b)].map((days) => fromDayNumber(first + days));
    if (!from || !to) throw new Error('no day');
    const isWhole =
      from === whole.period.from &&
      to === whole.period.to &&
      missions.length === whole.missions.length &&
      roles.length === whole.roles.length;
    const decide = () =>
      settle(whole, { outcome: 'partial', kept: { period: { from, to }, missions, roles } });
    if (isWhole) {
      expect(decide).toThrow(expect.objectContaining({ code: 'not-a-part' }));
      return;
    }
    const result = decide();
    if (result.kind !== 'decided') throw new Error('a clash with nobody');
    const parts = [result.engagement, ...result.rest];
    for (const role of whole.roles) {
      const days = parts.filter((part) => part.roles.includes(role)).map(lengthOf);
      expect(sum(days)).toBe(lengthOf(whole));
    }
    const onlyRoles = missions.length === whole.missions.length;
    for (const mission of onlyRoles ? [] : whole.missions) {
      const days = parts.filter((part) => part.missions.includes(mission)).map(lengthOf);
      expect(sum(days)).toBe(lengthOf(whole));
    }
    expect(result.engagement.confirmation).toBe('confirmed-by-dane');
    expect(result.rest.every(({ confirmation }) => confirmation === 'contested')).toBe(true);
    expect(new Set(parts.map(({ reference }) => reference)).size).toBe(parts.length);
  });

  it('takes nothing from outside the engagement', () => {
    const beyond = {
      period: { from: '2025-08-31' as LocalDate },
      missions: codes('A1'),
      roles: [] as Role[],
    };
    const thirdParty = { ...beyond, period: segment().period, missions: codes('E1') };
    for (const kept of [beyond, thirdParty, { ...thirdParty, missions: [] }]) {
      expect(() => settle(segment(), { outcome: 'partial', kept })).toThrow(
        expect.objectContaining({ code: 'not-a-part' }),
      );
    }
  });

  it('leaves an open engagement open after the part that ends', () => {
    const whole = segment({ period: { from: '2025-09-01' as LocalDate } });
    const kept = {
      period: { from: '2025-09-01' as LocalDate, to: '2025-12-31' as LocalDate },
      missions: whole.missions,
      roles: whole.roles,
    };
    const result = settle(whole, { outcome: 'partial', kept });
    expect(result).toMatchObject({ rest: [{ period: { from: '2026-01-01' } }] });
    if (result.kind === 'decided') expect(result.rest[0]?.period).not.toHaveProperty('to');
  });
});

function lengthOf({ period }: Engagement): number {
  return toDayNumber(period.to ?? ON) - toDayNumber(period.from) + 1;
}

function sum(days: readonly number[]): number {
  return days.reduce((total, one) => total + one, 0);
}
