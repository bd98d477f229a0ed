import { sql } from 'kysely';
import type {
  DataVersion,
  DataVersionOf,
  DataVersionReader,
} from '../../../application/store/service-readers.ts';
import type { Database } from '../mapping/database.ts';

/** One row of any part of a moment. */
export interface DataVersionRow {
  readonly part: string;
  readonly name: string;
  readonly value: string;
}

/** The rows that every public answer rests on: what other bodies say of our badges stands on several pages. D1
 *  takes at most five selects in a row, one of them for what is asked; so two of these stand inside one. */
export const COMMON_ROWS = `
  select 'setting' as part, name, value from setting
  union all
  select 'criteria', name, value from (
    select cast(version as text) as name, coalesce(withdrawn_at, '') as value from criteria_version
    union all
    select 'office', cast(version as text) from office_version
  ) as adopted
  union all
  select 'key', kid, state || ' ' || coalesce(retired_at, '') || ' ' || coalesce(compromised_at, '')
    || ' ' || coalesce(compromised_reason, '') from public_key
  union all
  select 'endorsement', id, result || ' ' || looked_at || ' ' || coalesce(withdrawn_at, '')
  from achievement_endorsement`;

/** The state of a badge, in two columns: everything that its public answers depend on. */
const BADGE_STATE = {
  name: `cast(revision as text) || ' ' || acceptance || ' ' || visibility || ' ' || cast(hidden as text)
        || ' ' || shown_name || ' ' || title_form || ' ' || cast(show_schools as text)`,
  value: `coalesce(revoked_at, '') || ' ' || coalesce(erased_at, '')
        || ' ' || coalesce(revocation_reason, '') || ' ' || coalesce(suspended_at, '')
        || ' ' || coalesce(suspension_cause, '') || ' ' || coalesce(suspension_reason, '')`,
} as const;

/** Queries for the row of a badge or of a list, or for a profile's row for each of its badges. Each query
 *  lacks only the id at its end. */
export const OWN_ROW: Readonly<Record<Exclude<DataVersionOf['kind'], 'service'>, string>> = {
  credential: `
    select 'own' as part, ${BADGE_STATE.name} as name, ${BADGE_STATE.value} as value
    from credential where id = `,
  profile: `
    select 'own' as part,
      credential.id || ' ' || name_form || ' ' || cast(searchable as text) || ' ' || ${BADGE_STATE.name} as name,
      ${BADGE_STATE.value} as value
    from public_profile
      join public_profile_badge on public_profile_badge.person_id = public_profile.person_id
      join credential on credential.id = public_profile_badge.credential_id
    where public_profile.id = `,
  'status-list': `
    select 'own' as part,
      cast(revision as text) || ' ' || coalesce(cast(published_revision as text), '') as name,
      coalesce(valid_until, '') as value
    from status_list where id = `,
};

/** Reads a moment by one ordinary query, on any engine. */
export function makeDataVersionReader({ db }: Database): DataVersionReader {
  return {
    readDataVersion: async (of) => {
      const common = sql.raw(COMMON_ROWS);
      const whole =
        of.kind === 'service'
          ? sql<DataVersionRow>`${common}`
          : sql<DataVersionRow>`${common} union all ${sql.raw(OWN_ROW[of.kind])} ${of.id}`;
      return toDataVersion((await whole.execute(db)).rows);
    },
  };
}

/** The rows as two texts. The order in which an engine gives them does not matter. */
export function toDataVersion(rows: readonly DataVersionRow[]): DataVersion {
  const textOf = (isMeant: (row: DataVersionRow) => boolean) =>
    rows
      .filter(isMeant)
      .map(({ part, name, value }) => JSON.stringify([part, name, value]))
      .toSorted()
      .join('\n');
  return { common: textOf(({ part }) => part !== 'own'), own: textOf(({ part }) => part === 'own') };
}
