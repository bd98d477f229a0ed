import type { Criteria, Thresholds } from './definition.ts';
import { nestedRules } from './nested-rules.ts';
import type { Rule } from './rule.ts';
import { bindsYears } from './rule-kind.ts';

/** Thresholds that are a single figure. */
export const FIGURE_THRESHOLDS = [
  'fullYearDays',
  'halfYearDays',
  'coveredMissionDays',
  'trainingExpiryYears',
  'trainingProof',
  'daneEventProof',
  'reviewWaivedBefore',
  'selfReportRestYears',
] as const satisfies readonly (keyof Thresholds)[];
export type FigureThreshold = (typeof FIGURE_THRESHOLDS)[number];

/** Names of the numbers of a rule, without those of the rules inside it. */
type NumbersIn<T> = T extends readonly unknown[] | Rule
  ? never
  : T extends object
    ? {
        [Key in keyof T]-?: NonNullable<T[Key]> extends number ? Key : NumbersIn<NonNullable<T[Key]>>;
      }[keyof T]
    : never;
type NumbersOf<R> = R extends Rule
  ? { [Key in keyof R]: R[Key] extends number ? Key : NumbersIn<R[Key]> }[keyof R]
  : never;
/** Name of a figure inside its rule. A new one does not compile until it has words. */
export type RuleFigureName = NumbersOf<Rule>;

/** A figure of the criteria that the workshop can try with another value. */
export interface CriteriaFigure {
  /** The place of the figure in the document: a JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly value: number;
  /** What the figure belongs to: a threshold of all badges, a rule of one badge, or the validity of one badge
   *  in years. */
  readonly of:
    | { readonly kind: 'threshold'; readonly name: FigureThreshold }
    | {
        readonly kind: 'rule';
        readonly achievement: string;
        readonly rule: Rule;
        readonly part: RuleFigureName;
        /** The `someYear` or `someWindow` around the rule, if there is one. */
        readonly within?: Rule;
      }
    | { readonly kind: 'validity'; readonly achievement: string };
}

/** Every figure of a version, in the order of the document. */
export function figuresOf(criteria: Criteria): readonly CriteriaFigure[] {
  const thresholds = FIGURE_THRESHOLDS.map(
    (name): CriteriaFigure => ({
      pointer: `/thresholds/${name}`,
      value: criteria.thresholds[name],
      of: { kind: 'threshold', name },
    }),
  );
  const badges = criteria.achievements.flatMap(({ code, requirements, validityYears }, index) => {
    const at = `/achievements/${index}`;
    const rules = requirements.flatMap(({ rule }, turn) =>
      figuresOfRule(rule, { pointer: `${at}/requirements/${turn}/rule`, achievement: code }),
    );
    if (validityYears === undefined) return rules;
    const of = { kind: 'validity' as const, achievement: code };
    return [...rules, { pointer: `${at}/validityYears`, value: validityYears, of }];
  });
  return [...thresholds, ...badges];
}

interface RuleInBadge {
  readonly pointer: string;
  readonly achievement: string;
  readonly within?: Rule;
}

function figuresOfRule(rule: Rule, place: RuleInBadge): readonly CriteriaFigure[] {
  const { pointer, achievement, within } = place;
  const own = numbersIn(rule, pointer).map(
    ({ pointer: at, value, part }): CriteriaFigure => ({
      pointer: at,
      value,
      of: { kind: 'rule', achievement, rule, part, ...(within && { within }) },
    }),
  );
  const bound = bindsYears(rule) ? rule : within;
  const inner = nestedRules(rule).flatMap((part) =>
    figuresOfRule(part.rule, {
      pointer: pointer + part.pointer,
      achievement,
      ...(bound && { within: bound }),
    }),
  );
  return [...own, ...inner];
}

interface FoundNumber {
  readonly pointer: string;
  readonly value: number;
  readonly part: RuleFigureName;
}

/** The numbers of the rule itself, without those of the rules inside it. */
function numbersIn(rule: Rule, pointer: string): readonly FoundNumber[] {
  const inner = new Set(nestedRules(rule).map((part) => part.rule as unknown));
  const walk = (value: unknown, at: string, part: string): readonly FoundNumber[] => {
    if (inner.has(value)) return [];
    if (typeof value === 'number') return [{ pointer: at, value, part: part as RuleFigureName }];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => walk(child, `${at}/${key}`, key));
  };
  return Object.entries(rule).flatMap(([key, child]) => walk(child, `${pointer}/${key}`, key));
}

/** The same criteria with other values at some pointers. A pointer that names no figure of the criteria is
 *  ignored. */
export function withFigures(criteria: Criteria, figures: Readonly<Record<string, number>>): Criteria {
  const known = new Set(figuresOf(criteria).map(({ pointer }) => pointer));
  const walk = (value: unknown, at: string): unknown => {
    if (known.has(at) && figures[at] !== undefined) return figures[at];
    if (Array.isArray(value)) return value.map((child, index) => walk(child, `${at}/${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, walk(child, `${at}/${key}`)]),
    );
  };
  return walk(criteria, '') as Criteria;
}
