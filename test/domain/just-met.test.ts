import { describe, expect, it } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import { findJustMet } from '../../src/domain/criteria/just-met.ts';
import { criteria, type PersonSketch, wholeYears } from './builders.ts';
import { judge } from './describe-badge.ts';

function justMet(code: string, sketch: PersonSketch, on = '2026-06-30') {
  const definition = achievementOf(criteria, code);
  const evaluation = judge(code, sketch, on);
  return { met: evaluation.met, figures: findJustMet(evaluation, { definition, criteria }) };
}

const reviews = [{ on: '2026-06-01' }];
const engagedFor = (to: string): PersonSketch => ({
  segments: [{ from: '2025-09-01', to, missions: ['A1', 'B1'] }],
  reviews,
});

describe('the figures that a badge just meets', () => {
  it('include a year of exactly 200 days, and one of 210', () => {
    expect(justMet('RUPN-ENG', engagedFor('2026-03-19'))).toEqual({
      met: true,
      figures: [{ kind: 'days', year: 2025, days: 200, required: 200 }],
    });
    expect(justMet('RUPN-ENG', engagedFor('2026-03-29')).figures).toMatchObject([{ days: 210 }]);
  });

  it('do not include a year eleven days above the threshold', () => {
    expect(justMet('RUPN-ENG', engagedFor('2026-03-30'))).toEqual({ met: true, figures: [] });
  });

  it('are empty for a badge that is not met', () => {
    expect(justMet('RUPN-ENG', engagedFor('2026-03-18'))).toEqual({ met: false, figures: [] });
  });

  it('do not include a year that another year can replace', () => {
    const sketch = {
      segments: [
        ...wholeYears(2024, 2024, { missions: ['A1', 'B1'] }),
        { from: '2025-09-01', to: '2026-03-19', missions: ['A1', 'B1'] },
      ],
      reviews,
    };
    expect(justMet('RUPN-ENG', sketch)).toEqual({ met: true, figures: [] });
  });

  it('include trainings that could not be an hour shorter', () => {
    const established = (hours: number): PersonSketch => ({
      segments: [
        ...wholeYears(2023, 2023, { missions: ['A1'] }),
        ...wholeYears(2024, 2024, { missions: ['C1'] }),
        ...wholeYears(2025, 2025, { missions: ['E1'] }),
      ],
      attended: [
        { code: 'T1', on: '2023-09-01', hours: 6 },
        { code: 'T2', on: '2025-10-01', hours },
        { code: 'R1', on: '2024-11-01', kind: 'EV-RENC', proof: 1 },
        { code: 'R2', on: '2025-11-01', kind: 'EV-RENC', proof: 1 },
      ],
      reviews,
    });
    expect(justMet('RUPN-CONF', established(6)).figures).toEqual([
      { kind: 'hours', event: 'T1', hours: 6 },
      { kind: 'hours', event: 'T2', hours: 6 },
    ]);
    expect(justMet('RUPN-CONF', established(7))).toEqual({ met: true, figures: [] });
  });
});
