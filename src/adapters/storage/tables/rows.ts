import type { Selectable } from 'kysely';
import { compact, type Whole } from '../../../domain/compact.ts';
import type { MissionCode, Role } from '../../../domain/engagement/mission.ts';
import { SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Establishment,
  Event,
  Person,
  ProgressReview,
} from '../../../domain/records.ts';
import { isCountable, PROFILES, type Profile } from '../../../domain/records.ts';
import { flag, optional } from './columns.ts';
import { foldText } from './folded.ts';
import type { Tables } from './tables.ts';

/** Records ↔ rows, both ways, in this one place. */

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

export function toEstablishmentRow(it: Establishment): Row<'establishment'> {
  return {
    uai: it.uai,
    type: it.type,
    name: it.name,
    postal_code: it.postalCode,
    commune: it.commune,
    department_code: it.departmentCode,
    department: it.department,
    sector: it.sector,
    agricultural: flag(it.agricultural),
    folded_name: foldText(`${it.name} ${it.commune}`),
  };
}

export function fromEstablishmentRow(row: Row<'establishment'>): Establishment {
  return {
    uai: row.uai,
    type: row.type,
    name: row.name,
    postalCode: row.postal_code,
    commune: row.commune,
    departmentCode: row.department_code,
    department: row.department,
    sector: row.sector,
    agricultural: row.agricultural === 1,
  };
}

export function toPersonRow(it: Person): Row<'person'> {
  return {
    id: it.id,
    given_name: it.givenName,
    family_name: it.familyName,
    head_of_uai: it.headOf ?? null,
    folded_name: foldText(`${it.familyName} ${it.givenName}`),
  };
}

/** `emails` by position; `profiles` in any order, given back in the order of PROFILES. */
export function fromPersonRow(
  row: Row<'person'>,
  emails: readonly string[],
  profiles: readonly Profile[],
): Person {
  const whole: Whole<Person> = {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    emails,
    profiles: PROFILES.filter((profile) => profiles.includes(profile)),
    headOf: row.head_of_uai ?? undefined,
  };
  return compact(whole);
}

export function toEngagementRow(it: Engagement): Row<'engagement'> {
  return {
    reference: it.reference,
    person_id: it.personId,
    uai: it.uai,
    starts_on: it.period.from,
    ends_on: it.period.to ?? null,
    missions: JSON.stringify(it.missions),
    roles: JSON.stringify(it.roles),
    holds_single_role: flag(
      isCountable(it.confirmation) && it.roles.some((role) => SINGLE_ROLES.includes(role)),
    ),
    confirmation: it.confirmation,
    confirmed_by: it.confirmedBy ?? null,
    confirmed_on: it.confirmedOn ?? null,
    reservation: it.reservation ?? null,
    decided_by: it.decided?.by ?? null,
    decided_on: it.decided?.on ?? null,
    decided_from: it.decided?.from ?? null,
  };
}

export function fromEngagementRow(row: Row<'engagement'>): Engagement {
  return {
    reference: row.reference,
    personId: row.person_id,
    uai: row.uai,
    period: { from: row.starts_on, ...optional('to', row.ends_on) },
    missions: JSON.parse(row.missions) as readonly MissionCode[],
    roles: JSON.parse(row.roles) as readonly Role[],
    confirmation: row.confirmation,
    ...optional('confirmedBy', row.confirmed_by),
    ...optional('confirmedOn', row.confirmed_on),
    ...optional('reservation', row.reservation),
    ...(row.decided_by !== null &&
      row.decided_on !== null && {
        decided: { by: row.decided_by, on: row.decided_on, ...optional('from', row.decided_from) },
      }),
  };
}

export function toAuthorisationRow(it: Authorisation): Row<'authorisation'> {
  return {
    uai: it.uai,
    mission: it.mission,
    local_authority: it.localAuthority,
    starts_on: it.period.from,
    ends_on: it.period.to ?? null,
    convention: it.convention ?? null,
  };
}

export function fromAuthorisationRow(row: Row<'authorisation'>): Authorisation {
  return {
    uai: row.uai,
    mission: row.mission,
    localAuthority: row.local_authority,
    period: { from: row.starts_on, ...optional('to', row.ends_on) },
    ...optional('convention', row.convention),
  };
}

export function toEventRow(it: Event): Row<'event'> {
  return {
    code: it.code,
    kind: it.kind,
    title: it.title,
    starts_on: it.startsOn,
    ends_on: it.endsOn ?? null,
    hours: it.hours ?? null,
    tags: JSON.stringify(it.tags),
    uai: it.uai ?? null,
  };
}

export function fromEventRow(row: Row<'event'>): Event {
  return {
    code: row.code,
    kind: row.kind,
    title: row.title,
    startsOn: row.starts_on,
    ...optional('endsOn', row.ends_on),
    ...optional('hours', row.hours),
    tags: JSON.parse(row.tags) as readonly string[],
    ...optional('uai', row.uai),
  };
}

export function toAttendanceRow(it: Attendance): Row<'attendance'> {
  return { person_id: it.personId, event_code: it.eventCode, hours: it.hours ?? null, proof: it.proof };
}

export function fromAttendanceRow(row: Row<'attendance'>): Attendance {
  return {
    personId: row.person_id,
    eventCode: row.event_code,
    ...optional('hours', row.hours),
    proof: row.proof,
  };
}

export function toReviewRow(it: ProgressReview): Row<'progress_review'> {
  return { person_id: it.personId, uai: it.uai, held_on: it.on, kind: it.kind };
}

export function fromReviewRow(row: Row<'progress_review'>): ProgressReview {
  return { personId: row.person_id, uai: row.uai, on: row.held_on, kind: row.kind };
}

export function toContributionRow(it: Contribution): Row<'contribution'> {
  return {
    reference: it.reference,
    person_id: it.personId,
    kind: it.kind,
    dated_on: it.on,
    url: it.url ?? null,
    validated: flag(it.validated),
  };
}

export function fromContributionRow(row: Row<'contribution'>): Contribution {
  return {
    reference: row.reference,
    personId: row.person_id,
    kind: row.kind,
    on: row.dated_on,
    ...optional('url', row.url),
    validated: row.validated === 1,
  };
}
