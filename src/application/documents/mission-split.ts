import {
  type MissionCode,
  type MissionFramework,
  ROLES,
  type Role,
  SINGLE_ROLES,
} from '../../domain/engagement/mission.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Authorisation, type Engagement, isCountable, type PersonRecord } from '../../domain/records.ts';
import { countAtOnce, intersect, toDaySpan } from '../../domain/time/day-spans.ts';
import { firstDayOf, lastDayOf, type SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Holding } from './document-content.ts';

/** Who holds what at one school in one school year, whatever the number of days. */
export interface MissionSplit {
  /** Everyone with a segment there in the year that is not contested, in the order of the records. */
  readonly people: readonly PersonId[];
  readonly missions: readonly SplitRow<MissionCode>[];
  /** Only the roles that somebody holds or asks for. */
  readonly roles: readonly SplitRow<Role>[];
}

export interface SplitRow<Code> {
  readonly code: Code;
  /** One for each person. */
  readonly holdings: readonly Holding[];
  /** Nobody holds it, confirmed or requested. */
  readonly nobody: boolean;
  /** A conditional mission that somebody holds on days without any authorisation. */
  readonly authorisationMissing: boolean;
  /** A single role that two people hold or ask for on one day. */
  readonly clash: boolean;
}

export interface SplitQuestion {
  readonly uai: Uai;
  readonly year: SchoolYear;
  readonly framework: MissionFramework;
}

/** The split of missions and roles of a school year, 1 September to 31 August; contested segments are left out. */
export function deriveMissionSplit(
  records: readonly PersonRecord[],
  { uai, year, framework }: SplitQuestion,
): MissionSplit {
  const present = records
    .map((record) => ({ record, segments: segmentsOf(record, uai, year) }))
    .filter(({ segments }) => segments.length > 0);
  const all = present.map(({ segments }) => segments);
  const authorisations = present.flatMap(({ record }) => record.authorisations);
  const missions = [...framework.missions.values()].map((mission) => {
    const holders = all.map((segments) => segments.filter(({ missions }) => missions.includes(mission.code)));
    const unauthorised = holders
      .flat()
      .some((segment) => !isAuthorised(segment, mission.code, authorisations));
    return {
      ...toRow(mission.code, holders),
      authorisationMissing: mission.conditional && unauthorised,
      clash: false,
    };
  });
  const roles = ROLES.map((role) => {
    const holders = all.map((segments) => segments.filter(({ roles }) => roles.includes(role)));
    const spans = holders.map((segments) => segments.map(({ period }) => toDaySpan(period)));
    const clash = SINGLE_ROLES.includes(role) && countAtOnce(spans) > 1;
    return { ...toRow(role, holders), authorisationMissing: false, clash };
  });
  return {
    people: present.map(({ record }) => record.personId),
    missions,
    roles: roles.filter(({ nobody }) => !nobody),
  };
}

function segmentsOf(record: PersonRecord, uai: Uai, year: SchoolYear): readonly Engagement[] {
  const days = toDaySpan({ from: firstDayOf(year), to: lastDayOf(year) });
  return record.engagements.filter(
    (engagement) =>
      engagement.uai === uai &&
      engagement.confirmation !== 'contested' &&
      intersect(toDaySpan(engagement.period), days) !== undefined,
  );
}

function toRow<Code>(code: Code, holders: readonly (readonly Engagement[])[]) {
  const holdings = holders.map((segments): Holding => {
    if (segments.length === 0) return 'none';
    return segments.some(({ confirmation }) => isCountable(confirmation)) ? 'held' : 'requested';
  });
  return { code, holdings, nobody: holdings.every((holding) => holding === 'none') };
}

function isAuthorised(
  segment: Engagement,
  mission: MissionCode,
  authorisations: readonly Authorisation[],
): boolean {
  return authorisations.some(
    (authorisation) =>
      authorisation.uai === segment.uai &&
      authorisation.mission === mission &&
      intersect(toDaySpan(authorisation.period), toDaySpan(segment.period)) !== undefined,
  );
}
