import type { MissionCode } from '../engagement/mission.ts';
import type { Facts } from '../facts/types.ts';
import type { Criteria } from './definition.ts';
import type { Rule } from './rule.ts';
import type { LeafKind, RuleOf } from './rule-kind.ts';
import type { JudgeLeaf } from './rule-scope.ts';

/** The values that a figure may take: from `min` to `max`, both included, by `step` from `min`. */
export interface FigureBounds {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The unit of the figure that a leaf compares. */
export type LeafUnit =
  | 'years'
  | 'halfYears'
  | 'hours'
  | 'trainings'
  | 'families'
  | 'missions'
  | 'contributions'
  | 'members'
  | 'roles'
  | 'meetings'
  | 'decisions';

/** A way of counting that a leaf relies on, and that the words of a badge explain. */
export type CountingRule =
  | 'year'
  | 'mission'
  | 'authorisation'
  | 'training'
  | 'training-hours'
  | 'review'
  | 'decision';

/** A kind of record that a requirement counts, and that someone enters somewhere. */
export const RECORD_KINDS = [
  'engagement',
  'training',
  'dane-event',
  'review',
  'contribution',
  'meeting',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A description of a leaf, without its judgment and its words. */
export interface LeafTraits<R = Rule> {
  /** The kind of recipient whose facts it looks at; undefined if it looks at those of any. */
  readonly recipient: Facts['kind'] | undefined;
  readonly counts: LeafUnit;
  /** How the explanation presents the facts that were counted: by name only, or with these figures. */
  readonly tells: 'names' | 'days' | 'hours' | 'members' | 'trained-members' | 'reviewed-members';
  readonly explainedBy: readonly CountingRule[];
  /** Absent if it counts no record. */
  readonly records?: RecordKind;
  /** The values that its `atLeast` may take. */
  readonly least: (rule: R) => FigureBounds;
  /** The missions that it names. */
  readonly missions: (rule: R) => readonly MissionCode[];
  /** False if its figures ask for more than exists. */
  readonly canBeMet: (rule: R) => boolean;
}

/** A leaf that looks at the facts of one kind of recipient: its description and its judgment. */
export interface LeafRule<R, F extends Facts> extends LeafTraits<R> {
  readonly recipient: Facts extends F ? undefined : F['kind'];
  /** Whether the facts hold any record that it could count, in whatever year. */
  readonly isOnRecord: (rule: R, facts: F) => boolean;
  /** Compiles it into a count over the facts. */
  readonly judge: (rule: R, criteria: Criteria) => JudgeLeaf<F>;
}

/** One line for each of these kinds. A new leaf does not compile without its line. */
export type LeafTable<Kinds extends LeafKind, F extends Facts> = {
  readonly [Kind in Kinds]: LeafRule<RuleOf<Kind>, F>;
};

export const YEARS: FigureBounds = { min: 1, max: 20, step: 1 };
export const HALF_YEARS: FigureBounds = { min: 0.5, max: 20, step: 0.5 };
export const ONE_YEAR: FigureBounds = { min: 0.5, max: 1, step: 0.5 };
export const HOURS: FigureBounds = { min: 0.5, max: 500, step: 0.5 };
export const FAMILIES: FigureBounds = { min: 1, max: 26, step: 1 };
export const PIECES: FigureBounds = { min: 1, max: 100, step: 1 };

/** From 1 to the number of choices. */
export function upTo(choices: readonly unknown[]): FigureBounds {
  return { min: 1, max: choices.length, step: 1 };
}

/** Traits of a leaf that names no mission and whose figures can always be met. */
export const PLAIN = { missions: () => [], canBeMet: () => true };
export const ON_PERSON = { ...PLAIN, recipient: 'person', tells: 'names' } as const;
export const ON_SCHOOL = { ...PLAIN, recipient: 'establishment', tells: 'names' } as const;
