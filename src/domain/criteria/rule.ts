import type { FamilyCode, MissionCode, Role } from '../engagement/mission.ts';
import type { ContributionKind } from '../records.ts';

/** The years that a leaf looks at: all up to S, or the last n school years (S−n+1 … S). Inside `someYear` and
 *  `someWindow`, a leaf without `years` looks at the bound year or window. */
export type YearRange = 'all' | { readonly last: number };

/** A requirement as data that a program can check (schemas/criteria.schema.json). Every figure in it is a
 *  threshold. */
export type Rule = CompositeRule | PersonRule | TeamRule | DecisionRule;

/** A rule made of other rules. */
export type CompositeRule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly atLeast: number; readonly of: readonly Rule[] }
  /** Met in at least one school year. The rules inside look at that year. */
  | { readonly someYear: Rule }
  /** Met in at least one window of `years` consecutive school years. The rules inside look at that window. */
  | { readonly someWindow: { readonly years: number; readonly rule: Rule } }
  /** The person meets another badge of the same criteria version. */
  | { readonly meets: string };

/** A leaf that looks at a person's facts. */
export type PersonRule =
  | { readonly duration: { readonly atLeast: number } }
  /** Value of the bound year. */
  | { readonly yearValue: { readonly atLeast: number } }
  /** At least one year value above 0 among the last n school years. */
  | { readonly recent: { readonly last: number } }
  /** Distinct families covered in the range. Those of `including`, if any, must be among them. */
  | {
      readonly families: {
        readonly atLeast: number;
        readonly including?: readonly FamilyCode[];
        /** Count only families covered in at least this many distinct years. */
        readonly inYears?: number;
      };
    }
  /** At least this many of these missions, each covered in some year of the range (with the role, if one is
   *  named). */
  | {
      readonly missions: {
        readonly of: readonly MissionCode[];
        readonly atLeast: number;
        readonly role?: Role;
      };
    }
  | { readonly trainingHours: { readonly atLeast: number; readonly years?: YearRange } }
  /** Distinct trainings that carry one of the tags. */
  | {
      readonly trainings: {
        readonly atLeast: number;
        readonly tags?: readonly string[];
        readonly years?: YearRange;
      };
    }
  /** Distinct school years in which the person attended an event of the DANE. */
  | { readonly daneEventYears: { readonly atLeast: number } }
  | { readonly reviewYears: { readonly atLeast: number } }
  | {
      readonly contributions: {
        readonly kinds: readonly ContributionKind[];
        readonly atLeast: number;
        readonly validated?: true;
        readonly linked?: true;
      };
    };

/** A leaf that no record meets, for a person or a school: the office decides, with a reason. */
export type DecisionRule = { readonly decision: true };

/** A leaf that looks at a school's facts. */
export type TeamRule =
  | { readonly members: { readonly atLeast: number } }
  | { readonly teamFamilies: { readonly of: readonly FamilyCode[]; readonly atLeast: number } }
  /** At least one member holds the role; with `exactlyOne`, no two members hold it on the same day. */
  | { readonly teamRole: { readonly role: Role; readonly exactlyOne?: true } }
  /** Every member has a training in the year. */
  | { readonly everyMemberTrained: true }
  | { readonly everyMemberReviewed: true }
  | { readonly schoolMeetings: { readonly atLeast: number } };
