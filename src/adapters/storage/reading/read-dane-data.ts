import { type Selectable, type SqlBool, sql } from 'kysely';
import type { AwardWithCredential } from '../../../application/store/badge-readers.ts';
import type { DaneDataReader, EventSearch } from '../../../application/store/event-readers.ts';
import type { Page } from '../../../application/store/record-readers.ts';
import type { EventSheet } from '../../../domain/engagement/event-sheet.ts';
import type { AwardId } from '../../../domain/ids.ts';
import type { Event } from '../../../domain/records.ts';
import type { Upload, UploadedFile, UploadReport } from '../../../domain/upload.ts';
import type { Database } from '../database.ts';
import { optional } from '../tables/columns.ts';
import { fromAttendanceRow, fromEventRow } from '../tables/rows.ts';
import { fromAwardRow, fromCredentialRow } from '../tables/rows-awards.ts';
import type { EventSheetTable, UploadTable } from '../tables/service.ts';

/** The DANE's own data keeping. */
export function makeDaneDataReader(database: Database): DaneDataReader {
  return { ...makeUploadReads(database), ...makeEventReads(database), ...makeOtherReads(database) };
}

function makeUploadReads({ db }: Database) {
  return {
    readUpload: async (id, at) => {
      const uploads = db.selectFrom('upload').selectAll().where('id', '=', id);
      const row = await uploads.where('expires_at', '>', at).executeTakeFirst();
      return row && fromUploadRow(row);
    },
    readUploadPart: async (id, { file, position }) => {
      const parts = db.selectFrom('upload_part').select('content').where('upload_id', '=', id);
      const row = await parts.where('file', '=', file).where('position', '=', position).executeTakeFirst();
      return row?.content;
    },
  } satisfies Partial<DaneDataReader>;
}

function makeEventReads(database: Database) {
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
    readEventSheet: async (secret) => {
      const sheets = db.selectFrom('event_sheet').selectAll();
      const row = await sheets.where('secret', '=', secret).executeTakeFirst();
      return row && fromSheetRow(row);
    },
    readLatestEventSheet: async (eventCode) => {
      const sheets = db.selectFrom('event_sheet').selectAll().where('event_code', '=', eventCode);
      const row = await sheets
        .orderBy('made_at', 'desc')
        .orderBy('opens_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && fromSheetRow(row);
    },
  } satisfies Partial<DaneDataReader>;
}

function makeOtherReads(database: Database) {
  return {
    readSettings: async () => {
      const rows = await database.db.selectFrom('setting').select(['name', 'value']).execute();
      return new Map(rows.map(({ name, value }) => [name, value]));
    },
    readAwardPage: (page) => readAwardPage(database, page),
  } satisfies Partial<DaneDataReader>;
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

/** Code or title that holds the text. Engines fold accented capitals differently: the text is looked for as typed, with
 *  a capital, and folded. */
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

async function readAwardPage(
  { db, capabilities }: Database,
  { after, limit }: Page<AwardId>,
): Promise<readonly AwardWithCredential[]> {
  const page = db.selectFrom('award').selectAll().orderBy('id').limit(limit);
  const awards = await (after === undefined ? page : page.where('id', '>', after)).execute();
  const credentials = await db
    .selectFrom('credential')
    .selectAll()
    .where('award_id', 'in', capabilities.listOf(awards.map(({ id }) => id)))
    .execute();
  const credentialOf = new Map(credentials.map((row) => [row.award_id, row]));
  return awards.map((row) => {
    const credential = credentialOf.get(row.id);
    return { award: fromAwardRow(row), ...(credential && { credential: fromCredentialRow(credential) }) };
  });
}

function fromUploadRow(row: Selectable<UploadTable>): Upload {
  return {
    id: row.id,
    ownerId: row.owner_id,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    files: JSON.parse(row.files) as readonly UploadedFile[],
    report: JSON.parse(row.report) as UploadReport,
    ...optional('importedAt', row.imported_at),
  };
}

function fromSheetRow(row: Selectable<EventSheetTable>): EventSheet {
  return {
    secret: row.secret,
    eventCode: row.event_code,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    madeAt: row.made_at,
    madeBy: row.made_by,
  };
}
