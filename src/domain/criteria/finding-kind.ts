import type { Facts, PersonFacts, TeamFacts } from '../facts/facts.ts';
import type { Finding } from './evaluation.ts';
import type { PersonKind, TeamKind } from './leaf-traits.ts';
import type { Rule } from './rule.ts';
import { dispatchLeaf, isComposite, type LeafHandlers, type LeafKind, leafKind } from './rule-kind.ts';
import { flattenRule } from './rule-parts.ts';

/** The kinds of record that requirements count and that somebody has to enter. */
export const RECORD_KINDS = [
  'engagement',
  'training',
  'dane-event',
  'review',
  'contribution',
  'meeting',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Whether a requirement is met. If it is not, `not-enough` means that some records exist,
 *  `nothing-on-record` that none do. */
export const FINDING_KINDS = ['met', 'not-enough', 'nothing-on-record'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The kind of a finding that was judged on these facts. A composite requirement has nothing on record only
 *  where none of its parts has. */
export function findingKind(finding: Finding, facts: Facts): FindingKind {
  if (finding.met) return 'met';
  return hasRecord(finding, facts) ? 'not-enough' : 'nothing-on-record';
}

/** The kinds of record that a requirement counts, each once. */
export function recordsOf({ requirement, parts }: Finding): readonly RecordKind[] {
  const rules = [requirement, ...parts.map((part) => part.requirement)].flatMap(flattenRule);
  const found = new Set(rules.flatMap((rule) => RECORDS[leafKind(rule) as LeafKind] ?? []));
  return RECORD_KINDS.filter((kind) => found.has(kind));
}

function hasRecord({ parts, requirement }: Finding, facts: Facts): boolean {
  if (parts.length > 0 || isComposite(requirement)) return parts.some((part) => hasRecord(part, facts));
  return facts.kind === 'person'
    ? dispatchLeaf(OF_PERSON, requirement, facts)
    : dispatchLeaf(OF_TEAM, requirement, facts);
}

const RECORDS: Readonly<Record<LeafKind, RecordKind>> = {
  duration: 'engagement',
  yearValue: 'engagement',
  recent: 'engagement',
  families: 'engagement',
  missions: 'engagement',
  trainingHours: 'training',
  trainings: 'training',
  daneEventYears: 'dane-event',
  reviewYears: 'review',
  contributions: 'contribution',
  members: 'engagement',
  teamFamilies: 'engagement',
  teamRole: 'engagement',
  everyMemberTrained: 'training',
  everyMemberReviewed: 'review',
  schoolMeetings: 'meeting',
};

type IsThere<F> = (rule: Rule, facts: F) => boolean;

/** Whether the person was engaged on a day that counts. */
const isEngaged: IsThere<PersonFacts> = (_, { years }) =>
  years.some(({ days, underway }) => days > 0 || underway);
const hasMembers: IsThere<TeamFacts> = (_, { members }) => members.length > 0;

/** Whether the facts of a person hold any record that the leaf could count, in any year. */
const OF_PERSON: LeafHandlers<PersonFacts, boolean, PersonKind> = {
  duration: isEngaged,
  yearValue: isEngaged,
  recent: isEngaged,
  families: isEngaged,
  missions: isEngaged,
  trainingHours: (_, { trainings }) => trainings.length > 0,
  trainings: ({ trainings: { tags } }, { trainings }) =>
    trainings.some((one) => tags === undefined || tags.some((tag) => one.tags.includes(tag))),
  daneEventYears: (_, { years }) => years.some(({ daneEvents }) => daneEvents.length > 0),
  reviewYears: (_, { reviewYears }) => reviewYears.length > 0,
  contributions: ({ contributions: { kinds } }, { contributions }) =>
    contributions.some(({ kind }) => kinds.includes(kind)),
};

const OF_TEAM: LeafHandlers<TeamFacts, boolean, TeamKind> = {
  members: hasMembers,
  teamFamilies: hasMembers,
  teamRole: ({ teamRole: { role } }, { roles }) => (roles[role]?.holders ?? 0) > 0,
  everyMemberTrained: (_, { members }) => members.some(({ trained }) => trained),
  everyMemberReviewed: (_, { members }) => members.some(({ reviewed }) => reviewed),
  schoolMeetings: (_, { meetings }) => meetings.length > 0,
};
