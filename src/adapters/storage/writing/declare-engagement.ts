import type { CompiledQuery } from 'kysely';
import { segmentKey } from '../../../domain/engagement/declaration.ts';
import type { Engagement } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toEngagementRow } from '../tables/engagements.ts';
import { premise } from './premise.ts';
import type { Queries } from './writer.ts';

interface Declared {
  readonly engagement: Engagement;
  readonly at: Instant;
}

/** Adds a new segment that its own teacher declared. */
export function declare(database: Database, { engagement, at }: Declared): Queries {
  const { db } = database;
  const row = toEngagementRow(engagement);
  const { reference, person_id } = row;
  const segment_key = segmentKey(engagement);
  const declared = { reference, person_id, declared_at: at, segment_key };
  const waits = { reference, person_id, since: at };
  return [
    forgetStaleKey(database, declared.segment_key, row),
    db.insertInto('engagement').values(row).compile(),
    db.insertInto('declared_engagement').values(declared).compile(),
    db.insertInto('engagement_request').values(waits).compile(),
  ];
}

/** Changes the segment as its teacher declares it now. Refused, with the whole commit, where it is decided. */
export function redeclare(database: Database, { engagement, at }: Declared): Queries {
  const { db } = database;
  const { reference, sharing: _kept, ...row } = toEngagementRow(engagement);
  const open = openEngagement(database, reference);
  // The principal has not been asked about the new content, so the reminders start again.
  const asked = db
    .updateTable('confirmation_request')
    .set({ requested_at: at, first_reminder_at: null, second_reminder_at: null })
    .where('engagement_reference', 'in', open.select);
  const key = db
    .updateTable('declared_engagement')
    .set({ segment_key: segmentKey(engagement) })
    .where('reference', 'in', open.select);
  const waits = db.updateTable('engagement_request').set({ since: at }).where('reference', 'in', open.select);
  return [
    premise(database, 'engagement-still-open', open.select),
    asked.compile(),
    key.compile(),
    waits.compile(),
    open.update.set(row).compile(),
  ];
}

/** Deletes the segment. Refused, with the whole commit, where it is decided. */
export function withdraw(database: Database, reference: string): Queries {
  const { db } = database;
  const open = openEngagement(database, reference);
  return [
    premise(database, 'engagement-still-open', open.select),
    db.deleteFrom('declared_engagement').where('reference', 'in', open.select).compile(),
    open.delete.compile(),
  ];
}

/** Frees the key of a declared segment whose content a file or a decision has changed since. */
function forgetStaleKey(
  { db }: Database,
  key: string,
  row: ReturnType<typeof toEngagementRow>,
): CompiledQuery {
  const { person_id, uai, starts_on, ends_on, missions, roles } = row;
  const same = db
    .selectFrom('engagement')
    .select('reference')
    .where('person_id', '=', person_id)
    .where('uai', '=', uai)
    .where('starts_on', '=', starts_on)
    .where('ends_on', ends_on === null ? 'is' : '=', ends_on)
    .where('missions', '=', missions)
    .where('roles', '=', roles);
  return db
    .updateTable('declared_engagement')
    .set({ segment_key: null })
    .where('person_id', '=', person_id)
    .where('segment_key', '=', key)
    .where('reference', 'not in', same)
    .compile();
}

/** Queries on the segment that match only while it is undecided. */
function openEngagement({ db }: Database, reference: string) {
  return {
    select: db
      .selectFrom('engagement')
      .select('reference')
      .where('reference', '=', reference)
      .where('confirmation', '=', 'requested')
      .where('decided_by', 'is', null),
    update: db
      .updateTable('engagement')
      .where('reference', '=', reference)
      .where('confirmation', '=', 'requested')
      .where('decided_by', 'is', null),
    delete: db
      .deleteFrom('engagement')
      .where('reference', '=', reference)
      .where('confirmation', '=', 'requested')
      .where('decided_by', 'is', null),
  };
}
