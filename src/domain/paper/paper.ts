import type { Means } from '../engagement/means.ts';
import type { MissionShare } from '../engagement/mission-split.ts';
import type { WrittenReview } from '../engagement/planned-review.ts';
import type { PersonId } from '../ids.ts';
import type { Authorisation, Engagement, Person, PersonRecord } from '../records.ts';
import { lastDayOf, type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import { type Instant, type LocalDate, localDateInParis } from '../time/time.ts';
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

/** Somebody of the school, and what the paper says of their record. No address, and no colleague. */
export interface PaperMember {
  readonly person: Pick<Person, 'id' | 'givenName' | 'familyName'>;
  readonly record: PersonRecord;
  /** Of the trainings of the record that count by the criteria in force. */
  readonly trainingHours: number;
  readonly means: readonly Means[];
  readonly plannedOn?: LocalDate;
  /** How the missions are split among the whole team. Absent from papers of the first form. */
  readonly shares?: readonly MissionShare[];
  /** School years recognised by the paper's day, at that school and in all. Absent from papers of the first form. */
  readonly recognised?: { readonly here: number; readonly inAll: number };
}

/** Somebody whose engagement of the year only waits to be confirmed: named once in the school's file. */
export interface PaperRequest {
  readonly person: PaperMember['person'];
  readonly engagements: readonly Engagement[];
}

/** What a paper is drawn from, as it stood when it was made. */
export interface PaperFacts {
  /** Absent: the first form, which held one school year of each person and nothing of the team. */
  readonly form?: 2;
  readonly establishment: { readonly uai: Uai; readonly name: string; readonly commune: string };
  /** Who made it: the head of the school. */
  readonly principal: string;
  /** By family name. */
  readonly members: readonly PaperMember[];
  /** Of the school's file. Absent from papers of the first form. */
  readonly requests?: readonly PaperRequest[];
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

/** The day up to which a paper takes facts: the day it was made, or the last of a school year that was over by then. */
export function factsDayOf({ madeAt, schoolYear }: Pick<Paper, 'madeAt' | 'schoolYear'>): LocalDate {
  const madeOn = localDateInParis(madeAt);
  return schoolYearOf(madeOn) > schoolYear ? lastDayOf(schoolYear) : madeOn;
}

/** What is written about papers. */
export type PaperChange = { readonly kind: 'paper-made'; readonly paper: Paper };
