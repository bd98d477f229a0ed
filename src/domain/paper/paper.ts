import type { Means } from '../engagement/means.ts';
import type { MissionCode } from '../engagement/mission.ts';
import type { WrittenReview } from '../engagement/planned-review.ts';
import type { PersonId } from '../ids.ts';
import type { Authorisation, Person, PersonRecord } from '../records.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Instant, LocalDate } from '../time/time.ts';
import type { Uai } from '../uai.ts';

/** Papers that a principal prints: of one person, or the IMP file of the whole school. */
export const PERSON_PAPERS = ['statement', 'mission-letter', 'review-record'] as const;
export const PAPER_KINDS = [...PERSON_PAPERS, 'imp-file'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** 22 base64url characters: the last part of the address that confirms a paper. */
export type PaperId = string & { readonly __brand: 'PaperId' };

/** The id, or undefined where the text has not the shape of one. */
export function parsePaperId(text: string): PaperId | undefined {
  return /^[A-Za-z0-9_-]{22}$/.test(text) ? (text as PaperId) : undefined;
}

/** Somebody of the school, and their record cut to that school and year. No address. */
export interface PaperMember {
  readonly person: Pick<Person, 'id' | 'givenName' | 'familyName'>;
  readonly record: PersonRecord;
  /** Of the trainings of that year that count by the criteria in force. */
  readonly trainingHours: number;
  readonly means: readonly Means[];
  readonly plannedOn?: LocalDate;
}

/** What a paper is drawn from, as it stood when it was made. */
export interface PaperFacts {
  readonly establishment: { readonly uai: Uai; readonly name: string; readonly commune: string };
  /** Who made it: the head of the school. */
  readonly principal: string;
  readonly members: readonly PaperMember[];
  readonly authorisations: readonly Authorisation[];
  /** Of a review record. */
  readonly review?: WrittenReview;
}

export interface Paper {
  readonly id: PaperId;
  readonly kind: PaperKind;
  /** None for the school's own. */
  readonly personId?: PersonId;
  readonly uai: Uai;
  readonly schoolYear: SchoolYear;
  readonly facts: PaperFacts;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
}

/** What a person's paper says and its page confirms; nothing else of the facts is shown there. */
export interface PersonPaperSummary {
  readonly kind: 'person';
  readonly name: string;
  readonly establishment: string;
  readonly segments: readonly {
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly missions: readonly MissionCode[];
  }[];
  readonly trainingHours: number;
  readonly reviews: readonly LocalDate[];
}

/** Counts only: a school's paper names nobody in public. */
export interface SchoolPaperSummary {
  readonly kind: 'school';
  readonly establishment: string;
  readonly people: number;
  readonly missions: number;
  readonly trainingHours: number;
  readonly reviews: number;
}

export type PaperSummary = PersonPaperSummary | SchoolPaperSummary;
