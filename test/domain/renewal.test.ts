import { describe, expect, it } from 'vitest';
import { isToRenew, withoutUnrenewed } from '../../src/domain/engagement/renewal.ts';
import type { Engagement } from '../../src/domain/records.ts';
import { type EngagementSketch, makePerson } from './builders.ts';

function segment(sketch: EngagementSketch): Engagement {
  const [made] = makePerson({ segments: [sketch] }).engagements;
  if (!made) throw new Error('no segment');
  return made;
}

describe('an engagement without a last day', () => {
  const open = segment({ from: '2024-11-05', confirmedOn: '2025-03-01' });

  it('is to be renewed from the September after its last confirmation', () => {
    expect([2024, 2025, 2026].map((year) => isToRenew(open, year))).toEqual([false, true, true]);
  });

  it('is renewed by a confirmation from 1 September on', () => {
    const isToRenewIfConfirmed = (confirmedOn: string) =>
      isToRenew(segment({ from: '2024-11-05', confirmedOn }), 2026);
    expect(isToRenewIfConfirmed('2026-08-31')).toBe(true);
    expect(isToRenewIfConfirmed('2026-09-01')).toBe(false);
  });

  it('counts from its own first year where the confirmation has no day, or an earlier one', () => {
    for (const sketch of [{ from: '2025-09-01' }, { from: '2025-09-01', confirmedOn: '2025-06-20' }]) {
      expect([2025, 2026].map((year) => isToRenew(segment(sketch), year))).toEqual([false, true]);
    }
  });

  it.each([
    { from: '2024-09-01', to: '2027-06-30' },
    { from: '2024-09-01', confirmation: 'requested' as const },
    { from: '2024-09-01', confirmation: 'contested' as const },
  ])('is the only kind that is ever to be renewed: not %o', (sketch) => {
    expect(isToRenew(segment(sketch), 2026)).toBe(false);
    expect(withoutUnrenewed([segment(sketch)])).toEqual([segment(sketch)]);
  });

  it('loses the years that no one confirmed again', () => {
    expect(withoutUnrenewed([open])).toEqual([{ ...open, period: { from: '2024-11-05', to: '2025-08-31' } }]);
  });
});
