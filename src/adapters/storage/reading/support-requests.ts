import type { SupportReader, SupportSearch } from '../../../application/store/support-reader.ts';
import type { Database } from '../database.ts';
import { fromSupportRequestRow } from '../tables/support-requests.ts';
import { isPersonNamed, isSchoolNamed } from './named.ts';

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
