import type { MissionCode, Role } from './engagement/mission.ts';
import type { MissionSharing } from './engagement/mission-sharing.ts';
import type { PersonId } from './ids.ts';
import type { ErasedNames } from './person/erased-names.ts';
import type { StatedText } from './person/name.ts';
import type { Instant, LocalDate, Period } from './time/calendar.ts';
import type { Uai } from './uai.ts';

/** The records of the service, as the store returns them. Nothing here is judged yet. */

export const CONFIRMATIONS = [
  'requested',
  'confirmed',
  'confirmed-with-reservation',
  'confirmed-by-dane',
  'contested',
] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** The three confirmed states make an engagement countable. */
export function isCountable(confirmation: Confirmation): boolean {
  return confirmation !== 'requested' && confirmation !== 'contested';
}

/** One engagement: person × school × period × missions × roles × confirmation. */
export interface Engagement {
  /** Stable key of the engagement in the DANE's files. */
  readonly reference: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly period: Period;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
  readonly confirmation: Confirmation;
  readonly confirmedBy?: string;
  readonly confirmedOn?: LocalDate;
  readonly reservation?: string;
  /** Set when the confirmation was decided in the service: imports then cannot move, widen or empty the
   *  engagement. `from` is the confirmation before the decision: a file that still has it is outdated, not
   *  wrong. */
  readonly decided?: { readonly by: string; readonly on: LocalDate; readonly from?: Confirmation };
  /** How the person shares missions with others. Files neither contain nor change it. */
  readonly sharing?: readonly MissionSharing[];
}

/** The local authority allows a conditional mission at a school for a period. */
export interface Authorisation {
  readonly uai: Uai;
  readonly mission: MissionCode;
  readonly localAuthority: string;
  readonly period: Period;
  readonly convention?: string;
}

/** The kinds of event, by their codes in the DANE's files: trainings of the PAF and on local initiative, the
 *  annual meeting, the virtual class, meetings in schools, class projects, support. */
export const EVENT_KINDS = ['EV-PAF', 'EV-FIL', 'EV-RENC', 'EV-CV', 'EV-ETAB', 'EV-PROJ', 'EV-ACC'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** An event of the DANE or in a school. Days are in Paris, the last one included. */
export interface Event {
  readonly code: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly startsOn: LocalDate;
  readonly endsOn?: LocalDate;
  readonly hours?: number;
  readonly tags: readonly string[];
  readonly uai?: Uai;
}

/** 0 declared, 1 local sheet, 2 attestation, 3 organiser's list. */
export const PROOF_LEVELS = [0, 1, 2, 3] as const;
export type ProofLevel = (typeof PROOF_LEVELS)[number];

/** A person's attendance at an event, with its proof. */
export interface Attendance {
  readonly personId: PersonId;
  readonly eventCode: string;
  /** The hours of this attendance; where absent, the event's hours count. */
  readonly hours?: number;
  readonly proof: ProofLevel;
  /** True if the person signed by the code of the printed sheet, until the DANE records the attendance. */
  readonly printedSheet?: boolean;
}

/** `review`: a progress review was held. `self-report`: the DANE acknowledged a written report instead. */
export type ReviewKind = 'review' | 'self-report';

/** A progress review of a person at a school. */
export interface ProgressReview {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly on: LocalDate;
  readonly kind: ReviewKind;
}

export const CONTRIBUTION_KINDS = [
  'session',
  'project',
  'showcase',
  'training-given',
  'mentoring',
  'resource',
] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** The most characters of the title and description of a contribution. */
export const CONTRIBUTION_LENGTHS = { title: 120, description: 500 } as const;

/** A contribution that a person declares, and that the DANE may validate. */
export interface Contribution {
  readonly reference: string;
  readonly personId: PersonId;
  readonly kind: ContributionKind;
  readonly on: LocalDate;
  /** Its title, in the author's words; older records have none. */
  readonly title?: string;
  /** One sentence on it, in the author's words. */
  readonly description?: string;
  readonly url?: string;
  readonly validated: boolean;
  /** Set when the DANE validated it in the service or took the validation back. From then on imports do not
   *  change it. */
  readonly judged?: { readonly by: PersonId; readonly at: Instant };
}

/** A school, as in the ministry's register. */
export interface School {
  readonly uai: Uai;
  readonly type: string;
  readonly name: string;
  readonly postalCode: string;
  readonly commune: string;
  readonly departmentCode: string;
  readonly department: string;
  readonly sector: 'public' | 'private';
  readonly agricultural: boolean;
  /** The last day of a school that closed. */
  readonly closedOn?: LocalDate;
  /** The school that took over its engagements, where two became one. */
  readonly successor?: Uai;
}

/** The profiles of people. One person may have several. */
export const PROFILES = ['rupn', 'principal', 'dane'] as const;
export type Profile = (typeof PROFILES)[number];

/** A person in the register. */
export interface Person {
  readonly id: PersonId;
  readonly givenName: StatedText;
  readonly familyName: StatedText;
  /** The current address first, then the earlier ones. */
  readonly emails: readonly string[];
  readonly profiles: readonly Profile[];
  /** The school that a principal heads according to the DANE's data. */
  readonly headOf?: Uai;
}

/** An attendance with its event: facts are derived from both. */
export interface AttendedEvent {
  readonly event: Event;
  readonly hours: number;
  readonly proof: ProofLevel;
}

export interface PersonRecord {
  readonly personId: PersonId;
  readonly engagements: readonly Engagement[];
  /** Authorisations of every school that the engagements name. */
  readonly authorisations: readonly Authorisation[];
  readonly attended: readonly AttendedEvent[];
  readonly reviews: readonly ProgressReview[];
  readonly contributions: readonly Contribution[];
}

/** All records of one school, with the whole records of everyone who has an engagement there. */
export interface SchoolRecord {
  readonly uai: Uai;
  readonly people: readonly PersonRecord[];
  /** The `EV-ETAB` events of this school. */
  readonly meetings: readonly Event[];
}

export type SchoolChange =
  | { readonly kind: 'establishment-added'; readonly establishment: School }
  | { readonly kind: 'establishment-saved'; readonly establishment: School }
  /** Refused if the school is absent, has closed before that day, or has closed at all if there is none. It writes the
   *  row of the school, so that a closure is seen by it or sees it. */
  | { readonly kind: 'school-kept-open'; readonly uai: Uai; readonly until?: LocalDate }
  /** Refused if the school is absent, or if something goes on there after that day whose id is not among these. */
  | {
      readonly kind: 'school-as-planned';
      readonly uai: Uai;
      readonly on: LocalDate;
      readonly ids: readonly string[];
    };

export type PersonChange =
  | { readonly kind: 'person-saved'; readonly person: Person }
  /** The whole commit is refused where no other person is an agent of the DANE. It must come before the
   *  change that takes away the profile. */
  | { readonly kind: 'dane-agent-leaves'; readonly personId: PersonId }
  /** Moves all records of one person to the other. The addresses are saved together with the person who
   *  stays. */
  | { readonly kind: 'people-merged'; readonly from: PersonId; readonly into: PersonId }
  | {
      readonly kind: 'person-erased';
      readonly personId: PersonId;
      /** The spellings by which mentions of the person are found. */
      readonly names: ErasedNames;
      readonly at: Instant;
    };

export type AuthorisationChange =
  /** A new authorisation. The whole commit is refused where its key is taken. */
  | { readonly kind: 'authorisation-added'; readonly authorisation: Authorisation }
  | { readonly kind: 'authorisation-saved'; readonly authorisation: Authorisation }
  | { readonly kind: 'authorisation-removed'; readonly authorisation: Authorisation };

export type ContributionChange =
  /** A new contribution. The whole commit is refused where its reference is taken. */
  | { readonly kind: 'contribution-added'; readonly contribution: Contribution }
  | { readonly kind: 'contribution-saved'; readonly contribution: Contribution }
  /** The contribution is validated, or the validation is taken back. The whole commit is refused where it is
   *  no longer as it was read. */
  | {
      readonly kind: 'contribution-judged';
      readonly asRead: Contribution;
      readonly contribution: Contribution;
    }
  /** The whole commit is refused where the contribution is no longer as it was read. */
  | { readonly kind: 'contribution-removed'; readonly asRead: Contribution };
