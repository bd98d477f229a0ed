import { sql } from 'kysely';
import type {
  AskedSearch,
  CampaignReader,
  WaitingScope,
} from '../../../application/store/campaign-reader.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { HEADS, REQUESTED } from './confirmation-requests.ts';
import { isSchoolNamed } from './named.ts';

/** Segments that wait for their principal, at the schools that are counted. */
export function waitingSegments({ db }: Database, { scope, from, to }: WaitingScope) {
  return db
    .selectFrom('engagement')
    .innerJoin('establishment', 'establishment.uai', 'engagement.uai')
    .where('confirmation', '=', REQUESTED)
    .where('starts_on', '<=', to)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', from)]))
    .$if(scope === 'public', (query) => query.where('sector', '=', 'public').where('agricultural', '=', 0));
}

/** Whether a campaign that is open on the day has asked about the segment. */
const askedBefore = (openOn: LocalDate) => sql<number>`(case when exists (
  select 1 from confirmation_request
  inner join campaign on campaign.id = confirmation_request.campaign_id
  where confirmation_request.engagement_reference = engagement.reference
    and campaign.closed_at is null and campaign.closes_on >= ${openOn}) then 1 else 0 end)`;

const KNOWN_HEADS = sql<number>`(select count(*) from ${HEADS} as head)`;

/** Reads what a campaign would ask, school by school. */
export function makeAskedReads(
  database: Database,
): Pick<CampaignReader, 'countAskedSchools' | 'readAskedSchools'> {
  const bySchool = ({ openOn, ...waiting }: WaitingScope & Pick<AskedSearch, 'openOn'>) =>
    waitingSegments(database, waiting)
      .select(['engagement.uai as uai'])
      .select((eb) => eb.fn.countAll().as('segments'))
      .select(sql<number>`sum(${askedBefore(openOn)})`.as('asked_before'))
      .select(sql<number>`max(${KNOWN_HEADS})`.as('heads'))
      .groupBy('engagement.uai');
  return {
    countAskedSchools: async (asked) => {
      const found = await database.db
        .selectFrom(bySchool(asked).as('school'))
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
      const schools = bySchool(asked);
      const rows = await (after === undefined ? schools : schools.where('engagement.uai', '>', after))
        .$if(text !== undefined, (query) => query.where(isSchoolNamed(text ?? '')))
        .$if(withoutHead === true, (query) => query.where(KNOWN_HEADS, '=', 0))
        .$if(isMailed === true, (query) =>
          query.where(KNOWN_HEADS, '>', 0).where(askedBefore(asked.openOn), '=', 0),
        )
        .orderBy('engagement.uai')
        .limit(limit)
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
