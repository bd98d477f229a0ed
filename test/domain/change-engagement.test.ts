import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChangeAuthor,
  changeOrEndEngagement,
  type EngagementChangeCase,
  endedByDeparture,
  isWithin,
} from '../../src/domain/engagement/change-or-end.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { ProposedChange } from '../../src/domain/engagement/proposal.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { CONFIRMATIONS, type Engagement } from '../../src/domain/records.ts';
import { fromDayNumber, toDayNumber } from '../../src/domain/time/calendar.ts';
import { countDays, toDaySpan } from '../../src/domain/time/day-spans.ts';
import { ADA, BOB, day, engagement, GUYOT, LACAILLE, NOW } from '../contracts/store-values.ts';

const CAROL = 'person-carol' as PersonId;
const missions = (...codes: readonly string[]) => codes as unknown as readonly MissionCode[];
const HEAD: ChangeAuthor = { personId: BOB, address: 'bob@ac-dijon.fr', as: 'principal', issuer: 'DANE' };
const DANE: ChangeAuthor = { personId: BOB, address: 'bob@ac-dijon.fr', as: 'dane', issuer: 'DANE' };
const ON = day('2026-02-03');
const CONFIRMED = engagement('E1', { confirmedBy: 'head@ac-dijon.fr', confirmedOn: day('2025-10-01') });
const END: ProposedChange = { kind: 'end', to: day('2026-01-31') };
const MOVE: ProposedChange = {
  kind: 'missions',
  from: day('2026-02-01'),
  missions: missions('A1', 'D1'),
  roles: ['contact-dane'],
};

const change = (it: ProposedChange, over: Partial<EngagementChangeCase> = {}) =>
  changeOrEndEngagement({ engagement: CONFIRMED, by: HEAD, on: ON, others: [], contests: [], ...over }, it);
const correction = (over: Partial<Engagement>): ProposedChange => {
  const { period, missions: codes, roles } = { ...CONFIRMED, ...over };
  return { kind: 'correction', period, missions: codes, roles };
};

describe('an engagement that ends', () => {
  it('keeps its confirmation and everything else, and counts as decided', () => {
    expect(change(END)).toEqual({
      engagement: {
        ...CONFIRMED,
        period: { from: day('2025-09-01'), to: day('2026-01-31') },
        decided: { by: 'bob@ac-dijon.fr', on: ON, from: 'confirmed' },
      },
      cutOff: [],
    });
  });

  it('cannot become later, nor lie before the start, nor stay the same', () => {
    const ended = { ...CONFIRMED, period: { from: day('2025-09-01'), to: day('2026-01-31') } };
    const later: ProposedChange = { kind: 'end', to: day('2026-02-01') };
    const earlier: ProposedChange = { kind: 'end', to: day('2025-08-31') };
    expect(() => change(later, { engagement: ended })).toThrow('change-day-outside');
    expect(() => change(earlier)).toThrow('change-day-outside');
    expect(() => change(END, { engagement: ended })).toThrow('change-unchanged');
  });
});

describe('missions that change on a day', () => {
  it('cut the engagement in two: the first part keeps its confirmation, the principal confirms the second', () => {
    const { engagement: first, cutOff, waiting } = change(MOVE);
    expect(first).toMatchObject({
      reference: 'E1',
      period: { from: '2025-09-01', to: '2026-01-31' },
      missions: ['A1', 'C4'],
      confirmation: 'confirmed',
      confirmedBy: 'head@ac-dijon.fr',
      confirmedOn: '2025-10-01',
    });
    expect(cutOff).toMatchObject([
      {
        reference: 'E1-2026-02-01',
        period: { from: '2026-02-01' },
        missions: ['A1', 'D1'],
        roles: ['contact-dane'],
        confirmation: 'confirmed',
        confirmedBy: 'bob@ac-dijon.fr',
        confirmedOn: '2026-02-03',
      },
    ]);
    expect(waiting).toBeUndefined();
  });

  it('wait for the principal where the DANE does not confirm them on documents', () => {
    const { cutOff, waiting } = change(MOVE, { by: DANE });
    expect(cutOff).toMatchObject([{ confirmation: 'requested' }]);
    expect(waiting).toBe(cutOff[0]);
    expect(cutOff[0]).not.toHaveProperty('confirmedBy');
    const onDocuments = change(MOVE, { by: { ...DANE, confirms: true } });
    expect(onDocuments.cutOff).toMatchObject([{ confirmation: 'confirmed-by-dane', confirmedBy: 'DANE' }]);
  });

  it('make nothing countable that was not', () => {
    const requested = engagement('E1', { confirmation: 'requested' });
    expect(change(MOVE, { engagement: requested }).cutOff).toMatchObject([{ confirmation: 'requested' }]);
  });

  it('leave the role conflict of a single role to the confirmation, where it is settled', () => {
    const holder = engagement('E2', { personId: CAROL, roles: ['contact-dane'] });
    expect(change(MOVE, { others: [holder] }).cutOff).toMatchObject([{ confirmation: 'requested' }]);
  });

  it('must begin after the first day, and differ from the former ones', () => {
    const fromStart: ProposedChange = { ...MOVE, from: day('2025-09-01') };
    expect(() => change(fromStart)).toThrow('change-day-outside');
    const same: ProposedChange = {
      kind: 'missions',
      from: day('2026-02-01'),
      missions: CONFIRMED.missions,
      roles: [],
    };
    expect(() => change(same)).toThrow('change-unchanged');
  });
});

describe('a correction', () => {
  it('that only removes something leaves the confirmation unchanged', () => {
    const { engagement: corrected } = change(correction({ missions: missions('A1') }), { by: DANE });
    expect(corrected).toMatchObject({
      missions: ['A1'],
      confirmation: 'confirmed',
      confirmedOn: '2025-10-01',
    });
  });

  it('that adds days is confirmed again by the principal, and keeps the reservation', () => {
    const wider = correction({ period: { from: day('2025-08-25') } });
    expect(change(wider).engagement).toMatchObject({ confirmation: 'confirmed', confirmedOn: ON });
    const reserved = {
      ...CONFIRMED,
      confirmation: 'confirmed-with-reservation' as const,
      reservation: 'Mi-temps.',
    };
    expect(change(wider, { engagement: reserved }).engagement).toMatchObject({
      confirmation: 'confirmed-with-reservation',
      reservation: 'Mi-temps.',
    });
    expect(change(wider, { by: DANE })).toMatchObject({ waiting: { confirmation: 'requested' } });
  });

  it('takes no single role from another person', () => {
    const holder = engagement('E2', { personId: CAROL, roles: ['contact-dane'] });
    const taking = correction({ roles: ['contact-dane'] });
    expect(() => change(taking, { others: [holder] })).toThrow('role-held');
    expect(change(taking, { others: [{ ...holder, confirmation: 'requested' }] }).engagement.roles).toEqual([
      'contact-dane',
    ]);
  });
});

describe('a change is refused', () => {
  it('for one’s own engagement, and for a contested one', () => {
    expect(() => change(END, { by: { ...HEAD, personId: ADA } })).toThrow('own-engagement');
    const contested = engagement('E1', { confirmation: 'contested' });
    expect(() => change(END, { engagement: contested })).toThrow('change-contested');
  });

  it('to a principal where the DANE decided', () => {
    const decision = { outcome: 'lifted', reason: 'r', by: CAROL, at: NOW, references: ['E1'] } as const;
    const contests = [
      { id: 'c', engagementReference: 'E1', personId: ADA, uai: GUYOT, openedAt: NOW, decision },
    ];
    expect(() => change(END, { contests })).toThrow('contest-decided');
    expect(change(END, { contests, by: DANE }).engagement.period.to).toBe('2026-01-31');
  });
});

const days = fc.integer({ min: toDayNumber(day('2025-09-01')), max: toDayNumber(day('2027-09-01')) });
const segments = fc
  .record({
    from: days,
    length: fc.option(fc.integer({ min: 0, max: 400 })),
    confirmation: fc.constantFrom(...CONFIRMATIONS.filter((one) => one !== 'contested')),
    missions: fc.subarray(['A1', 'B1', 'C1', 'D1'], { minLength: 1 }),
  })
  .map(({ from, length, ...rest }) =>
    engagement('E1', {
      period: {
        from: fromDayNumber(from),
        ...(length !== null && { to: fromDayNumber(from + length) }),
      },
      confirmation: rest.confirmation,
      missions: missions(...rest.missions),
    }),
  );
const FAR = toDayNumber(day('2030-01-01'));
const spanOf = (one: Engagement) => {
  const { from, to } = toDaySpan(one.period);
  return { from, to: Math.min(to, FAR) };
};

describe('whatever the engagement and the day', () => {
  it('a cut in two keeps the union of its days, each once, and the first part’s confirmation', () => {
    fc.assert(
      fc.property(segments, days, (one, from) => {
        const move: ProposedChange = {
          kind: 'missions',
          from: fromDayNumber(from),
          missions: missions('E1'),
          roles: [],
        };
        let changed: ReturnType<typeof changeOrEndEngagement>;
        try {
          changed = change(move, { engagement: one });
        } catch {
          return;
        }
        const parts = [changed.engagement, ...changed.cutOff].map(spanOf);
        expect(countDays(parts)).toBe(countDays([spanOf(one)]));
        expect(parts.reduce((sum, part) => sum + countDays([part]), 0)).toBe(countDays([spanOf(one)]));
        expect(changed.engagement.confirmation).toBe(one.confirmation);
      }),
    );
  });

  it('an end never lengthens it', () => {
    fc.assert(
      fc.property(segments, days, (one, to) => {
        try {
          const { engagement: ended, cutOff } = change(
            { kind: 'end', to: fromDayNumber(to) },
            { engagement: one },
          );
          expect(isWithin(ended, one)).toBe(true);
          expect(cutOff).toEqual([]);
          expect(ended.confirmation).toBe(one.confirmation);
        } catch (error) {
          if ((error as { code?: string }).code === undefined) throw error;
        }
      }),
    );
  });
});

describe('a departure', () => {
  it('ends all that continues after the last day at that school, and nothing else', () => {
    const own = [
      engagement('open'),
      engagement('over', { period: { from: day('2024-09-01'), to: day('2025-08-31') } }),
      engagement('elsewhere', { uai: LACAILLE }),
      engagement('to-come', { period: { from: day('2026-09-01') } }),
      engagement('requested', { confirmation: 'requested' }),
      engagement('contested', { confirmation: 'contested' }),
      engagement('of-bob', { personId: BOB }),
    ];
    const ended = endedByDeparture(own, { personId: ADA, uai: GUYOT, lastDay: day('2026-01-31') });
    expect(ended.map(({ reference }) => reference)).toEqual(['open', 'requested']);
  });
});
