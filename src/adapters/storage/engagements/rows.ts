import type { CompiledQuery } from 'kysely';
import { type MissionCode, type Role, SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import type { MissionSharing } from '../../../domain/engagement/mission-sharing.ts';
import { type Engagement, isCountable } from '../../../domain/records.ts';
import type { Queries } from '../commit/change-writer.ts';
import { flag, makeListReader, withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { excluded, insertEach } from '../mapping/insert.ts';
import type { Tables } from '../mapping/tables.ts';

const readMissions = makeListReader();
const readRoles = makeListReader();

export function toEngagementRow(it: Engagement): Tables['engagement'] {
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
    sharing: it.sharing?.length ? JSON.stringify(it.sharing) : null,
  };
}

export function fromEngagementRow(row: Tables['engagement']): Engagement {
  return withoutNulls({
    reference: row.reference,
    personId: row.person_id,
    uai: row.uai,
    period: withoutNulls({ from: row.starts_on, to: row.ends_on }),
    missions: readMissions<MissionCode>(row.missions),
    roles: readRoles<Role>(row.roles),
    confirmation: row.confirmation,
    confirmedBy: row.confirmed_by,
    confirmedOn: row.confirmed_on,
    reservation: row.reservation,
    ...(row.decided_by !== null &&
      row.decided_on !== null && {
        decided: withoutNulls({ by: row.decided_by, on: row.decided_on, from: row.decided_from }),
      }),
    ...(row.sharing !== null && { sharing: JSON.parse(row.sharing) as readonly MissionSharing[] }),
  });
}

/** Saves an engagement. A second save of the same reference replaces the first entirely, except how its missions
 *  are shared out, which is only said in the service. */
export function saveEngagement(database: Database, engagement: Engagement): CompiledQuery {
  return toSave(database, toEngagementRow(engagement)).compile();
}

/** The same for several engagements, in order. */
export function saveEngagements(database: Database, engagements: readonly Engagement[]): Queries {
  return insertEach(engagements.map(toEngagementRow), (row) => toSave(database, row));
}

function toSave({ db }: Database, row: Tables['engagement']) {
  const { reference: _, sharing: _kept, ...rest } = row;
  const insert = db.insertInto('engagement').values(row);
  return insert.onConflict((on) => on.column('reference').doUpdateSet(excluded(rest)));
}
