import type { RetentionChange } from '../../../domain/retention.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import type { Database } from '../database.ts';
import { deleteSegmentsIn } from './write-segments.ts';
import type { Queries, Writers } from './writer.ts';

export const retention = { 'facts-expired': expireFacts } satisfies Writers<RetentionChange>;

/** Each statement checks the day again, so that facts recorded after the people were found stay. */
function expireFacts({ db, capabilities }: Database, { personIds, before }: RetentionChange): Queries {
  const people = capabilities.listOf(personIds);
  const old = db.selectFrom('event').select('code').where('starts_on', '<', before);
  const segments = db
    .selectFrom('engagement')
    .select('reference')
    .where('person_id', 'in', people)
    .where('ends_on', '<', before);
  return [
    ...deleteSegmentsIn({ db, capabilities }, segments),
    db.deleteFrom('attendance').where('person_id', 'in', people).where('event_code', 'in', old).compile(),
    db.deleteFrom('review_notes').where('person_id', 'in', people).where('held_on', '<', before).compile(),
    db.deleteFrom('progress_review').where('person_id', 'in', people).where('held_on', '<', before).compile(),
    db
      .deleteFrom('planned_review')
      .where('person_id', 'in', people)
      .where('school_year', '<', schoolYearOf(before))
      .compile(),
    db.deleteFrom('contribution').where('person_id', 'in', people).where('dated_on', '<', before).compile(),
    db.deleteFrom('means').where('person_id', 'in', people).where('since', '<', before).compile(),
  ];
}
