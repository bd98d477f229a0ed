import type { SupportReader, SupportSearch } from '../../application/store/school-readers.ts';
import type { SupportChange, SupportMessage, SupportRequest } from '../../domain/support/support-request.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import { isPersonNamed, isSchoolNamed } from './search.ts';
import type { SupportRequestTable } from './tables.ts';
import { newKey, premised, type Writers } from './writer.ts';

export function toSupportRequestRow(it: SupportRequest): SupportRequestTable {
  return {
    id: it.id,
    kind: it.kind,
    uai: it.uai,
    person_id: it.personId,
    title: it.title,
    messages: JSON.stringify(it.messages),
    asked_at: it.askedAt,
    state: it.state,
    queue_rank: it.state === 'open' ? 0 : 1,
    planned_on: it.plannedOn ?? null,
    changed_at: it.changedAt,
    revision: it.revision,
  };
}

export function fromSupportRequestRow(row: SupportRequestTable): SupportRequest {
  return withoutNulls({
    id: row.id,
    kind: row.kind,
    uai: row.uai,
    personId: row.person_id,
    title: row.title,
    messages: JSON.parse(row.messages) as readonly SupportMessage[],
    askedAt: row.asked_at,
    state: row.state,
    plannedOn: row.planned_on,
    changedAt: row.changed_at,
    revision: row.revision,
  });
}

/** The most requests of one person or school that a page shows. */
const MOST_SHOWN = 100;

export function makeSupportReader(database: Database): SupportReader {
  const { db } = database;
  const requests = () => db.selectFrom('support_request').selectAll();
  const newestFirst = () => requests().orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(MOST_SHOWN);
  return {
    readSupportRequest: async (id) => {
      const row = await requests().where('id', '=', id).executeTakeFirst();
      return row && fromSupportRequestRow(row);
    },
    readSupportRequestsOf: async (personId) =>
      (await newestFirst().where('person_id', '=', personId).execute()).map(fromSupportRequestRow),
    readSupportRequestsAt: async (uai) =>
      (await newestFirst().where('uai', '=', uai).execute()).map(fromSupportRequestRow),
    searchSupportRequests: (search) => searchSupportRequests(database, search),
    countOpenSupportRequests: async () => {
      const counted = db.selectFrom('support_request').select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.where('queue_rank', '=', 0).executeTakeFirstOrThrow()).count);
    },
  };
}

async function searchSupportRequests(
  database: Database,
  { text, kind, state, after, limit }: SupportSearch,
): Promise<ReturnType<typeof fromSupportRequestRow>[]> {
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
  return (await sorted.limit(limit).execute()).map(fromSupportRequestRow);
}

export const supportRequests = {
  'support-asked': newKey(({ db }, { request }) => [
    db.insertInto('support_request').values(toSupportRequestRow(request)).compile(),
  ]),
  'support-changed': premised(['engagement-as-read'], (database, { request }) => {
    const { db } = database;
    const { id, person_id: _owner, ...row } = toSupportRequestRow(request);
    const asRead = db
      .selectFrom('support_request')
      .select('id')
      .where('id', '=', id)
      .where('revision', '=', row.revision - 1);
    return [
      // A request is judged as it was read, like a segment: of two changes at once, the second one fails.
      premise(database, 'engagement-as-read', asRead),
      db.updateTable('support_request').set(row).where('id', '=', id).compile(),
    ];
  }),
} satisfies Writers<SupportChange>;
