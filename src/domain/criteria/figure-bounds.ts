import type { CriteriaFigure, FigureThreshold } from './criteria-figures.ts';
import type { Rule } from './rule.ts';

/** What a figure may be: from … to, both included, in steps from the first. */
export interface FigureBounds {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Days of the reference window, with a 29 February. */
const WINDOW_DAYS = 304;
const YEARS: FigureBounds = { min: 1, max: 20, step: 1 };
const DAYS: FigureBounds = { min: 1, max: WINDOW_DAYS, step: 1 };
const PROOF: FigureBounds = { min: 0, max: 3, step: 1 };
const HALF_YEARS: FigureBounds = { min: 0.5, max: 20, step: 0.5 };
const HOURS: FigureBounds = { min: 0.5, max: 500, step: 0.5 };
const FAMILIES = 5;

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

/** What makes sense for a figure; where `min` and `max` are the same there is nothing to try. */
export function boundsOf({ of }: CriteriaFigure): FigureBounds {
  switch (of.kind) {
    case 'threshold':
      return OF_THRESHOLDS[of.name];
    case 'validity':
      return YEARS;
    case 'rule':
      return of.part === 'atLeast' ? leastOf(of.rule) : YEARS;
  }
}

function leastOf(rule: Rule): FigureBounds {
  if ('duration' in rule) return HALF_YEARS;
  if ('yearValue' in rule) return { min: 0.5, max: 1, step: 0.5 };
  if ('trainingHours' in rule) return HOURS;
  if ('families' in rule) return { min: 1, max: FAMILIES, step: 1 };
  if ('missions' in rule) return { min: 1, max: rule.missions.of.length, step: 1 };
  if ('teamFamilies' in rule) return { min: 1, max: rule.teamFamilies.of.length, step: 1 };
  if ('of' in rule) return { min: 1, max: rule.of.length, step: 1 };
  if ('daneEventYears' in rule || 'reviewYears' in rule) return YEARS;
  return { min: 1, max: 100, step: 1 };
}

/** True where the value lies within, on a step. */
export function isWithinBounds(value: number, { min, max, step }: FigureBounds): boolean {
  return value >= min && value <= max && Number.isInteger((value - min) / step);
}
