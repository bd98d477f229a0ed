import { type Selectable, type SqlBool, sql } from 'kysely';
import type { EventReader, EventSearch } from '../../application/store/school-readers.ts';
import type { EventChange, RollCall } from '../../domain/event/roll-call.ts';
import type { Attendance, Event } from '../../domain/records.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { excluded, insertEach } from './insert.ts';
import { premise, premiseHeld, premiseOfNone } from './premise.ts';
import type { AttendanceTable, EventSheetTable, EventTable } from './tables.ts';
import { asStored, beside, lastWord, newKey, premised, type Writers } from './writer.ts';

export function toEventRow(it: Event): EventTable {
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

export function fromEventRow(row: EventTable): Event {
  return withoutNulls({
    code: row.code,
    kind: row.kind,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    hours: row.hours,
    tags: JSON.parse(row.tags) as readonly string[],
    uai: row.uai,
  });
}

export function toAttendanceRow(it: Attendance): AttendanceTable {
  return { person_id: it.personId, event_code: it.eventCode, hours: it.hours ?? null, proof: it.proof };
}

export function fromAttendanceRow(row: AttendanceTable): Attendance {
  return withoutNulls({
    personId: row.person_id,
    eventCode: row.event_code,
    hours: row.hours,
    proof: row.proof,
  });
}

/** Reads events, their attendances and their sign-in sheets. */
export function makeEventReader(database: Database): EventReader {
  const { db } = database;
  return {
    searchEvents: (search) => searchEvents(database, search),
    readEventAttendances: async (eventCode, { after, limit }) => {
      const page = db
        .selectFrom('attendance')
        .selectAll()
        .where('event_code', '=', eventCode)
        .orderBy('person_id')
        .limit(limit);
      const rows = await (after === undefined ? page : page.where('person_id', '>', after)).execute();
      return rows.map(fromAttendanceRow);
    },
    countEventAttendances: async (eventCode) => {
      const counted = db.selectFrom('attendance').select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.where('event_code', '=', eventCode).executeTakeFirstOrThrow()).count);
    },
    readRollCall: async (secret) => {
      const sheets = db.selectFrom('roll_call').selectAll();
      const row = await sheets.where('secret', '=', secret).executeTakeFirst();
      return row && fromSheetRow(row);
    },
    readLatestRollCall: async (eventCode) => {
      const sheets = db.selectFrom('roll_call').selectAll().where('event_code', '=', eventCode);
      const row = await sheets
        .orderBy('made_at', 'desc')
        .orderBy('opens_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && fromSheetRow(row);
    },
  };
}

async function searchEvents(
  { db }: Database,
  { text, kind, after, limit }: EventSearch,
): Promise<readonly Event[]> {
  let page = db
    .selectFrom('event')
    .selectAll()
    .orderBy('starts_on', 'desc')
    .orderBy('code', 'desc')
    .limit(limit);
  if (after) {
    page = page.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('starts_on', 'code'), '<', tuple(after.startsOn, after.code)),
    );
  }
  if (kind) page = page.where('kind', '=', kind);
  if (text) page = page.where(called(text));
  return (await page.execute()).map(fromEventRow);
}

/** Whether code or title contain the text. Engines fold accented capitals differently, so the text is
 *  searched as typed, with a capital, and in its folded form. */
function called(text: string) {
  const escaped = text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const [first = '', ...rest] = [...escaped];
  const forms = [...new Set([escaped, first.toUpperCase() + rest.join(''), escaped.toUpperCase()])];
  const like = ['code', 'title'].flatMap((column) => [
    sql<SqlBool>`lower(${sql.ref(column)}) like ${`%${escaped.toLowerCase()}%`} escape '\\'`,
    ...forms.map((form) => sql<SqlBool>`${sql.ref(column)} like ${`%${form}%`} escape '\\'`),
  ]);
  return sql<SqlBool>`(${sql.join(like, sql` or `)})`;
}

function fromSheetRow(row: Selectable<EventSheetTable>): RollCall {
  return {
    secret: row.secret,
    eventCode: row.event_code,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    madeAt: row.made_at,
    madeBy: row.made_by,
  };
}

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
