import { sql } from 'kysely';
import type {
  CampaignReader,
  DueReminders,
  SilentSearch,
  WaitingScope,
} from '../../../application/campaigns/campaign-reader.ts';
import type { CampaignFigures } from '../../../domain/engagement/campaign.ts';
import type { Confirmation } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { fromEngagementRow } from '../tables/rows.ts';
import { fromCampaignRow, fromRequestRow } from '../tables/rows-campaigns.ts';

// A literal: an engine takes a partial index only where it sees the condition itself.
const REQUESTED = sql.lit<Confirmation>('requested');

/** Campaigns of confirmation requests. */
export function makeCampaignReader(database: Database): CampaignReader {
  const { db, capabilities } = database;
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
    countSilentRequests: async (askedUntil) => {
      const silent = unanswered(database).where('requested_at', '<=', askedUntil);
      const counted = silent.select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
    readSilentRequests: (search) => readSilentRequests(database, search),
    readDocumentaryConfirmations: (search) => readDocumentaryConfirmations(database, search),
    readConfirmationRequests: async (references) => {
      const list = capabilities.listOf(references);
      const asked = db.selectFrom('confirmation_request').selectAll().orderBy('engagement_reference');
      return (await asked.where('engagement_reference', 'in', list).execute()).map(fromRequestRow);
    },
    ...makeWaitingReads(database),
    ...makeReminderReads(database),
  };
}

function unanswered({ db }: Database) {
  return db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .where('confirmation', '=', REQUESTED);
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

async function readSilentRequests(
  database: Database,
  { campaignId, askedUntil, after, limit }: SilentSearch,
) {
  const rows = await unanswered(database)
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('requested_at', '<=', askedUntil)
    .$if(after !== undefined, (query) => query.where('engagement_reference', '>', after ?? ''))
    .orderBy('engagement_reference')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ request: fromRequestRow(row), engagement: fromEngagementRow(row) }));
}

async function readDocumentaryConfirmations(
  { db }: Database,
  { campaignId, after, limit }: Parameters<CampaignReader['readDocumentaryConfirmations']>[0],
): ReturnType<CampaignReader['readDocumentaryConfirmations']> {
  const rows = await db
    .selectFrom('confirmation_request')
    .innerJoin('documentary_confirmation as given', (join) =>
      join.onRef('given.engagement_reference', '=', 'confirmation_request.engagement_reference'),
    )
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .selectAll('engagement')
    .select(['given.documents', 'given.confirmed_at'])
    .where('campaign_id', '=', campaignId)
    .$if(after !== undefined, (query) => query.where('engagement.reference', '>', after ?? ''))
    .orderBy('engagement.reference')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    engagement: fromEngagementRow(row),
    documents: row.documents,
    at: row.confirmed_at,
  }));
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

function makeReminderReads(
  database: Database,
): Pick<CampaignReader, 'readSchoolsToRemind' | 'readDueReminders'> {
  const due = ({ turn, since }: DueReminders) =>
    turn === 'first'
      ? unanswered(database).where('first_reminder_at', 'is', null).where('requested_at', '<=', since)
      : unanswered(database)
          .where('first_reminder_at', 'is not', null)
          .where('second_reminder_at', 'is', null)
          .where('first_reminder_at', '<=', since);
  return {
    readSchoolsToRemind: async ({ after, limit, ...reminders }) => {
      const schools = due(reminders)
        .innerJoin('person', 'person.head_of_uai', 'engagement.uai')
        .select('engagement.uai')
        .distinct()
        .orderBy('engagement.uai')
        .limit(limit);
      const later = after === undefined ? schools : schools.where('engagement.uai', '>', after);
      return (await later.execute()).map(({ uai }) => uai);
    },
    readDueReminders: async (uai, reminders) => {
      const rows = await due(reminders)
        .select('engagement.reference')
        .where('engagement.uai', '=', uai)
        .orderBy('engagement.reference')
        .execute();
      return rows.map(({ reference }) => reference);
    },
  };
}
