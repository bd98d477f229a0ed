import { type SqlBool, sql } from 'kysely';
import {
  HEADS,
  isUnrenewed,
  REQUESTED,
  requestTable,
} from '../../adapters/storage/engagements/confirmation-requests.ts';
import { fromEngagementRow } from '../../adapters/storage/engagements/rows.ts';
import { withoutNulls } from '../../adapters/storage/mapping/columns.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { isAfter, isSchoolNamedAfter } from '../../adapters/storage/mapping/keyset-by-name.ts';
import { countBy, sliceBy } from '../../adapters/storage/mapping/queries.ts';
import { isSchoolNamed } from '../../adapters/storage/mapping/text-search.ts';
import type { ConfirmationRequestState } from '../../domain/confirmation/request.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type {
  CampaignFigures,
  CampaignReader,
  CampaignRequest,
  CampaignSchool,
  CampaignSchoolQuery,
  ConfirmationRequestSearch,
  WaitingScope,
} from './feature.ts';

type CampaignRequestReads = Pick<
  CampaignReader,
  'countCampaignRequests' | 'readCampaignRequests' | 'readUnansweredSchools'
>;

export function makeCampaignRequestReads(database: Database): CampaignRequestReads {
  return {
    countCampaignRequests: (id, requestedUntil) => countRequests(database, id, requestedUntil),
    readCampaignRequests: (search) => readCampaignRequests(database, search),
    readUnansweredSchools: (search) => readUnansweredSchools(database, search),
  };
}

/** Whether a request of a campaign has no answer: its engagement is requested, or is still to be renewed in the
 *  school year of the campaign. */
export const IS_UNANSWERED = sql<SqlBool>`(confirmation = 'requested' or ${isUnrenewed(
  sql<string>`coalesce((select cast(campaign.school_year as text) || '-09-01' from campaign
    where campaign.id = confirmation_request.campaign_id), '')`,
)})`;

function stateOf(requestedUntil: Instant) {
  return sql<ConfirmationRequestState>`case
    when not ${IS_UNANSWERED} then 'answered'
    when requested_at <= ${requestedUntil} then 'silent'
    when first_reminder_at is not null then 'reminded'
    else 'waiting' end`;
}

async function countRequests(
  { db }: Database,
  id: string,
  requestedUntil: Instant,
): Promise<CampaignFigures> {
  const state = stateOf(requestedUntil);
  const requests = db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .select(state.as('state'))
    .where('campaign_id', '=', id);
  const count = await countBy(db.selectFrom(requests.as('request')), 'state');
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
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .selectAll(['confirmation_request', 'engagement'])
    .select(stateOf(askedUntil).as('state'))
    .where('campaign_id', '=', campaignId)
    .$call((query) => (after === undefined ? query : query.where(isNamedAfterEngagement(after))))
    .$if(state !== undefined, (query) => query.where(stateOf(askedUntil), '=', state ?? 'silent'))
    .orderBy('person.folded_name')
    .orderBy('engagement.reference')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    request: requestTable.fromRow(row),
    engagement: fromEngagementRow(row),
    state: row.state,
  }));
}

/** Whether the person and the engagement come after this engagement, in the order of names. */
function isNamedAfterEngagement(reference: string) {
  const name = sql`(select it.folded_name from person it inner join engagement of on of.person_id = it.id where of.reference = ${reference})`;
  return isAfter(['person.folded_name', 'engagement.reference'], [name, reference]);
}

async function readUnansweredSchools(
  { db }: Database,
  { campaignId, after, limit }: Parameters<CampaignReader['readUnansweredSchools']>[0],
): Promise<readonly CampaignSchool[]> {
  const unanswered = sql<number>`sum(case when ${IS_UNANSWERED} then 1 else 0 end)`;
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
    .innerJoin('establishment', 'establishment.uai', 'engagement.uai')
    .where('campaign_id', '=', campaignId)
    .$call((query) => (after === undefined ? query : query.where(isSchoolNamedAfter(after))))
    .groupBy(['engagement.uai', 'establishment.folded_name', 'establishment.uai'])
    .having(unanswered, '>', 0)
    .orderBy('establishment.folded_name')
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

/** Engagements that wait for their principal, or are to be renewed, at the schools that are counted. */
export function waitingEngagements({ db }: Database, { scope, from, to }: WaitingScope) {
  return db
    .selectFrom('engagement')
    .innerJoin('establishment', 'establishment.uai', 'engagement.uai')
    .where((eb) => eb.or([eb('confirmation', '=', REQUESTED), isUnrenewed(from)]))
    .where('starts_on', '<=', to)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', from)]))
    .$if(scope === 'public', (query) => query.where('sector', '=', 'public').where('agricultural', '=', 0));
}

/** Whether a campaign that is open on the day has asked about the engagement. */
const requestedBefore = (openOn: LocalDate) => sql<number>`(case when exists (
  select 1 from confirmation_request
  inner join campaign on campaign.id = confirmation_request.campaign_id
  where confirmation_request.engagement_reference = engagement.reference
    and campaign.closed_at is null and campaign.closes_on >= ${openOn}) then 1 else 0 end)`;

const KNOWN_HEADS = sql<number>`(select count(*) from ${HEADS} as head)`;

/** Reads what a campaign would ask, school by school. */
export function makeCampaignSchoolReader(
  database: Database,
): Pick<CampaignReader, 'countAskedSchools' | 'readAskedSchools'> {
  const bySchool = ({ openOn, ...waiting }: WaitingScope & Pick<CampaignSchoolQuery, 'openOn'>) =>
    waitingEngagements(database, waiting)
      .select(['engagement.uai as uai'])
      .select((eb) => eb.fn.countAll().as('segments'))
      .select(sql<number>`sum(${requestedBefore(openOn)})`.as('asked_before'))
      .select(sql<number>`max(${KNOWN_HEADS})`.as('heads'))
      .groupBy('engagement.uai');
  return {
    countAskedSchools: async (requested) => {
      const found = await database.db
        .selectFrom(bySchool(requested).as('school'))
        .select([
          sql<number>`coalesce(sum(segments - asked_before), 0)`.as('to_ask'),
          sql<number>`coalesce(sum(case when segments > asked_before then 1 else 0 end), 0)`.as('schools'),
          sql<number>`coalesce(sum(asked_before), 0)`.as('asked_before'),
          sql<number>`coalesce(sum(case when heads = 0 and segments > asked_before then 1 else 0 end), 0)`.as(
            'without_head',
          ),
        ])
        .executeTakeFirstOrThrow();
      return {
        segments: Number(found.to_ask),
        schools: Number(found.schools),
        askedBefore: Number(found.asked_before),
        withoutHead: Number(found.without_head),
      };
    },
    readAskedSchools: async ({ text, withoutHead, isMailed, after, limit, ...asked }) => {
      const rows = await sliceBy(bySchool(asked), 'engagement.uai', { after, limit })
        .$if(text !== undefined, (query) => query.where(isSchoolNamed(text ?? '')))
        .$if(withoutHead === true, (query) => query.where(KNOWN_HEADS, '=', 0))
        .$if(isMailed === true, (query) =>
          query.where(KNOWN_HEADS, '>', 0).where(requestedBefore(asked.openOn), '=', 0),
        )
        .execute();
      return rows.map(({ uai, segments, asked_before, heads }) => ({
        uai,
        segments: Number(segments) - Number(asked_before),
        askedBefore: Number(asked_before),
        heads: Number(heads),
      }));
    },
  };
}
