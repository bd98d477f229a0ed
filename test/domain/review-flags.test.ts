import { describe, expect, it } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import { findReviewFlags } from '../../src/domain/award/review-flag.ts';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import { basis, criteria, day, makePerson, type PersonSketch, wholeYears } from './builders.ts';

function reviewFlags(
  code: string,
  sketch: PersonSketch,
  more: Partial<Parameters<typeof findReviewFlags>[0]> = {},
) {
  const record = makePerson(sketch);
  const definition = achievementOf(criteria, code);
  const facts = derivePersonFacts(record, day('2026-06-30'), basis);
  const evaluation = evaluate({ definition, criteria, facts });
  const found = findReviewFlags({
    evaluation,
    definition,
    criteria,
    record,
    basis,
    holders: [],
    isDoubted: false,
    ...more,
  });
  return { met: evaluation.met, found };
}

const engaged = (more: object = {}): PersonSketch => ({
  segments: wholeYears(2025, 2025, { missions: ['A1', 'B1'], ...more }),
  reviews: [{ on: '2026-06-01' }],
});

describe('the reason to look at a proposal', () => {
  it('is absent if everything was confirmed and held', () => {
    expect(reviewFlags('RUPN-ENG', engaged())).toEqual({ met: true, found: [] });
  });

  it('is a year that counts only because its review was waived', () => {
    const waived = { segments: wholeYears(2023, 2023, { missions: ['A1', 'B1'] }) };
    expect(reviewFlags('RUPN-ENG', waived)).toEqual({ met: true, found: [{ kind: 'waived', count: 1 }] });
  });

  it('is not a waived year that the badge does not need', () => {
    const both = {
      segments: wholeYears(2023, 2025, { missions: ['A1', 'B1'] }),
      reviews: [{ on: '2026-06-01' }],
    };
    expect(reviewFlags('RUPN-ENG', both)).toEqual({ met: true, found: [] });
  });

  it('is an engagement that only the DANE confirmed, on documents', () => {
    const found = [{ kind: 'on-documents', count: 1 }];
    expect(reviewFlags('RUPN-ENG', engaged({ confirmation: 'confirmed-by-dane' }))).toEqual({
      met: true,
      found,
    });
  });

  it('is an engagement without a last day that no one confirmed again, where a later year is needed', () => {
    const open = (from: string, confirmedOn?: string): PersonSketch => ({
      segments: [{ from, missions: ['A1', 'B1'], ...(confirmedOn && { confirmedOn }) }],
      reviews: [{ on: '2026-06-01' }],
    });
    // Three months of 2024 are worth nothing: the badge rests on 2025.
    const found = [{ kind: 'not-renewed', count: 1 }];
    expect(reviewFlags('RUPN-ENG', open('2025-06-01'))).toEqual({ met: true, found });
    expect(reviewFlags('RUPN-ENG', open('2025-06-01', '2025-08-31'))).toEqual({ met: true, found });
    expect(reviewFlags('RUPN-ENG', open('2025-06-01', '2025-09-01'))).toEqual({ met: true, found: [] });
    // The year that was confirmed is enough by itself.
    expect(reviewFlags('RUPN-ENG', open('2023-09-01'))).toEqual({ met: true, found: [] });
  });

  it('is a training attended for more hours than the event has, where the badge needs them', () => {
    const learner = (hours: number): PersonSketch => ({
      segments: wholeYears(2025, 2025, { missions: ['E1', 'E3'] }),
      attended: [
        { code: 'PAF-1', on: '2025-10-02', eventHours: 6, hours },
        { code: 'PAF-2', on: '2025-11-06', eventHours: 20, hours: 20 },
        { code: 'RENC', kind: 'EV-RENC', on: '2025-09-10', eventHours: 3, hours: 60 },
      ],
    });
    expect(reviewFlags('RUPN-VEILLE', learner(60))).toEqual({ met: true, found: [] });
    const alone = { ...learner(60), attended: learner(60).attended?.filter(({ code }) => code !== 'PAF-2') };
    const found = [{ kind: 'hours-above', count: 1 }];
    expect(reviewFlags('RUPN-VEILLE', alone as PersonSketch)).toEqual({ met: true, found });
  });

  it('is a doubtful sign-in with the person’s address', () => {
    const found = [{ kind: 'sign-in-doubt' }];
    expect(reviewFlags('RUPN-ENG', engaged(), { isDoubted: true })).toEqual({ met: true, found });
  });

  it('is another person in the same single role on the same days', () => {
    const sketch = engaged({ roles: ['contact-dane'] });
    const [own] = makePerson(sketch).engagements;
    if (!own) throw new Error('nobody is engaged');
    const holder = { ...own, reference: 'OTHER', personId: 'somebody-else' as never };
    const found = [{ kind: 'clash', role: 'contact-dane' }];
    expect(reviewFlags('RUPN-ENG', sketch, { holders: [holder] }).found).toEqual(found);
    expect(reviewFlags('RUPN-ENG', sketch, { holders: [own] }).found).toEqual([]);
  });

  it('is absent for a badge that is not met', () => {
    const none = { segments: wholeYears(2025, 2025, { missions: ['A1'] }) };
    expect(reviewFlags('RUPN-ENG', none, { isDoubted: true })).toEqual({ met: false, found: [] });
  });
});
