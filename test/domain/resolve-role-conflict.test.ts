import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/engagement/mission.ts';
import { type RoleSettlement, settleConflicts } from '../../src/domain/engagement/resolve-role-conflict.ts';
import { findConflicts } from '../../src/domain/engagement/role-conflict.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Engagement } from '../../src/domain/records.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../../src/domain/time/calendar.ts';
import { ADA, BOB, day, engagement } from '../contracts/store-values.ts';

const DECIDED = { by: 'chef@ac-test.example', on: day('2026-11-24') };
const ROLE: Role = 'contact-dane';

const newcomer = (from: string, to?: string, roles: readonly Role[] = [ROLE, 'referent-site']): Engagement =>
  engagement('N', { personId: BOB, roles, period: { from: day(from), ...(to && { to: day(to) }) } });
const holder = (
  from: string,
  to?: string,
  roles: readonly Role[] = [ROLE, 'administrateur-ent'],
): Engagement =>
  engagement('H', {
    personId: ADA,
    roles,
    confirmation: 'confirmed-with-reservation',
    confirmedBy: 'chef@ac-test.example',
    confirmedOn: day('2025-10-01'),
    reservation: 'Depuis la rentrée.',
    period: { from: day(from), ...(to && { to: day(to) }) },
  });

const settle = (
  one: Engagement,
  holders: readonly Engagement[],
  ...settlements: readonly RoleSettlement[]
) => {
  const outcome = settleConflicts({ engagement: one, holders, settlements, decided: DECIDED });
  if (outcome.kind === 'clash') throw new Error('a clash was left');
  return outcome;
};
const takes = (from: string, role: Role = ROLE): RoleSettlement => ({
  kind: 'newcomer-takes',
  role,
  from: day(from),
});
const shape = ({ reference, period, roles }: Engagement) => [reference, period.from, period.to, roles];

describe('a single role that two people want', () => {
  it('is a role conflict until it is settled, each role by itself', () => {
    const both: readonly Role[] = ['contact-dane', 'contact-collectivite'];
    const question = {
      engagement: newcomer('2026-09-01', undefined, both),
      holders: [holder('2025-09-01', undefined, both)],
      decided: DECIDED,
    };
    expect(settleConflicts({ ...question, settlements: [] })).toMatchObject({ kind: 'clash' });
    const one = settleConflicts({ ...question, settlements: [{ kind: 'holder-keeps', role: ROLE }] });
    expect(one).toMatchObject({ kind: 'clash', clash: { role: 'contact-collectivite' } });
  });

  it('stays with its holder: the newcomer has everything but the role', () => {
    const saved = settle(newcomer('2026-09-01'), [holder('2025-09-01')], {
      kind: 'holder-keeps',
      role: ROLE,
    });
    expect(shape(saved.engagement)).toEqual(['N', '2026-09-01', undefined, ['referent-site']]);
    expect(saved).toMatchObject({ cutOff: [], cuts: [] });
  });

  it('passes to the newcomer on a day: the holder’s engagement is cut there, its confirmation unchanged', () => {
    const taken = settle(newcomer('2026-09-01'), [holder('2025-09-01')], takes('2026-09-01'));
    expect(shape(taken.engagement)).toEqual(['N', '2026-09-01', undefined, [ROLE, 'referent-site']]);
    const [cut] = taken.cuts;
    expect([cut?.engagement, ...(cut?.cutOff ?? [])].map((one) => one && shape(one))).toEqual([
      ['H', '2025-09-01', '2026-08-31', [ROLE, 'administrateur-ent']],
      ['H-2026-09-01', '2026-09-01', undefined, ['administrateur-ent']],
    ]);
    for (const part of [cut?.engagement, ...(cut?.cutOff ?? [])]) {
      expect(part).toMatchObject({
        confirmation: 'confirmed-with-reservation',
        confirmedBy: 'chef@ac-test.example',
        confirmedOn: '2025-10-01',
        reservation: 'Depuis la rentrée.',
        decided: DECIDED,
      });
    }
  });

  it('is just removed from a holder whose first day is the day of the passing', () => {
    const taken = settle(newcomer('2026-09-01'), [holder('2026-09-01')], takes('2026-09-01'));
    expect(taken.cuts.map(({ engagement: one, cutOff }) => [shape(one), cutOff])).toEqual([
      [['H', '2026-09-01', undefined, ['administrateur-ent']], []],
    ]);
  });

  it('passes later than the newcomer’s first day: both engagements are cut there', () => {
    const taken = settle(newcomer('2026-09-01'), [holder('2025-09-01')], takes('2027-01-04'));
    expect([taken.engagement, ...taken.cutOff].map(shape)).toEqual([
      ['N', '2026-09-01', '2027-01-03', ['referent-site']],
      ['N-2027-01-04', '2027-01-04', undefined, [ROLE, 'referent-site']],
    ]);
    expect(taken.cuts[0]?.engagement.period.to).toBe('2027-01-03');
  });

  it('returns to the holder after the newcomer’s last day', () => {
    const taken = settle(newcomer('2026-09-01', '2026-12-31'), [holder('2025-09-01')], takes('2026-09-01'));
    const parts = [taken.cuts[0]?.engagement, ...(taken.cuts[0]?.cutOff ?? [])];
    expect(parts.map((one) => one?.roles.includes(ROLE))).toEqual([true, false, true]);
    expect(parts.at(-1)?.period).toEqual({ from: '2027-01-01' });
  });

  it('cannot be taken on a day that is not common, nor the day after', () => {
    const past = holder('2025-09-01', '2026-12-31');
    for (const wrong of ['2026-08-31', '2027-01-02']) {
      const decide = () => settle(newcomer('2026-09-01'), [past], takes(wrong));
      expect(decide, wrong).toThrow(expect.objectContaining({ code: 'role-day-outside' }));
    }
    expect(settle(newcomer('2026-09-01'), [past], takes('2027-01-01')).cuts).toEqual([]);
  });

  const days = fc.integer({ min: 0, max: 400 });
  const span = fc.tuple(days, fc.option(days)).map(([a, b]) => {
    const first = toDayNumber(day('2025-09-01'));
    const [from, to] = b === null ? [a, undefined] : [Math.min(a, b), Math.max(a, b)];
    return { from: fromDayNumber(first + from), ...(to !== undefined && { to: fromDayNumber(first + to) }) };
  });
  test.prop([span, fc.array(span, { minLength: 1, maxLength: 3 }), days])(
    'is held by one person on each day, and no other day or role changes',
    (period, spans, offset) => {
      const one = { ...newcomer('2025-09-01'), period };
      const holders = spans.map((theirs, at) => ({
        ...holder('2025-09-01'),
        reference: `H${at}`,
        personId: `holder-${at}` as PersonId,
        period: theirs,
      }));
      const conflicts = findConflicts(one, holders);
      const [first] = conflicts.map(({ from }) => from).toSorted();
      if (!first) return;
      const from = fromDayNumber(toDayNumber(first) + offset);
      const last = conflicts.some(({ to }) => !to)
        ? '9999'
        : (conflicts
            .map(({ to }) => to)
            .toSorted()
            .at(-1) ?? '');
      if (from > last) return;
      const { engagement: own, cutOff, cuts } = settle(one, holders, takes(from));
      const moved = new Map(cuts.map((cut) => [cut.asRead.reference, [cut.engagement, ...cut.cutOff]]));
      const mine = [own, ...cutOff];
      expect(
        findConflicts(
          mine.at(-1) ?? own,
          holders.flatMap((it) => moved.get(it.reference) ?? [it]),
        ),
      ).toEqual([]);
      for (const [before, after] of [
        [one, mine] as const,
        ...holders.map((it) => [it, moved.get(it.reference) ?? [it]] as const),
      ]) {
        expect(after[0]?.reference).toBe(before.reference);
        expect(after[0]?.period.from).toBe(before.period.from);
        expect(after.at(-1)?.period.to).toBe(before.period.to);
        for (const [at, part] of after.slice(1).entries()) {
          expect(part.period.from).toBe(dayAfter(after[at]?.period.to));
        }
        for (const part of after) expect(part.roles).toContain(before.roles[1]);
      }
    },
  );
});

function dayAfter(date: LocalDate | undefined): LocalDate | undefined {
  return date && fromDayNumber(toDayNumber(date) + 1);
}
