import { newKey, type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { countRows } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import { isPersonNamed, isSchoolNamed } from '../../adapters/storage/mapping/text-search.ts';
import {
  ENDED_STATES,
  type SupportChange,
  type SupportReader,
  type SupportRequest,
  type SupportSearch,
} from './feature.ts';

const table = recordTable<SupportRequest>()('support_request', ['id'], {
  columns: [
    ...(['id', 'kind', 'uai', 'personId', 'title', 'messages', 'askedAt', 'state'] as const),
    ...(['plannedOn', 'changedAt', 'revision'] as const),
  ],
  json: ['messages'],
  derived: ({ state }) => ({ queue_rank: state === 'open' ? (0 as const) : (1 as const) }),
});

/** The most requests of one person or school that a page shows. */
const MOST_SHOWN = 100;

export function makeSupportReader(database: Database): SupportReader {
  const { db } = database;
  const newestFirst = () =>
    table.select(db).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(MOST_SHOWN);
  return {
    readSupportRequest: (id) => table.find(db, { id }),
    readSupportRequestsOf: (personId) => table.all(newestFirst().where('person_id', '=', personId)),
    readSupportRequestsAt: (uai) => table.all(newestFirst().where('uai', '=', uai)),
    readUnendedSupportAt: (uai) =>
      table.all(table.select(db).where('uai', '=', uai).where('state', 'not in', ENDED_STATES).orderBy('id')),
    searchSupportRequests: (search) => searchSupportRequests(database, search),
    countOpenSupportRequests: () => countRows(db.selectFrom('support_request').where('queue_rank', '=', 0)),
  };
}

async function searchSupportRequests(
  database: Database,
  { text, kind, state, after, limit }: SupportSearch,
): Promise<readonly SupportRequest[]> {
  const { db } = database;
  let page = db
    .selectFrom('support_request')
    .innerJoin('person', 'person.id', 'support_request.person_id')
    .innerJoin('establishment', 'establishment.uai', 'support_request.uai')
    .selectAll('support_request');
  if (kind) page = page.where('support_request.kind', '=', kind);
  if (state) page = page.where('support_request.state', '=', state);
  if (text) page = page.where((eb) => eb.or([isPersonNamed(database, text), isSchoolNamed(text)]));
  if (after) {
    const last = db.selectFrom('support_request').select(['queue_rank', 'asked_at', 'id']);
    const row = await last.where('id', '=', after).executeTakeFirst();
    if (row) {
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('support_request.queue_rank', 'support_request.asked_at', 'support_request.id'),
          '>',
          tuple(row.queue_rank, row.asked_at, row.id),
        ),
      );
    }
  }
  const sorted = page.orderBy('queue_rank').orderBy('asked_at').orderBy('support_request.id');
  return table.all(sorted.limit(limit));
}

export const supportWriters = {
  'support-asked': newKey(({ db }, { request }) => [table.insert(db, request)]),
  'support-changed': withPrecondition(['engagement-as-read'], (database, { request }) => {
    const { db } = database;
    const { id, person_id: _owner, ...row } = table.toRow(request);
    const asRead = table.locate(db, { id });
    return [
      // A request is judged as it was read, like an engagement: of two changes at once, the second one fails.
      precondition(database, 'engagement-as-read', asRead.where('revision', '=', row.revision - 1)),
      db.updateTable('support_request').set(row).where('id', '=', id).compile(),
    ];
  }),
} satisfies Writers<SupportChange>;

export const supportChecks = {
  'nothing-ahead': [notAhead('support_request', 'id', 'asked_at', 'changed_at')],
} satisfies InvariantChecks;
