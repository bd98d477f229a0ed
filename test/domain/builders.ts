import type { Criteria } from '../../src/domain/criteria/definition.ts';
import type { MissionCode, Role } from '../../src/domain/engagement/mission.ts';
import { derivePersonFacts } from '../../src/domain/facts/derive-person.ts';
import type { FactsBasis, PersonFacts } from '../../src/domain/facts/types.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type {
  AttendedEvent,
  Authorisation,
  Confirmation,
  Contribution,
  ContributionKind,
  Engagement,
  EventKind,
  PersonRecord,
  ProgressReview,
  ProofLevel,
  ReviewKind,
} from '../../src/domain/records.ts';
import { type LocalDate, parseLocalDate } from '../../src/domain/time/calendar.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { criteriaVersion, framework } from '../support/office.ts';

/** A record in a vector or test, with only the relevant values; the others have defaults. */
export interface PersonSketch {
  readonly person?: string;
  readonly segments?: readonly EngagementSketch[];
  readonly authorisations?: readonly AuthorisationSketch[];
  readonly attended?: readonly AttendedSketch[];
  readonly reviews?: readonly ReviewSketch[];
  readonly contributions?: readonly ContributionSketch[];
}

export interface EngagementSketch {
  readonly from: string;
  readonly to?: string;
  readonly uai?: string;
  readonly missions?: readonly string[];
  readonly roles?: readonly Role[];
  readonly confirmation?: Confirmation;
  readonly confirmedOn?: string;
}

export interface AuthorisationSketch {
  readonly mission: string;
  readonly from: string;
  readonly to?: string;
  readonly uai?: string;
}

export interface AttendedSketch {
  readonly code: string;
  readonly on: string;
  readonly kind?: EventKind;
  readonly hours?: number;
  /** The hours of the event itself; absent if it has none. */
  readonly eventHours?: number;
  readonly proof?: ProofLevel;
  readonly tags?: readonly string[];
}

export interface ReviewSketch {
  readonly on: string;
  readonly kind?: ReviewKind;
}

export interface ContributionSketch {
  readonly kind: ContributionKind;
  readonly on: string;
  readonly url?: string;
  readonly validated?: boolean;
}

/** Two schools of the list. */
export const GUYOT = '0210001M';
export const LACAILLE = '0210011Y';

function requireVersion1(): Criteria {
  const criteria = criteriaVersion(1);
  if (criteria === undefined) throw new Error('version 1 of the criteria is missing');
  return criteria;
}

export const criteria = requireVersion1();
export const basis: FactsBasis = { thresholds: criteria.thresholds, framework };

export function day(text: string): LocalDate {
  return parseLocalDate(text);
}

function period(from: string, to: string | undefined): Engagement['period'] {
  return to === undefined ? { from: day(from) } : { from: day(from), to: day(to) };
}

function makeEngagement(sketch: EngagementSketch, personId: PersonId, index: number): Engagement {
  return {
    reference: `${personId}-${index}`,
    personId,
    uai: parseUai(sketch.uai ?? GUYOT),
    period: period(sketch.from, sketch.to),
    missions: (sketch.missions ?? []) as readonly MissionCode[],
    roles: sketch.roles ?? [],
    confirmation: sketch.confirmation ?? 'confirmed',
    ...(sketch.confirmedOn && { confirmedOn: day(sketch.confirmedOn) }),
  };
}

function makeAuthorisation(sketch: AuthorisationSketch): Authorisation {
  return {
    uai: parseUai(sketch.uai ?? GUYOT),
    mission: sketch.mission as MissionCode,
    localAuthority: 'Conseil départemental',
    period: period(sketch.from, sketch.to),
  };
}

function makeAttended({
  code,
  on,
  kind = 'EV-PAF',
  hours = 6,
  eventHours,
  proof = 3,
  tags = [],
}: AttendedSketch): AttendedEvent {
  const ofEvent = eventHours === undefined ? {} : { hours: eventHours };
  return { event: { code, kind, title: code, startsOn: day(on), ...ofEvent, tags }, hours, proof };
}

function makeReview({ on, kind = 'review' }: ReviewSketch, personId: PersonId): ProgressReview {
  return { personId, uai: parseUai(GUYOT), on: day(on), kind };
}

function makeContribution(sketch: ContributionSketch, personId: PersonId, index: number): Contribution {
  return {
    reference: `c${index}`,
    personId,
    kind: sketch.kind,
    on: day(sketch.on),
    validated: sketch.validated ?? false,
    ...(sketch.url === undefined ? {} : { url: sketch.url }),
  };
}

export function makePerson(sketch: PersonSketch): PersonRecord {
  const personId = (sketch.person ?? 'p1') as PersonId;
  return {
    personId,
    engagements: (sketch.segments ?? []).map((engagement, index) =>
      makeEngagement(engagement, personId, index),
    ),
    authorisations: (sketch.authorisations ?? []).map(makeAuthorisation),
    attended: (sketch.attended ?? []).map(makeAttended),
    reviews: (sketch.reviews ?? []).map((review) => makeReview(review, personId)),
    contributions: (sketch.contributions ?? []).map((contribution, index) =>
      makeContribution(contribution, personId, index),
    ),
  };
}

export function deriveFrom(sketch: PersonSketch, on: string): PersonFacts {
  return derivePersonFacts(makePerson(sketch), day(on), basis);
}

/** Engagements of whole school years, one for each year. */
export function wholeYears(
  from: number,
  to: number,
  rest: Omit<EngagementSketch, 'from' | 'to'> = {},
): readonly EngagementSketch[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    from: `${from + index}-09-01`,
    to: `${from + index + 1}-08-31`,
    ...rest,
  }));
}
