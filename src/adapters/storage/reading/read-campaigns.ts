import { sql } from 'kysely';
import type { CampaignReader, WaitingScope } from '../../../application/campaigns/campaign-reader.ts';
import type { CampaignFigures } from '../../../domain/engagement/campaign.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { fromEngagementRow } from '../tables/rows.ts';
import { fromCampaignRow } from '../tables/rows-campaigns.ts';
import { makeRequestReads, REQUESTED } from './read-requests.ts';

/** Campaigns of confirmation requests. */
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
    countCampaignRequests: (id, askedUntil) => countRequests(database, id, askedUntil),
    ...makeWaitingReads(database),
    ...makeRequestReads(database),
  };
}

async function countRequests({ db }: Database, id: string, askedUntil: Instant): Promise<CampaignFigures> {
  const state = sql<keyof CampaignFigures>`case
    when confirmation <> 'requested' then 'answered'
    when requested_at <= ${askedUntil} then 'silent'
    when first_reminder_at is not null then 'reminded'
    else 'waiting' end`;
  const requests = db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .select(state.as('state'))
    .where('campaign_id', '=', id);
  const rows = await db
    .selectFrom(requests.as('request'))
    .select(['state', (eb) => eb.fn.countAll().as('count')])
    .groupBy('state')
    .execute();
  const count = (name: keyof CampaignFigures) => Number(rows.find((row) => row.state === name)?.count ?? 0);
  return {
    answered: count('answered'),
    waiting: count('waiting'),
    reminded: count('reminded'),
    silent: count('silent'),
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

function waitingSegments({ db }: Database, { scope, from, to }: WaitingScope) {
  return db
    .selectFrom('engagement')
    .innerJoin('establishment', 'establishment.uai', 'engagement.uai')
    .where('confirmation', '=', REQUESTED)
    .where('starts_on', '<=', to)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', from)]))
    .$if(scope === 'public', (query) => query.where('sector', '=', 'public').where('agricultural', '=', 0));
}
