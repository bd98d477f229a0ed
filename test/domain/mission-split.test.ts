import { describe, expect, it } from 'vitest';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import { deriveMissionSplit, findGaps } from '../../src/domain/engagement/mission-split.ts';
import type { Authorisation, Engagement } from '../../src/domain/records.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { wholeYear } from '../../src/domain/time/school-year.ts';
import { framework } from '../support/office.ts';

const UAI = '0210001M' as never;

function segment(personId: string, over: Record<string, unknown>): Engagement {
  return {
    reference: `${personId}-${JSON.stringify(over)}`,
    personId: personId as never,
    uai: UAI,
    period: { from: '2025-09-01' as LocalDate, to: '2026-08-31' as LocalDate },
    missions: [],
    roles: [],
    confirmation: 'confirmed',
    ...over,
  };
}

function split(engagements: readonly Engagement[], authorisations: readonly Authorisation[] = []) {
  return deriveMissionSplit({ engagements, authorisations, framework }, wholeYear(2025));
}

const rowOf = (made: ReturnType<typeof split>, code: string) =>
  made.missions.find((row) => row.code === code);

describe('the split of missions', () => {
  it('takes the best of a person’s engagements with a day in the school year', () => {
    const made = split([
      segment('ada', { missions: ['A1'], confirmation: 'requested' }),
      segment('ada', { missions: ['A1'] }),
      segment('bob', { missions: ['A1'], confirmation: 'contested' }),
      segment('eve', { missions: ['A1'], period: { from: '2026-09-01', to: '2027-08-31' } }),
    ]);
    expect(made.people).toEqual(['ada', 'bob']);
    expect(rowOf(made, 'A1')?.cells.map(({ holding }) => holding)).toEqual(['held', 'contested']);
  });

  it('differs from day to day, and gives the first and last days', () => {
    const day = (on: string) => ({ from: on as LocalDate, to: on as LocalDate });
    const engagements = [
      segment('ada', { missions: ['A1'], period: { from: '2024-09-01', to: '2025-08-31' } }),
      segment('ada', { missions: ['A1', 'B1'], period: { from: '2025-09-01', to: '2026-01-31' } }),
      segment('bob', { missions: ['A1'], period: { from: '2026-02-01' }, confirmation: 'requested' }),
    ];
    const facts = { engagements, authorisations: [], framework };
    const autumn = deriveMissionSplit(facts, day('2025-11-26'));
    expect(autumn.people).toEqual(['ada']);
    expect(rowOf(autumn, 'A1')?.cells[0]).toMatchObject({
      holding: 'held',
      periods: [{ from: '2024-09-01', to: '2026-01-31' }],
    });
    const spring = deriveMissionSplit(facts, day('2026-02-01'));
    expect(rowOf(spring, 'A1')?.cells).toMatchObject([
      { holding: 'requested', periods: [{ from: '2026-02-01' }] },
    ]);
    expect(findGaps(autumn).map(({ code }) => code)).not.toContain('B1');
    expect(findGaps(spring).map(({ code }) => code)).toContain('B1');
  });

  it('finds two holders of a single role only on their common days', () => {
    const roles = ['contact-dane'];
    const engagements = [
      segment('ada', { roles, period: { from: '2025-09-01', to: '2025-12-31' } }),
      segment('bob', { roles, period: { from: '2025-12-01' } }),
    ];
    const rivalsOn = (on: string) =>
      deriveMissionSplit(
        { engagements, authorisations: [], framework },
        { from: on as LocalDate, to: on as LocalDate },
      ).roles[0]?.rivals;
    expect(rivalsOn('2025-11-30')).toEqual([]);
    expect(rivalsOn('2025-12-15')).toEqual(['ada', 'bob']);
    expect(rivalsOn('2026-01-01')).toEqual([]);
  });

  it('treats a mission that is only contested as not held', () => {
    const made = split([segment('ada', { missions: ['B1'], confirmation: 'contested' })]);
    expect(findGaps(made).map(({ code }) => code)).toContain('B1');
  });

  it('misses a conditional mission only if the local authority allows it that year', () => {
    const someone = [segment('ada', { missions: ['A1'] })];
    const allowed = (from: string, to: string): Authorisation => ({
      uai: UAI,
      mission: 'C6' as MissionCode,
      localAuthority: 'Département',
      period: { from: from as LocalDate, to: to as LocalDate },
    });
    const gaps = (authorisation?: Authorisation) =>
      findGaps(split(someone, authorisation ? [authorisation] : [])).map(({ code }) => code);
    expect(gaps()).not.toContain('C6');
    expect(gaps(allowed('2024-09-01', '2025-08-31'))).not.toContain('C6');
    expect(gaps(allowed('2025-11-01', '2026-01-31'))).toContain('C6');
  });

  it('marks a conditional mission held without any authorisation, and a single role held twice on a day', () => {
    const made = split([
      segment('ada', { missions: ['C5'], roles: ['contact-dane'] }),
      segment('bob', { roles: ['contact-dane'], period: { from: '2026-08-31' } }),
    ]);
    expect(rowOf(made, 'C5')?.cells[0]).toMatchObject({ holding: 'held', unauthorised: true });
    const [contact] = made.roles;
    expect(contact?.clashes).toMatchObject([{ role: 'contact-dane', from: '2026-08-31', to: '2026-08-31' }]);
    const apart = split([
      segment('ada', { roles: ['contact-dane'] }),
      segment('bob', { roles: ['contact-dane'], period: { from: '2026-09-01' } }),
      segment('ada', { roles: ['contact-dane', 'referent-site'] }),
    ]);
    expect(apart.roles.flatMap(({ clashes }) => clashes)).toEqual([]);
  });
});
