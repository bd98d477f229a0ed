import type { EventChange } from '../../../domain/event/roll-call.ts';
import type { Database } from '../database.ts';
import { toAttendanceRow, toEventRow } from '../tables/events.ts';
import { excluded } from './excluded.ts';
import { asStored, beside, lastWord, newKey, premised } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { premise, premiseHeld, premiseOfNone } from './premise.ts';
import type { Writers } from './writer.ts';

/** Writes events, their attendances and their sign-in sheets. */
export const events = {
  'event-added': newKey(({ db }, { event }) => [db.insertInto('event').values(toEventRow(event)).compile()]),
  'event-saved': beside(['records-as-read', 'school-meeting-changed'], {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ event }) => toEventRow(event)),
        (row) => {
          const { code: _, ...rest } = row;
          const insert = db.insertInto('event').values(row);
          return insert.onConflict((on) => on.column('code').doUpdateSet(excluded(rest)));
        },
      ),
  }),
  'event-removed': premised(['choice-as-read'], (database, { code, attended }) => {
    const { db, capabilities } = database;
    const others = db
      .selectFrom('attendance')
      .select('person_id')
      .where('event_code', '=', code)
      .where('person_id', 'not in', capabilities.listOf(attended));
    return [
      premiseOfNone(database, 'choice-as-read', others),
      db.deleteFrom('attendance').where('event_code', '=', code).compile(),
      db.deleteFrom('roll_call').where('event_code', '=', code).compile(),
      db.deleteFrom('event_invitation').where('event_code', '=', code).compile(),
      db.deleteFrom('event').where('code', '=', code).compile(),
    ];
  }),
  'attendance-saved': lastWord('dane', {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ attendance }) => toAttendanceRow(attendance)),
        (row) => {
          const { hours, proof } = row;
          const key = ['person_id', 'event_code'] as const;
          const insert = db.insertInto('attendance').values(row);
          return insert.onConflict((on) => on.columns(key).doUpdateSet(excluded({ hours, proof })));
        },
      ),
  }),
  'attendance-removed': asStored(({ db }, { personId, eventCode }) => {
    const gone = db.deleteFrom('attendance').where('person_id', '=', personId);
    return [gone.where('event_code', '=', eventCode).compile()];
  }),
  'attendance-signed': premised(['choice-as-read'], (database, { personId, eventCode, secret, at }) => [
    ...premiseHeld(
      database,
      'choice-as-read',
      findRollCall(database, secret).where('opens_at', '<=', at).where('closes_at', '>', at),
    ),
    database.db
      .insertInto('attendance')
      .values({ person_id: personId, event_code: eventCode, hours: null, proof: 1 })
      .onConflict((on) =>
        on.columns(['person_id', 'event_code']).doUpdateSet({ proof: 1 }).where('attendance.proof', '<', 1),
      )
      .compile(),
  ]),
  'roll-call-opened': premised(['choice-as-read'], (database, { rollCall, replaces = '' }) => {
    const { db } = database;
    const { eventCode, madeAt } = rollCall;
    const standing = db
      .selectFrom('roll_call')
      .select('secret')
      .where('event_code', '=', eventCode)
      .where('secret', '<>', replaces)
      .where('closes_at', '>', madeAt);
    const row = {
      secret: rollCall.secret,
      event_code: rollCall.eventCode,
      opens_at: rollCall.opensAt,
      closes_at: rollCall.closesAt,
      made_at: rollCall.madeAt,
      made_by: rollCall.madeBy,
    };
    return [
      // Each opening writes the row of the event: of two at once, the second sees the first one's sheet.
      db.updateTable('event').set({ code: eventCode }).where('code', '=', eventCode).compile(),
      premiseOfNone(database, 'choice-as-read', standing),
      db.insertInto('roll_call').values(row).compile(),
    ];
  }),
  'roll-call-closed': premised(['choice-as-read'], (database, { asRead: { secret, closesAt }, at }) => [
    premise(database, 'choice-as-read', findRollCall(database, secret).where('closes_at', '=', closesAt)),
    database.db.updateTable('roll_call').set({ closes_at: at }).where('secret', '=', secret).compile(),
  ]),
} satisfies Writers<EventChange>;

function findRollCall({ db }: Database, secret: string) {
  return db.selectFrom('roll_call').select('secret').where('secret', '=', secret);
}
