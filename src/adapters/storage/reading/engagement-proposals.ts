import type { EngagementProposalReader } from '../../../application/store/engagement-proposal-reader.ts';
import type { Database } from '../database.ts';
import { fromEngagementProposalRow } from '../tables/engagement-proposals.ts';

export function makeEngagementProposalReader({ db }: Database): EngagementProposalReader {
  const proposals = () => db.selectFrom('engagement_proposal').selectAll();
  const newestFirst = () => proposals().orderBy('proposed_at', 'desc').orderBy('id', 'desc');
  return {
    readEngagementProposal: async (id) => {
      const row = await proposals().where('id', '=', id).executeTakeFirst();
      return row && fromEngagementProposalRow(row);
    },
    readEngagementProposalsOf: async (personId) => {
      const rows = await newestFirst().where('person_id', '=', personId).execute();
      return rows.map(fromEngagementProposalRow);
    },
    readEngagementProposalsAt: async (uai) => {
      const rows = await newestFirst().where('uai', '=', uai).execute();
      return rows.map(fromEngagementProposalRow);
    },
    readWaitingEngagementProposals: async ({ after, limit }) => {
      const waiting = proposals().where('outcome', 'is', null).orderBy('proposed_at').orderBy('id');
      const rows = await (after === undefined
        ? waiting
        : waiting.where((eb) =>
            eb.or([
              eb('proposed_at', '>', after.at),
              eb.and([eb('proposed_at', '=', after.at), eb('id', '>', after.id)]),
            ]),
          )
      )
        .limit(limit)
        .execute();
      return rows.map(fromEngagementProposalRow);
    },
    countWaitingEngagementProposals: async () => {
      const counted = db
        .selectFrom('engagement_proposal')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('outcome', 'is', null);
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
  };
}
