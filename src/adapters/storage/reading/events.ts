import { type Selectable, type SqlBool, sql } from 'kysely';
import type { EventReader, EventSearch } from '../../../application/store/event-reader.ts';
import type { RollCall } from '../../../domain/event/roll-call.ts';
import type { Event } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import type { EventSheetTable } from '../tables/events.ts';
import { fromAttendanceRow, fromEventRow } from '../tables/events.ts';

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
