import type { CriteriaFigure, FigureThreshold, RuleFigureName } from './figures.ts';
import { traitsOf } from './leaf.ts';
import { type FigureBounds, upTo, YEARS } from './leaf-traits.ts';
import type { Rule } from './rule.ts';

/** Days of the reference window in a leap year. */
const WINDOW_DAYS = 304;
const DAYS: FigureBounds = { min: 1, max: WINDOW_DAYS, step: 1 };
const PROOF: FigureBounds = { min: 0, max: 3, step: 1 };

const OF_THRESHOLDS: Readonly<Record<FigureThreshold, FigureBounds>> = {
  fullYearDays: DAYS,
  halfYearDays: DAYS,
  coveredMissionDays: DAYS,
  trainingExpiryYears: YEARS,
  trainingProof: PROOF,
  daneEventProof: PROOF,
  reviewWaivedBefore: { min: 2000, max: 2100, step: 1 },
  selfReportRestYears: { min: 0, max: 20, step: 1 },
};

/** The values that a figure may take. Where `min` equals `max`, there is no other value to try. */
export function boundsOf({ of }: CriteriaFigure): FigureBounds {
  switch (of.kind) {
    case 'threshold':
      return OF_THRESHOLDS[of.name];
    case 'validity':
      return YEARS;
    case 'rule':
      return ruleFigureBounds(of.part, of.rule);
  }
}

/** The values that a figure of this rule may take. */
export function ruleFigureBounds(part: RuleFigureName, rule: Rule): FigureBounds {
  return BOUNDS_BY_FIGURE[part](rule);
}

const BOUNDS_BY_FIGURE: Readonly<Record<RuleFigureName, (rule: Rule) => FigureBounds>> = {
  atLeast: leastOf,
  last: () => YEARS,
  years: () => YEARS,
  inYears: () => YEARS,
};

/** The bounds of `atLeast` in a leaf or in `{ atLeast, of }`. No other composite rule has this figure. */
function leastOf(rule: Rule): FigureBounds {
  if ('of' in rule) return upTo(rule.of);
  return traitsOf(rule)?.least(rule) ?? YEARS;
}

/** True if the value lies between the bounds and on a step. */
export function isWithinBounds(value: number, { min, max, step }: FigureBounds): boolean {
  return value >= min && value <= max && Number.isInteger((value - min) / step);
}
