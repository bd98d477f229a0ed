import { sql } from 'kysely';
import type { KeptFor, StatusListChange } from '../../../domain/award/status-list.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { asStored, newKey } from './guard.ts';
import type { Writers } from './writer.ts';

export const statusLists = {
  'status-list-opened': newKey((database, change) => [insertStatusList(database, change).compile()]),
  /** Of two concurrent publications, the one with the later bits stays, whichever comes last. */
  'status-list-published': asStored(
    ({ db }, { list: { id, publishedRevision, document, validFrom, validUntil, suspensionDocument } }) => [
      db
        .updateTable('status_list')
        .set({
          published_revision: publishedRevision,
          document,
          valid_until: validUntil,
          suspension_document: suspensionDocument ?? null,
          // It is earlier than the stored instant only where that one was ahead.
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
  readonly keptFor?: KeptFor;
}

/** The table whose rows have their indexes in a list of each kind. */
export const PLACES = {
  badges: 'credential',
  records: 'badge_record_entry',
  programs: 'program_credential',
} as const satisfies Record<KeptFor, string>;

/** The newest list of its kind, where it is less than half full: an index drawn at random is then more often free than
 *  not. Lists are opened one after the other and never get emptier, so the entries of older lists need not be
 *  counted. */
export function openStatusList({ db }: Database, keptFor: KeptFor = 'badges') {
  const table = PLACES[keptFor];
  return db
    .selectFrom('status_list')
    .where('ordinal', '=', (eb) =>
      eb
        .selectFrom('status_list as newest')
        .select(({ fn }) => fn.max<number>('ordinal').as('ordinal'))
        .where('kept_for', '=', keptFor),
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
          sql<KeptFor>`cast(${keptFor} as text)`.as('kept_for'),
        ])
        .where((eb) => eb.not(eb.exists(openStatusList(database, keptFor).select('status_list.id')))),
    );
}
