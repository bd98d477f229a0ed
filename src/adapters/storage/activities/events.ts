import type { ExpressionBuilder } from 'kysely';
import type { EventReader, PresenceList } from '../../../application/store/school-readers.ts';
import type { EventDetails, EventDetailsChange } from '../../../domain/event/details.ts';
import type { EventChange, RollCall } from '../../../domain/event/roll-call.ts';
import type { Attendance, Event } from '../../../domain/records.ts';
import {
  beside,
  lastWriteWins,
  newKey,
  touchesOne,
  type Writers,
  withPrecondition,
} from '../commit/change-writer.ts';
import { precondition, preconditionHeld, preconditionOfNone } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { isNamedAfter } from '../mapping/keyset-by-name.ts';
import { countRows } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';
import { holdsText } from '../mapping/text-search.ts';

export const eventTable = recordTable<Event>()('event', ['code'], {
  columns: ['code', 'kind', 'title', 'startsOn', 'endsOn', 'hours', 'tags', 'uai'],
  json: ['tags'],
});

export const attendanceTable = recordTable<Attendance>()('attendance', ['personId', 'eventCode'], {
  columns: ['personId', 'eventCode', 'hours', 'proof', 'printedSheet'],
  marks: ['printedSheet'],
});

const rollCallTable = recordTable<RollCall>()('roll_call', ['secret'], {
  columns: ['secret', 'eventCode', 'opensAt', 'closesAt', 'madeAt', 'madeBy'],
});

const detailsTable = recordTable<EventDetails>()('event_details', ['eventCode'], {
  columns: ['eventCode', 'place', 'opensAt', 'closesAt', 'link', 'words'],
});

export function makeEventReader({ db, capabilities }: Database): EventReader {
  const attendances = (eventCode: string) => attendanceTable.select(db).where('event_code', '=', eventCode);
  return {
    searchEvents: ({ text, kind, after, limit }) => {
      let page = eventTable.select(db).orderBy('starts_on', 'desc').orderBy('code', 'desc').limit(limit);
      if (after) {
        page = page.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('starts_on', 'code'), '<', tuple(after.startsOn, after.code)),
        );
      }
      if (kind) page = page.where('kind', '=', kind);
      if (text) page = page.where(holdsText(['code', 'title'], text, { inCapitals: true }));
      return eventTable.all(page);
    },
    readEventAttendances: (eventCode, { after, limit, list }) =>
      attendanceTable.all(
        attendances(eventCode)
          .innerJoin('person', 'person.id', 'attendance.person_id')
          .$call((query) => (after === undefined ? query : query.where(isNamedAfter(after))))
          .$call((query) => (list === undefined ? query : query.where(isInList(list))))
          .orderBy('person.folded_name')
          .orderBy('person.id')
          .limit(limit),
      ),
    countEventAttendances: (eventCode) =>
      countRows(db.selectFrom('attendance').where('event_code', '=', eventCode)),
    readRollCall: (secret) => rollCallTable.find(db, { secret }),
    readRollCallsBySecretStart: (start) =>
      rollCallTable.all(
        // No hexadecimal digit comes after `f`.
        rollCallTable.select(db).where('secret', '>=', start).where('secret', '<', `${start}g`),
      ),
    readLatestRollCall: (eventCode) => {
      const sheets = rollCallTable.select(db).where('event_code', '=', eventCode);
      return rollCallTable.first(sheets.orderBy('made_at', 'desc').orderBy('opens_at', 'desc').limit(1));
    },
    readEventDetails: (codes) =>
      detailsTable.all(
        detailsTable.select(db).where('event_code', 'in', capabilities.listOf(codes)).orderBy('event_code'),
      ),
  };
}

export const events = {
  'event-added': newKey(({ db }, { event }) => [eventTable.insert(db, event)]),
  'event-saved': beside(['records-as-read', 'school-meeting-changed'], {
    writeRun: ({ db }, run) =>
      eventTable.saveAll(
        db,
        run.map(({ event }) => event),
      ),
  }),
  'event-removed': withPrecondition(['choice-as-read'], (database, { code, attended }) => {
    const { db, capabilities } = database;
    const others = db
      .selectFrom('attendance')
      .select('person_id')
      .where('event_code', '=', code)
      .where('person_id', 'not in', capabilities.listOf(attended));
    return [
      precondition(database, 'choice-as-read', eventTable.locate(db, { code })),
      preconditionOfNone(database, 'choice-as-read', others),
      db.deleteFrom('attendance').where('event_code', '=', code).compile(),
      db.deleteFrom('roll_call').where('event_code', '=', code).compile(),
      db.deleteFrom('event_invitation').where('event_code', '=', code).compile(),
      db.deleteFrom('training_wish').where('event_code', '=', code).compile(),
      db.deleteFrom('event_details').where('event_code', '=', code).compile(),
      eventTable.remove(db, { code }),
    ];
  }),
  'event-details-saved': lastWriteWins('dane', ({ db }, { details }) => [detailsTable.save(db, details)]),
  'attendance-saved': lastWriteWins('dane', {
    writeRun: ({ db }, run) =>
      attendanceTable.saveAll(
        db,
        run.map(({ attendance }) => attendance),
      ),
  }),
  'attendance-removed': touchesOne(
    ({ db }, attendance) => attendanceTable.locate(db, attendance),
    ({ db }, attendance) => [attendanceTable.remove(db, attendance)],
  ),
  'attendance-signed': withPrecondition(
    ['choice-as-read'],
    (database, { personId, eventCode, secret, at, printedSheet }) => [
      ...preconditionHeld(
        database,
        'choice-as-read',
        findRollCall(database, secret).where('opens_at', '<=', at).where('closes_at', '>', at),
      ),
      database.db
        .insertInto('attendance')
        .values({
          ...{ person_id: personId, event_code: eventCode, hours: null, proof: 1 },
          printed_sheet: printedSheet ? 1 : 0,
        })
        .onConflict((on) =>
          on
            .columns(['person_id', 'event_code'])
            .doUpdateSet({ proof: 1, printed_sheet: printedSheet ? 1 : 0 })
            .where(({ eb, or, and }) => {
              const isLower = eb('attendance.proof', '<', 1);
              if (printedSheet) return isLower;
              const isPrinted = and([eb('attendance.proof', '=', 1), eb('attendance.printed_sheet', '=', 1)]);
              return or([isLower, isPrinted]);
            }),
        )
        .compile(),
    ],
  ),
  'roll-call-opened': withPrecondition(['choice-as-read'], (database, { rollCall, replaces = '' }) => {
    const { db } = database;
    const { eventCode, madeAt } = rollCall;
    const standing = db
      .selectFrom('roll_call')
      .select('secret')
      .where('event_code', '=', eventCode)
      .where('secret', '<>', replaces)
      .where('closes_at', '>', madeAt);
    return [
      // Each opening writes the row of the event: of two at once, the second sees the first one's sheet.
      db.updateTable('event').set({ code: eventCode }).where('code', '=', eventCode).compile(),
      preconditionOfNone(database, 'choice-as-read', standing),
      rollCallTable.insert(db, rollCall),
    ];
  }),
  'roll-call-closed': withPrecondition(
    ['choice-as-read'],
    (database, { asRead: { secret, closesAt }, at }) => [
      precondition(
        database,
        'choice-as-read',
        findRollCall(database, secret).where('closes_at', '=', closesAt),
      ),
      database.db.updateTable('roll_call').set({ closes_at: at }).where('secret', '=', secret).compile(),
    ],
  ),
} satisfies Writers<EventChange | EventDetailsChange>;

/** The condition of a list of the people present (`PRESENCE_LISTS`). */
function isInList(list: PresenceList) {
  return ({ eb, and, not, exists, selectFrom }: ExpressionBuilder<Tables, 'attendance'>) => {
    const isPrinted = eb('attendance.printed_sheet', '=', 1);
    const isInvited = exists(
      selectFrom('event_invitation')
        .select('event_invitation.person_id')
        .whereRef('event_invitation.person_id', '=', 'attendance.person_id')
        .whereRef('event_invitation.event_code', '=', 'attendance.event_code')
        .where('event_invitation.cancelled_at', 'is', null),
    );
    const isUninvited = and([not(isPrinted), eb('attendance.proof', '=', 1), not(isInvited)]);
    if (list === 'printed') return isPrinted;
    return list === 'uninvited' ? isUninvited : not(eb.or([isPrinted, isUninvited]));
  };
}

function findRollCall({ db }: Database, secret: string) {
  return rollCallTable.locate(db, { secret });
}
