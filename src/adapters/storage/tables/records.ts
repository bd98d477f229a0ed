import type { MissionCode } from '../../../domain/engagement/mission.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type {
  Confirmation,
  ContributionKind,
  Establishment,
  EventKind,
  Profile,
  ProofLevel,
  ReviewKind,
} from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';

/** 0 or 1: no engine of ours needs a boolean of its own. */
export type Flag = 0 | 1;

/** JSON as text. */
export type Json = string;

export interface EstablishmentTable {
  uai: Uai;
  type: string;
  name: string;
  postal_code: string;
  commune: string;
  department_code: string;
  department: string;
  sector: Establishment['sector'];
  agricultural: Flag;
  /** Name and commune as they are searched for. */
  folded_name: string;
}

export interface PersonTable {
  id: PersonId;
  given_name: string;
  family_name: string;
  head_of_uai: Uai | null;
  /** Both names as they are searched for. */
  folded_name: string;
}

export interface PersonEmailTable {
  address: string;
  person_id: PersonId;
  position: number;
}

export interface PersonProfileTable {
  person_id: PersonId;
  profile: Profile;
}

export interface EngagementTable {
  reference: string;
  person_id: PersonId;
  uai: Uai;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  missions: Json;
  roles: Json;
  /** Derived (countable, and lists a single role), so that a clash is looked for through an index. */
  holds_single_role: Flag;
  confirmation: Confirmation;
  confirmed_by: string | null;
  confirmed_on: LocalDate | null;
  reservation: string | null;
  decided_by: string | null;
  decided_on: LocalDate | null;
  decided_from: Confirmation | null;
}

export interface AuthorisationTable {
  uai: Uai;
  mission: MissionCode;
  local_authority: string;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  convention: string | null;
}

export interface EventTable {
  code: string;
  kind: EventKind;
  title: string;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  hours: number | null;
  tags: Json;
  uai: Uai | null;
}

export interface AttendanceTable {
  person_id: PersonId;
  event_code: string;
  hours: number | null;
  proof: ProofLevel;
}

export interface ProgressReviewTable {
  person_id: PersonId;
  uai: Uai;
  held_on: LocalDate;
  kind: ReviewKind;
}

export interface ContributionTable {
  reference: string;
  person_id: PersonId;
  kind: ContributionKind;
  dated_on: LocalDate;
  url: string | null;
  validated: Flag;
}
