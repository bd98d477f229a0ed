import type { EventChange } from '../../../domain/event/roll-call.ts';
import { toAttendanceRow, toEventRow } from '../tables/events.ts';
import { excluded } from './excluded.ts';
import { asStored, beside, unguarded } from './guard.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

/** Writes events, their attendances and their sign-in sheets. */
export const events = {
  'event-saved': unguarded({
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
  'event-removed': beside(['school-meeting-changed'], ({ db }, { code }) => [
    db.deleteFrom('attendance').where('event_code', '=', code).compile(),
    db.deleteFrom('roll_call').where('event_code', '=', code).compile(),
    db.deleteFrom('event_invitation').where('event_code', '=', code).compile(),
    db.deleteFrom('event').where('code', '=', code).compile(),
  ]),
  'attendance-saved': unguarded({
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
  'attendance-signed': unguarded(({ db }, { personId, eventCode }) => [
    db
      .insertInto('attendance')
      .values({ person_id: personId, event_code: eventCode, hours: null, proof: 1 })
      .onConflict((on) =>
        on.columns(['person_id', 'event_code']).doUpdateSet({ proof: 1 }).where('attendance.proof', '<', 1),
      )
      .compile(),
  ]),
  'roll-call-opened': unguarded(({ db }, { rollCall }) => {
    const row = {
      secret: rollCall.secret,
      event_code: rollCall.eventCode,
      opens_at: rollCall.opensAt,
      closes_at: rollCall.closesAt,
      made_at: rollCall.madeAt,
      made_by: rollCall.madeBy,
    };
    return [db.insertInto('roll_call').values(row).compile()];
  }),
  'roll-call-closed': unguarded(({ db }, { secret, at }) => {
    const closed = db.updateTable('roll_call').set({ closes_at: at });
    return [closed.where('secret', '=', secret).where('closes_at', '>', at).compile()];
  }),
} satisfies Writers<EventChange>;
