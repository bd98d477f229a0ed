import { sql } from 'kysely';
import type {
  CampaignReader,
  CampaignRequest,
  CampaignSchool,
  ConfirmationRequestSearch,
} from '../../../application/store/campaign-reader.ts';
import type { CampaignFigures } from '../../../domain/campaign/campaign.ts';
import type { ConfirmationRequestState } from '../../../domain/confirmation/confirmation-request.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import { withoutNulls } from '../tables/columns.ts';
import { fromRequestRow } from '../tables/confirmation-requests.ts';
import { fromEngagementRow } from '../tables/engagements.ts';

type CampaignRequestReads = Pick<
  CampaignReader,
  'countCampaignRequests' | 'readCampaignRequests' | 'readUnansweredSchools'
>;

/** Reads the requests of campaigns and their answers. */
export function makeCampaignRequestReads(database: Database): CampaignRequestReads {
  return {
    countCampaignRequests: (id, askedUntil) => countRequests(database, id, askedUntil),
    readCampaignRequests: (search) => readCampaignRequests(database, search),
    readUnansweredSchools: (search) => readUnansweredSchools(database, search),
  };
}

function stateOf(askedUntil: Instant) {
  return sql<ConfirmationRequestState>`case
    when confirmation <> 'requested' then 'answered'
    when requested_at <= ${askedUntil} then 'silent'
    when first_reminder_at is not null then 'reminded'
    else 'waiting' end`;
}

async function countRequests({ db }: Database, id: string, askedUntil: Instant): Promise<CampaignFigures> {
  const state = stateOf(askedUntil);
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

async function readCampaignRequests(
  { db }: Database,
  { campaignId, askedUntil, state, after, limit }: ConfirmationRequestSearch,
): Promise<readonly CampaignRequest[]> {
  const rows = await db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .selectAll()
    .select(stateOf(askedUntil).as('state'))
    .where('campaign_id', '=', campaignId)
    .$if(after !== undefined, (query) => query.where('engagement_reference', '>', after ?? ''))
    .$if(state !== undefined, (query) => query.where(stateOf(askedUntil), '=', state ?? 'silent'))
    .orderBy('engagement_reference')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    request: fromRequestRow(row),
    engagement: fromEngagementRow(row),
    state: row.state,
  }));
}

async function readUnansweredSchools(
  { db }: Database,
  { campaignId, after, limit }: Parameters<CampaignReader['readUnansweredSchools']>[0],
): Promise<readonly CampaignSchool[]> {
  const unanswered = sql<number>`sum(case when confirmation = 'requested' then 1 else 0 end)`;
  const rows = await db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .select(({ fn }) => [
      'engagement.uai',
      fn.countAll().as('asked'),
      unanswered.as('unanswered'),
      fn.min('requested_at').as('requested_at'),
      fn.max('first_reminder_at').as('first_reminder_at'),
      fn.max('second_reminder_at').as('second_reminder_at'),
    ])
    .where('campaign_id', '=', campaignId)
    .$if(after !== undefined, (query) => query.where('engagement.uai', '>', after as Uai))
    .groupBy('engagement.uai')
    .having(unanswered, '>', 0)
    .orderBy('engagement.uai')
    .limit(limit)
    .execute();
  return rows.map((row) =>
    withoutNulls({
      uai: row.uai,
      asked: Number(row.asked),
      unanswered: Number(row.unanswered),
      requestedAt: row.requested_at,
      remindedAt: row.second_reminder_at ?? row.first_reminder_at,
    }),
  );
}
