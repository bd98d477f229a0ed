import { sql } from 'kysely';
import type { StatusList, StatusListReader } from '../../../application/store/badge-readers.ts';
import type { ListPurpose, StatusListChange } from '../../../domain/award/status-list.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import { newKey, touchesOne, type Writers } from '../commit/change-writer.ts';
import { withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { readAll, readColumn, readFirst } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';

function fromStatusListRow(row: Tables['status_list']): StatusList {
  const { id, published_revision: publishedRevision, document, valid_until: validUntil } = row;
  const isPublished = publishedRevision !== null && document !== null && validUntil !== null;
  return {
    id,
    size: row.size,
    revision: row.revision,
    openedAt: row.opened_at,
    ...(isPublished && {
      published: withoutNulls({
        id,
        publishedRevision,
        document,
        validUntil,
        suspensionDocument: row.suspension_document,
      }),
    }),
  };
}

export function makeStatusListReader(database: Database): StatusListReader {
  const { db, capabilities } = database;
  return {
    readOpenStatusList: (savedFor) =>
      readFirst(openStatusList(database, savedFor).selectAll(), fromStatusListRow),
    readStatusList: (id) =>
      readFirst(db.selectFrom('status_list').selectAll().where('id', '=', id), fromStatusListRow),
    readStatusLists: () =>
      readAll(db.selectFrom('status_list').selectAll().orderBy('opened_at').orderBy('id'), fromStatusListRow),
    readTakenIndexes: (listId, indexes) => {
      const drawn = capabilities.listOf(indexes.map(String));
      const among = sql<number>`(select cast(value as integer) from ${drawn} as drawn)`;
      const taken = (table: (typeof PLACES)[keyof typeof PLACES]) =>
        db
          .selectFrom(table)
          .select('status_index')
          .where('status_list_id', '=', listId)
          .where('status_index', 'in', among);
      return readColumn(
        taken(PLACES.badges).union(taken(PLACES.records)).union(taken(PLACES.programs)),
        'status_index',
      );
    },
    readSetIndexes: async (listId) => {
      // One statement, so that both come from the same moment.
      const marked = (mark: Mark) => [
        markedIn(database, 'credential', listId, mark),
        markedIn(database, 'program_credential', listId, mark),
      ];
      const rows = await withdrawnIn(database, listId)
        .unionAll([...marked('revoked_at'), ...marked('suspended_at')])
        .execute();
      const indexesOf = (wanted: readonly (typeof rows)[number][]) =>
        [...new Set(wanted.map((row) => row.status_index))].sort((one, other) => one - other);
      return {
        set: indexesOf(rows),
        suspended: indexesOf(rows.filter(({ mark }) => mark === 'suspended_at')),
      };
    },
  };
}

type Mark = 'revoked_at' | 'suspended_at';

/** The entries of the list whose badges, or credentials of programs, have this date. Each table has an index
 *  for it. */
function markedIn({ db }: Database, table: 'credential' | 'program_credential', listId: string, mark: Mark) {
  return db
    .selectFrom(table)
    .select(['status_index', sql.lit<Mark>(mark).as('mark')])
    .where('status_list_id', '=', listId)
    .where(mark, 'is not', null);
}

/** The entries of the list for the badge records that their holders have withdrawn. */
function withdrawnIn({ db }: Database, listId: string) {
  return db
    .selectFrom('badge_record_entry')
    .select(['status_index', sql.lit<Mark>('revoked_at').as('mark')])
    .where('status_list_id', '=', listId)
    .where('withdrawn', '=', 1);
}

export const statusLists = {
  'status-list-opened': newKey((database, change) => [insertStatusList(database, change).compile()]),
  /** Of two concurrent publications, the one with the later bits stays, whichever comes last. */
  'status-list-published': touchesOne(
    ({ db }, { list: { id } }) => db.selectFrom('status_list').select('id').where('id', '=', id),
    ({ db }, { list: { id, publishedRevision, document, validFrom, validUntil, suspensionDocument } }) => [
      db
        .updateTable('status_list')
        .set({
          published_revision: publishedRevision,
          document,
          valid_until: validUntil,
          suspension_document: suspensionDocument ?? null,
          // It is earlier than the stored instant only if that one was ahead.
          opened_at: validFrom,
        })
        .where('id', '=', id)
        .where((eb) =>
          eb.or([eb('published_revision', 'is', null), eb('published_revision', '<=', publishedRevision)]),
        )
        .compile(),
    ],
  ),
} satisfies Writers<StatusListChange>;

interface OpenedList {
  readonly id: string;
  readonly size: number;
  readonly at: Instant;
  readonly keptFor?: ListPurpose;
}

/** The table whose rows have their indexes in a list of each kind. */
const PLACES = {
  badges: 'credential',
  records: 'badge_record_entry',
  programs: 'program_credential',
} as const satisfies Record<ListPurpose, string>;

/** The newest list of its kind, where it is less than half full: an index drawn at random is then more often free than
 *  not. Lists are opened one after the other and never get emptier, so the entries of older lists need not be
 *  counted. */
function openStatusList({ db }: Database, savedFor: ListPurpose = 'badges') {
  const table = PLACES[savedFor];
  return db
    .selectFrom('status_list')
    .where('ordinal', '=', (eb) =>
      eb
        .selectFrom('status_list as newest')
        .select(({ fn }) => fn.max<number>('ordinal').as('ordinal'))
        .where('kept_for', '=', savedFor),
    )
    .where((eb) =>
      eb(
        eb
          .selectFrom(table)
          .select((count) => count.fn.countAll<number>().as('entries'))
          .whereRef(`${table}.status_list_id`, '=', 'status_list.id'),
        '<',
        eb('status_list.size', '/', 2),
      ),
    );
}

/** Opens the next list, where none is open. Two processes that look at the same moment draw the same number,
 *  which is unique. */
function insertStatusList(database: Database, { id, size, at, keptFor = 'badges' }: OpenedList) {
  const { db } = database;
  const next = db
    .selectFrom('status_list')
    .select((eb) => eb(eb.fn.coalesce(eb.fn.max('ordinal'), sql.lit(0)), '+', 1).as('next'));
  return db
    .insertInto('status_list')
    .columns(['id', 'size', 'revision', 'opened_at', 'ordinal', 'kept_for'])
    .expression(
      db
        .selectNoFrom([
          sql<string>`cast(${id} as text)`.as('id'),
          sql<number>`cast(${size} as integer)`.as('size'),
          sql.lit(0).as('revision'),
          sql<Instant>`cast(${at} as text)`.as('opened_at'),
          next.as('ordinal'),
          sql<ListPurpose>`cast(${keptFor} as text)`.as('kept_for'),
        ])
        .where((eb) => eb.not(eb.exists(openStatusList(database, keptFor).select('status_list.id')))),
    );
}
