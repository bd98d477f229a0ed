import type { MeansKind } from '../../features/means/feature.ts';
import { actionsDuring, authorisedActions } from '../engagement/authorised-actions.ts';
import { type EngagementSummary, summariseEngagement } from '../engagement/fields.ts';
import type { FamilyCode } from '../engagement/mission.ts';
import type { MissionShare } from '../engagement/mission-split.ts';
import { fullName } from '../person/name.ts';
import { type Authorisation, type Engagement, isCountable } from '../records.ts';
import type { ReviewNotes } from '../review/notes.ts';
import { compact } from '../text/omit-undefined.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { Paper, PaperMember } from './types.ts';

/** The part of a statement that its public page repeats. */
export interface StatementSummary {
  readonly kind: 'statement';
  readonly name: string;
  readonly segments: readonly EngagementSummary[];
  readonly shares?: readonly MissionShare[];
  readonly recognised?: NonNullable<PaperMember['recognised']>;
  readonly trainingHours: number;
  readonly hours?: NonNullable<PaperMember['hours']>;
  readonly reviews: readonly LocalDate[];
  readonly contributions: number;
  /** Number of projects; absent from papers of earlier forms. */
  readonly projects?: number;
}

/** The part of a mission letter that its public page repeats. */
export interface LetterSummary {
  readonly kind: 'mission-letter';
  readonly name: string;
  readonly segments: readonly EngagementSummary[];
  readonly shares?: readonly MissionShare[];
  readonly authorised: readonly Pick<Authorisation, 'mission' | 'period'>[];
  readonly means: readonly MeansKind[];
  readonly plannedOn?: LocalDate;
}

/** The headings of a review record that hold a text, without the texts. */
export interface ReviewRecordSummary {
  readonly kind: 'review-record';
  readonly name: string;
  readonly heldOn?: LocalDate;
  readonly families: readonly FamilyCode[];
  readonly noted: readonly NotedHeading[];
}

/** The headings of review notes, except those for each family. */
export type NotedHeading = Exclude<keyof ReviewNotes, 'doneByFamily'>;

/** People of a school's paper, by their initials only. */
export interface SchoolFileSummary {
  readonly kind: 'imp-file';
  readonly people: readonly {
    readonly initials: string;
    readonly segments: readonly EngagementSummary[];
    readonly trainingHours: number;
    readonly hours?: NonNullable<PaperMember['hours']>;
    readonly reviews: readonly LocalDate[];
  }[];
  /** Number of people whose engagement still waits to be confirmed. */
  readonly requests: number;
}

export type PaperSummary = StatementSummary | LetterSummary | ReviewRecordSummary | SchoolFileSummary;

/** The part of a paper that its public page repeats, so that a reader can compare. It never says more than
 *  the paper. */
export function summarisePaper({ kind, facts }: Pick<Paper, 'kind' | 'facts'>): PaperSummary {
  if (kind === 'imp-file') return summariseSchoolFile(facts);
  const [member] = facts.members;
  if (!member) throw new Error('a paper without anyone in it');
  switch (kind) {
    case 'statement':
      return summariseStatement(member);
    case 'mission-letter':
      return summariseLetter(member, facts);
    case 'review-record':
      return summariseReviewRecord(member, facts);
  }
}

/** The engagements of a mission letter. A letter of the first form has only the last engagement of its year. */
export function letterEngagements({ record }: PaperMember, { form }: Paper['facts']): readonly Engagement[] {
  return form !== undefined ? record.engagements : record.engagements.slice(-1);
}

function summariseStatement(member: PaperMember): StatementSummary {
  const { record, shares, recognised, trainingHours, hours, projects } = member;
  return compact({
    kind: 'statement',
    name: fullName(member.person),
    segments: countable(record.engagements).map(summariseEngagement),
    shares,
    recognised,
    trainingHours,
    hours,
    reviews: record.reviews.map(({ on }) => on).toSorted(),
    contributions: record.contributions.length,
    projects: projects?.length,
  });
}

function summariseLetter(member: PaperMember, facts: Paper['facts']): LetterSummary {
  const segments = letterEngagements(member, facts);
  const { shares, plannedOn, means } = member;
  const actions = facts.procedures ? actionsDuring : authorisedActions;
  return compact({
    kind: 'mission-letter',
    name: fullName(member.person),
    segments: segments.map(summariseEngagement),
    shares,
    authorised: actions(segments, facts.authorisations).map(({ mission, period }) => ({
      mission,
      period,
    })),
    means: means.map(({ kind }) => kind),
    plannedOn,
  });
}

function summariseReviewRecord({ person }: PaperMember, { review }: Paper['facts']): ReviewRecordSummary {
  const { doneByFamily = {}, ...texts } = review?.notes ?? {};
  const isNoted = ([, text]: readonly [string, string]) => text.trim() !== '';
  return compact({
    kind: 'review-record',
    name: fullName(person),
    heldOn: review?.on,
    families: (Object.entries(doneByFamily) as [FamilyCode, string][]).filter(isNoted).map(([code]) => code),
    noted: (Object.entries(texts) as [NotedHeading, string][]).filter(isNoted).map(([key]) => key),
  });
}

function summariseSchoolFile({ members, requests = [] }: Paper['facts']): SchoolFileSummary {
  const people = members.map(({ person, record, trainingHours, hours }) => ({
    initials: initialsOf(person),
    segments: countable(record.engagements).map(summariseEngagement),
    trainingHours,
    ...(hours && { hours }),
    reviews: record.reviews.map(({ on }) => on).toSorted(),
  }));
  const confirmed = people.filter(({ segments }) => segments.length > 0);
  return {
    kind: 'imp-file',
    people: confirmed,
    requests: requests.length + people.length - confirmed.length,
  };
}

function countable(engagements: readonly Engagement[]): readonly Engagement[] {
  return engagements
    .filter(({ confirmation }) => isCountable(confirmation))
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

/** `M.-A. D.`: the first letter of each given name and of the family name. */
function initialsOf({ givenName, familyName }: PaperMember['person']): string {
  const given = givenName
    .split('-')
    .map((part) => `${[...part.trim()][0] ?? ''}.`)
    .join('-');
  return `${given} ${[...familyName.trim()][0] ?? ''}.`.trim();
}
