import type { Means } from '../../features/means/feature.ts';
import type { SchoolProject } from '../../features/school-projects/feature.ts';
import type { FormChoice } from '../award/types.ts';
import type { AuthorisationKey } from '../engagement/authorisation-key.ts';
import type { MissionShare } from '../engagement/mission-split.ts';
import type { PersonId } from '../ids.ts';
import type { Authorisation, Engagement, Person, PersonRecord } from '../records.ts';
import type { WrittenReview } from '../review/planned.ts';
import { type Instant, type LocalDate, localDateInParis } from '../time/calendar.ts';
import { lastDayOf, type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';

/** Papers about one person. The IMP file is about the whole school. */
export const PERSON_PAPERS = ['statement', 'mission-letter', 'review-record'] as const;
/** The papers that can be made for everybody at once. */
export const PAPERS_TOGETHER = ['mission-letter', 'statement'] as const;
export type PaperTogether = (typeof PAPERS_TOGETHER)[number];
/** The most papers in one document. */
export const MOST_TOGETHER = 100;
export const PAPER_KINDS = [...PERSON_PAPERS, 'imp-file'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** 22 base64url characters: the last part of the address of the paper's public page. */
export type PaperId = string & { readonly __brand: 'PaperId' };

/** The id, or undefined if the text does not have its shape. */
export function parsePaperId(text: string): PaperId | undefined {
  return /^[A-Za-z0-9_-]{22}$/.test(text) ? (text as PaperId) : undefined;
}

/** A person of the school and their record as printed, without addresses and without colleagues. */
export interface PaperMember {
  readonly person: Pick<Person, 'id' | 'givenName' | 'familyName'>;
  readonly record: PersonRecord;
  /** Hours of the trainings in the record that count by the criteria in force. */
  readonly trainingHours: number;
  readonly means: readonly Means[];
  readonly plannedOn?: LocalDate;
  /** How the whole team shares the missions. Papers of the first form do not have it. */
  readonly shares?: readonly MissionShare[];
  /** School years recognised up to the paper's day, at that school and in all schools. Papers of the first
   *  form do not have it. */
  readonly recognised?: { readonly here: number; readonly inAll: number };
  /** Attested hours of training in the paper's school year, and the hours that still count on the paper's
   *  day, from trainings anywhere. Present from the third form on. */
  readonly hours?: { readonly ofYear: number; readonly counted: number };
  /** The grammatical form that the person chose for their badges. Absent if they chose none. */
  readonly titleForm?: FormChoice;
  /** Present from the third form on, the newest first. */
  readonly projects?: readonly PaperProject[];
}

/** A project of the school to which the person is associated, as printed. */
export type PaperProject = Pick<SchoolProject, 'title' | 'description' | 'url' | 'period'>;

/** The procedure sheet of an authorised action: an address, or the id of a file kept here. */
export type PaperProcedure = { readonly action: AuthorisationKey } & (
  | { readonly url: string }
  | { readonly id: string }
);

/** A person whose engagement of the year still waits to be confirmed. The school's file names them once. */
export interface PaperRequest {
  readonly person: PaperMember['person'];
  readonly engagements: readonly Engagement[];
}

/** The facts from which a paper is drawn, frozen when it was made. */
export interface PaperFacts {
  /** Absent in the first form, which held one school year of each person and no facts on the team. The third
   *  form adds hours, projects and procedure sheets, and its letters list all authorised actions of the
   *  school, not only those of the person. */
  readonly form?: 2 | 3;
  readonly establishment: { readonly uai: Uai; readonly name: string; readonly commune: string };
  /** Name of the head of the school who made it. */
  readonly principal: string;
  /** Sorted by family name. */
  readonly members: readonly PaperMember[];
  /** Present in a school's file of the second form. */
  readonly requests?: readonly PaperRequest[];
  readonly authorisations: readonly Authorisation[];
  /** Present in a mission letter of the third form. */
  readonly procedures?: readonly PaperProcedure[];
  /** What the office's settings were on that day, where the paper prints them. Absent from older papers, which print
   *  today's. */
  readonly settings?: PaperSettings;
  /** Present in a review record. */
  readonly review?: WrittenReview;
}

/** Settings of the office that a paper prints. */
export interface PaperSettings {
  readonly issuerName: string;
  readonly office: string;
  readonly email: string;
  /** The addresses of the office's news, by kind. */
  readonly news: Readonly<Record<string, string>>;
}

/** A printed paper, with the facts that it states. */
export interface Paper {
  readonly id: PaperId;
  readonly kind: PaperKind;
  /** Absent from a paper about the whole school. */
  readonly personId?: PersonId;
  readonly uai: Uai;
  readonly schoolYear: SchoolYear;
  readonly facts: PaperFacts;
  /** `sha256$` + hex of the canonical JSON of the facts. Absent from papers of earlier versions. */
  readonly factsDigest?: string;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
}

/** The last day of the facts of a paper: the day on which it was made, or the last day of its school year if
 *  that came earlier. */
export function factsDayOf({ madeAt, schoolYear }: Pick<Paper, 'madeAt' | 'schoolYear'>): LocalDate {
  const madeOn = localDateInParis(madeAt);
  return schoolYearOf(madeOn) > schoolYear ? lastDayOf(schoolYear) : madeOn;
}

/** Made a second time on the same day, the same facts are the same paper: no other has this key. Undefined for papers
 *  of earlier versions. */
export function paperKey(
  paper: Pick<Paper, 'kind' | 'personId' | 'uai' | 'schoolYear' | 'factsDigest' | 'madeAt'>,
): string | undefined {
  const { kind, personId, uai, schoolYear, factsDigest, madeAt } = paper;
  if (factsDigest === undefined) return undefined;
  return [uai, kind, schoolYear, personId ?? '-', localDateInParis(madeAt), factsDigest].join(' ');
}

export type PaperChange = { readonly kind: 'paper-made'; readonly paper: Paper };
