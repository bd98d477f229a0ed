import { describe, expect, it } from 'vitest';
import { measureCoverage } from '../../src/domain/coverage/measure.ts';
import type { MissionCode, Role } from '../../src/domain/engagement/mission.ts';
import type { Authorisation, Engagement } from '../../src/domain/records.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { framework } from '../support/office.ts';
import { day, GUYOT } from './builders.ts';

const UAI = parseUai(GUYOT);
const TODAY = day('2026-11-24');

type Sketch = Partial<Omit<Engagement, 'missions' | 'period' | 'personId'>> & {
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly missions?: readonly string[];
};

const segment = ({
  person = 'p1',
  from = '2026-09-01',
  to,
  missions = ['A1'],
  ...rest
}: Sketch): Engagement => ({
  reference: `${person}-${from}`,
  personId: person as Engagement['personId'],
  uai: UAI,
  period: { from: day(from), ...(to !== undefined && { to: day(to) }) },
  missions: missions as readonly string[] as readonly MissionCode[],
  roles: [],
  confirmation: 'confirmed',
  ...rest,
});

const measure = (segments: readonly Sketch[], authorisations: readonly Authorisation[] = []) =>
  measureCoverage({ uai: UAI, engagements: segments.map(segment), authorisations }, TODAY, framework);

const contact: readonly Role[] = ['contact-dane'];

describe('a family is covered', () => {
  it('by one day of the school year, up to today, in a confirmed state', () => {
    expect(measure([{ from: '2020-01-01', to: '2026-09-01' }]).families).toEqual(['A']);
    expect(measure([{ from: '2026-11-24' }]).families).toEqual(['A']);
    expect(measure([{ confirmation: 'confirmed-by-dane', missions: ['B1', 'E2'] }]).families).toEqual([
      'B',
      'E',
    ]);
    expect(measure([{ to: '2026-08-31', from: '2025-09-01' }]).families).toEqual([]);
    expect(measure([{ from: '2026-11-25' }]).families).toEqual([]);
    expect(measure([{ confirmation: 'requested' }, { confirmation: 'contested' }]).families).toEqual([]);
  });

  it('never by C9, and by a conditional mission only on an authorised day', () => {
    const allowed = (mission: string, from: string, to?: string): Authorisation => ({
      uai: UAI,
      mission: mission as MissionCode,
      localAuthority: 'Région',
      period: { from: day(from), ...(to !== undefined && { to: day(to) }) },
    });
    expect(measure([{ missions: ['C9'] }], [allowed('C9', '2026-01-01')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C6', '2026-01-01')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C5', '2026-01-01', '2026-08-31')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C5', '2026-12-01')]).families).toEqual([]);
    expect(measure([{ missions: ['C5'] }], [allowed('C5', '2026-01-01', '2026-09-01')]).families).toEqual([
      'C',
    ]);
    expect(measure([{ missions: ['C1'] }]).families).toEqual(['C']);
  });
});

describe('a school', () => {
  it('counts a person once, however many engagements they have', () => {
    const segments = [{ from: '2026-09-01', to: '2026-09-30' }, { from: '2026-10-01' }, { person: 'p2' }];
    expect(measure(segments).rupn).toBe(2);
    expect(measure([{ confirmation: 'requested' }]).rupn).toBe(0);
  });

  it('counts waiting and contested engagements in the whole school year', () => {
    const waits = [
      { confirmation: 'requested' as const },
      { confirmation: 'requested' as const, from: '2027-08-31' },
      { confirmation: 'requested' as const, from: '2027-09-01' },
      { confirmation: 'contested' as const },
    ];
    expect(measure(waits)).toMatchObject({ requested: 2, contested: 1, schoolYear: 2026 });
  });

  it('has a role conflict for each single role that two people hold, or ask for, on a common day', () => {
    const both: readonly Role[] = ['contact-dane', 'contact-collectivite', 'administrateur-ent'];
    expect(measure([{ roles: both }, { person: 'p2', roles: both, confirmation: 'requested' }]).clashes).toBe(
      2,
    );
    expect(
      measure([{ roles: contact }, { person: 'p2', roles: contact, confirmation: 'contested' }]).clashes,
    ).toBe(0);
    expect(measure([{ roles: contact }, { from: '2026-10-01', roles: contact }]).clashes).toBe(0);
    const oneAfterTheOther = [
      { roles: contact, to: '2026-10-31' },
      { person: 'p2', roles: contact, from: '2026-11-01' },
    ];
    expect(measure(oneAfterTheOther).clashes).toBe(0);
  });
});
