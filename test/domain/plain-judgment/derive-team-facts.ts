import { ROLES, type Role } from '../../../src/domain/engagement/mission.ts';
import type { FactsBasis, PersonFacts, TeamFacts, TeamMemberFacts } from '../../../src/domain/facts/types.ts';
import type { Event, SchoolRecord } from '../../../src/domain/records.ts';
import { FAMILY_CODES } from '../../support/office.ts';
import { sumHours } from './attended-facts.ts';
import { countAtOnce } from './day-spans.ts';
import { derivePersonFacts } from './derive-facts.ts';
import { type CountableEngagement, confirmersOf, cutCountable, cutToYear } from './engagement-days.ts';
import { type SchoolYear, schoolYearOf } from './school-year.ts';
import type { LocalDate } from './time.ts';

interface Member {
  readonly facts: PersonFacts;
  /** Countable engagements at this school, cut to W(S) and to D. */
  readonly segments: readonly CountableEngagement[];
}

/** The facts for a school's badge: one school, in the school year S of `on` (docs/rules.md, The team badge).
 *  A member has a countable day there in W(S). Families, trainings and reviews of a member count from every
 *  school; roles and confirmations count from the engagements at this school only. */
export function deriveTeamFacts(record: SchoolRecord, on: LocalDate, basis: FactsBasis): TeamFacts {
  const schoolYear = schoolYearOf(on);
  const members = deriveMembers(record, on, basis);
  const families = members.map(({ facts }) => familiesIn(facts, schoolYear));
  const hours = members.map(({ facts }) => yearOf(facts, schoolYear)?.trainingHours ?? 0);
  return {
    kind: 'establishment',
    uai: record.uai,
    on,
    schoolYear,
    members: members.map(({ facts }) => memberFacts(facts, schoolYear)),
    families: FAMILY_CODES.filter((family) => families.some((own) => own.includes(family))),
    roles: deriveRoles(members),
    meetings: meetingsOf(record, on, schoolYear),
    confirmedBy: confirmersOf(members.flatMap(({ segments }) => segments)),
    trainingHours: sumHours(hours),
  };
}

function memberFacts(facts: PersonFacts, schoolYear: SchoolYear): TeamMemberFacts {
  const reviewedBy = yearOf(facts, schoolYear)?.reviewedBy;
  return {
    personId: facts.personId,
    families: familiesIn(facts, schoolYear),
    trained: facts.trainings.some(({ year }) => year === schoolYear),
    reviewed: facts.reviewYears.includes(schoolYear),
    ...(reviewedBy && { reviewedBy }),
  };
}

function deriveMembers(record: SchoolRecord, on: LocalDate, basis: FactsBasis): readonly Member[] {
  const members = record.people.flatMap((person) => {
    const here = person.engagements.filter(({ uai }) => uai === record.uai);
    const segments = cutToYear(cutCountable(here, on), schoolYearOf(on));
    return segments.length === 0 ? [] : [{ facts: derivePersonFacts(person, on, basis), segments }];
  });
  return members.toSorted((a, b) => (a.facts.personId < b.facts.personId ? -1 : 1));
}

/** For each role, the number of members who held it on some day, and the most on the same day. */
function deriveRoles(members: readonly Member[]): TeamFacts['roles'] {
  const roles: Partial<Record<Role, { readonly holders: number; readonly atOnce: number }>> = {};
  for (const role of ROLES) {
    const held = members
      .map(({ segments }) => segments.filter(({ engagement }) => engagement.roles.includes(role)))
      .filter((segments) => segments.length > 0)
      .map((segments) => segments.map(({ span }) => span));
    if (held.length > 0) roles[role] = { holders: held.length, atOnce: countAtOnce(held) };
  }
  return roles;
}

/** Codes of this school's annual meetings dated in the year and ≤ D, in code order. */
function meetingsOf({ meetings, uai }: SchoolRecord, on: LocalDate, year: SchoolYear): readonly string[] {
  const counts = (event: Event): boolean =>
    event.kind === 'EV-ETAB' &&
    event.uai === uai &&
    event.startsOn <= on &&
    schoolYearOf(event.startsOn) === year;
  return [...new Set(meetings.filter(counts).map(({ code }) => code))].toSorted();
}

function yearOf(facts: PersonFacts, year: SchoolYear): PersonFacts['years'][number] | undefined {
  return facts.years.find((candidate) => candidate.year === year);
}

function familiesIn(facts: PersonFacts, year: SchoolYear): PersonFacts['families'] {
  return yearOf(facts, year)?.families ?? [];
}
