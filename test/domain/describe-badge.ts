import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import type { Evaluation } from '../../src/domain/criteria/evaluation.ts';
import { type AttendedSketch, criteria, deriveFrom, type PersonSketch } from './builders.ts';

const ON = '2026-08-31';

export function judge(code: string, sketch: PersonSketch, on = ON): Evaluation {
  return evaluate({ definition: achievementOf(criteria, code), criteria, facts: deriveFrom(sketch, on) });
}

/** Names of the unmet requirements. */
function missing(evaluation: Evaluation): readonly string[] {
  return evaluation.findings.filter(({ met }) => !met).map(({ rule }) => rule);
}

export function training(
  code: string,
  on: string,
  hours: number,
  rest: Partial<AttendedSketch> = {},
): AttendedSketch {
  return { code, on, hours, proof: 2, ...rest };
}

export function meeting(code: string, on: string): AttendedSketch {
  return { code, on, kind: 'EV-RENC', proof: 1 };
}

export interface NearMiss {
  readonly says: string;
  readonly change: (base: PersonSketch) => PersonSketch;
  readonly missing: readonly string[];
  readonly on?: string;
}

/** Judges the badge on facts that are just enough, and on each change that makes them just too little. */
export function describeBadge(code: string, base: PersonSketch, nearMisses: readonly NearMiss[]): void {
  describe(code, () => {
    test('is met by facts that are just enough', () => {
      expect(missing(judge(code, base))).toEqual([]);
      expect(judge(code, base).met).toBe(true);
    });
    test.each(nearMisses)('is missed by $says', ({ change, missing: expected, on }) => {
      const evaluation = judge(code, change(base), on);
      expect(missing(evaluation)).toEqual(expected);
      expect(evaluation.met).toBe(false);
    });
  });
}
