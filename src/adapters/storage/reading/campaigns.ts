import type { CampaignReader } from '../../../application/store/campaign-reader.ts';
import type { Database } from '../database.ts';
import { fromCampaignRow } from '../tables/campaigns.ts';
import { fromEngagementRow } from '../tables/engagements.ts';
import { foldText } from '../tables/folded.ts';
import { makeAskedReads, waitingSegments } from './asked-schools.ts';
import { makeCampaignRequestReads } from './campaign-requests.ts';

/** Reads campaigns, what they ask and what was answered. */
export function makeCampaignReader(database: Database): CampaignReader {
  const { db } = database;
  return {
    readCampaigns: async ({ after, limit }) => {
      const newest = db.selectFrom('campaign').selectAll().orderBy('id', 'desc').limit(limit);
      const rows = await (after === undefined ? newest : newest.where('id', '<', after)).execute();
      return rows.map(fromCampaignRow);
    },
    readCampaign: async (id) => {
      const row = await db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromCampaignRow(row);
    },
    readCampaignNamed: async (name) => {
      const same = db.selectFrom('campaign').selectAll().where('folded_name', '=', foldText(name));
      const row = await same.executeTakeFirst();
      return row && fromCampaignRow(row);
    },
    ...makeCampaignRequestReads(database),
    ...makeAskedReads(database),
    ...makeWaitingReads(database),
  };
}

function makeWaitingReads(
  database: Database,
): Pick<CampaignReader, 'countWaitingSegments' | 'readWaitingSchools' | 'readWaitingSegments'> {
  return {
    countWaitingSegments: async (waiting) => {
      const counted = waitingSegments(database, waiting).select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
    readWaitingSchools: async ({ after, limit, ...waiting }) => {
      const schools = waitingSegments(database, waiting)
        .select('engagement.uai')
        .distinct()
        .orderBy('engagement.uai')
        .limit(limit);
      const later = after === undefined ? schools : schools.where('engagement.uai', '>', after);
      return (await later.execute()).map(({ uai }) => uai);
    },
    readWaitingSegments: async (uais, waiting) => {
      const rows = await waitingSegments(database, waiting)
        .selectAll('engagement')
        .where('engagement.uai', 'in', database.capabilities.listOf(uais))
        .orderBy('reference')
        .execute();
      return rows.map(fromEngagementRow);
    },
  };
}
