import type { MissionCode } from '../engagement/mission.ts';
import type { Rule } from './rule.ts';
import { type LeafKind, leafKind, type RuleOf } from './rule-kind.ts';

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
  | 'meetings';

/** A way of counting that a leaf relies on, and that the words of a badge explain. */
export type CountingRule = 'year' | 'mission' | 'authorisation' | 'training' | 'training-hours' | 'review';

/** Everything about a leaf except how it is judged and how it is worded. */
export interface LeafTraits<R = Rule> {
  /** The kind of recipient whose facts it looks at. */
  readonly recipient: 'person' | 'establishment';
  readonly counts: LeafUnit;
  /** How the explanation presents the facts that were counted: by name only, or with these figures. */
  readonly tells: 'names' | 'days' | 'hours' | 'members' | 'trained-members' | 'reviewed-members';
  readonly explainedBy: readonly CountingRule[];
  /** The values that its `atLeast` may take. */
  readonly least: (rule: R) => FigureBounds;
  /** The missions that it names. */
  readonly missions: (rule: R) => readonly MissionCode[];
  /** False where its figures ask for more than exists. */
  readonly canBeMet: (rule: R) => boolean;
}

/** Bounds of a number of school years. */
export const YEARS: FigureBounds = { min: 1, max: 20, step: 1 };
const HALF_YEARS: FigureBounds = { min: 0.5, max: 20, step: 0.5 };
const ONE_YEAR: FigureBounds = { min: 0.5, max: 1, step: 0.5 };
const HOURS: FigureBounds = { min: 0.5, max: 500, step: 0.5 };
const FAMILIES: FigureBounds = { min: 1, max: 5, step: 1 };
const PIECES: FigureBounds = { min: 1, max: 100, step: 1 };

/** From 1 to the number of choices. */
export function upTo(choices: readonly unknown[]): FigureBounds {
  return { min: 1, max: choices.length, step: 1 };
}

/** Traits of a leaf that names no mission and whose figures can always be met. */
const PLAIN = { missions: () => [], canBeMet: () => true };
const ON_PERSON = { ...PLAIN, recipient: 'person', tells: 'names' } as const;
const ON_SCHOOL = { ...PLAIN, recipient: 'establishment', tells: 'names' } as const;

/** Describes every leaf once. A new leaf does not compile without its line. */
const LEAVES = {
  duration: { ...ON_PERSON, counts: 'years', tells: 'days', explainedBy: ['year'], least: () => HALF_YEARS },
  yearValue: { ...ON_PERSON, counts: 'years', tells: 'days', explainedBy: ['year'], least: () => ONE_YEAR },
  recent: { ...ON_PERSON, counts: 'halfYears', tells: 'days', explainedBy: ['year'], least: () => PIECES },
  families: {
    ...ON_PERSON,
    counts: 'families',
    explainedBy: ['mission', 'authorisation'],
    least: () => FAMILIES,
    canBeMet: ({ families }) => (families.including ?? []).length <= families.atLeast,
  },
  missions: {
    ...ON_PERSON,
    counts: 'missions',
    explainedBy: ['mission'],
    least: ({ missions }) => upTo(missions.of),
    missions: ({ missions }) => missions.of,
    canBeMet: ({ missions }) => missions.atLeast <= missions.of.length,
  },
  trainingHours: {
    ...ON_PERSON,
    counts: 'hours',
    tells: 'hours',
    explainedBy: ['training', 'training-hours'],
    least: () => HOURS,
  },
  trainings: { ...ON_PERSON, counts: 'trainings', explainedBy: ['training'], least: () => PIECES },
  daneEventYears: { ...ON_PERSON, counts: 'years', explainedBy: [], least: () => YEARS },
  reviewYears: { ...ON_PERSON, counts: 'years', explainedBy: ['review'], least: () => YEARS },
  contributions: { ...ON_PERSON, counts: 'contributions', explainedBy: [], least: () => PIECES },
  members: { ...ON_SCHOOL, counts: 'members', tells: 'members', explainedBy: [], least: () => PIECES },
  teamFamilies: {
    ...ON_SCHOOL,
    counts: 'families',
    explainedBy: ['mission', 'authorisation'],
    least: ({ teamFamilies }) => upTo(teamFamilies.of),
    canBeMet: ({ teamFamilies }) => teamFamilies.atLeast <= teamFamilies.of.length,
  },
  teamRole: { ...ON_SCHOOL, counts: 'roles', explainedBy: [], least: () => PIECES },
  everyMemberTrained: {
    ...ON_SCHOOL,
    counts: 'members',
    tells: 'trained-members',
    explainedBy: ['training'],
    least: () => PIECES,
  },
  everyMemberReviewed: {
    ...ON_SCHOOL,
    counts: 'members',
    tells: 'reviewed-members',
    explainedBy: ['review'],
    least: () => PIECES,
  },
  schoolMeetings: { ...ON_SCHOOL, counts: 'meetings', explainedBy: [], least: () => PIECES },
} as const satisfies { readonly [Kind in LeafKind]: LeafTraits<RuleOf<Kind>> };

type KindsOn<Recipient> = {
  [Kind in LeafKind]: (typeof LEAVES)[Kind]['recipient'] extends Recipient ? Kind : never;
}[LeafKind];
/** Leaves that look at a person's facts. */
export type PersonKind = KindsOn<'person'>;
/** Leaves that look at a school's facts. */
export type TeamKind = KindsOn<'establishment'>;

/** The traits of a leaf; undefined for a composite rule, which is described by its parts. */
export function traitsOf(rule: Rule): LeafTraits | undefined {
  const kind = leafKind(rule);
  // The table pairs each kind with its own rule type, which an indexed look-up cannot express.
  return kind && (LEAVES[kind] as LeafTraits<never> as LeafTraits);
}
