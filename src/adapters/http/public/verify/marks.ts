import type { StepResult, Verdict } from '#open-badges/verification';

/** The look of each verdict. Its colour only repeats its shape and its words. */
const VERDICT_MARKS: Readonly<Record<Verdict, MarkStyle>> = {
  valid: { tone: 'good', shape: 'tick' },
  'valid-older': { tone: 'good', shape: 'tick' },
  partial: { tone: 'open', shape: 'question' },
  departs: { tone: 'open', shape: 'question' },
  expired: { tone: 'past', shape: 'clock' },
  'not-yet-valid': { tone: 'past', shape: 'clock' },
  suspended: { tone: 'past', shape: 'pause' },
  revoked: { tone: 'bad', shape: 'bar' },
  'signature-not-valid': { tone: 'bad', shape: 'cross' },
  'not-confirmed': { tone: 'bad', shape: 'cross' },
  'status-unreachable': { tone: 'open', shape: 'question' },
  'inner-not-valid': { tone: 'open', shape: 'question' },
  'endorsement-not-valid': { tone: 'open', shape: 'question' },
  'not-verifiable': { tone: 'open', shape: 'question' },
};

/** The look of a verdict. A document without a signature is as bad as one with a false signature. */
export function verdictMark({ verdict, isUnsigned }: { verdict: Verdict; isUnsigned?: boolean }): MarkStyle {
  return VERDICT_MARKS[isUnsigned ? 'signature-not-valid' : verdict];
}

export const STEP_MARKS: Readonly<Record<StepResult, MarkStyle>> = {
  passed: { tone: 'good', shape: 'tick' },
  failed: { tone: 'bad', shape: 'cross' },
  'not-checked': { tone: 'open', shape: 'dash' },
};

type Shape = 'tick' | 'clock' | 'pause' | 'bar' | 'cross' | 'question' | 'dash';

interface MarkStyle {
  readonly tone: string;
  readonly shape: Shape;
}

export type MarkShape = Pick<MarkStyle, 'shape'>;

const CIRCLE = 'M31 16a15 15 0 1 1-30 0 15 15 0 0 1 30 0Z';
const OCTAGON = 'M10 2h12l8 8v12l-8 8H10l-8-8V10Z';
const DIAMOND = 'M16 1 31 16 16 31 1 16Z';

/** The two paths of a mark, in a square of 32. Circle: valid; octagon: not valid; diamond: not known; clock: a
 *  matter of time. */
export function markOf({ shape }: MarkShape): { readonly ground: string; readonly sign: string } {
  return { ground: groundOf(shape), sign: SIGNS[shape] };
}

function groundOf(shape: Shape): string {
  if (shape === 'bar' || shape === 'cross') return OCTAGON;
  return shape === 'question' || shape === 'dash' ? DIAMOND : CIRCLE;
}

const SIGNS: Readonly<Record<Shape, string>> = {
  tick: 'm9 16.5 5 5 9.5-10.5',
  clock: 'M16 8v8.5l5.5 3.5',
  pause: 'M12.5 10v12M19.5 10v12',
  bar: 'M8.5 16h15',
  cross: 'm10.5 10.5 11 11m0-11-11 11',
  question: 'M12.5 13a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1.2-1.5 2.6m0 3.4v.3',
  dash: 'M11 16h10',
};
