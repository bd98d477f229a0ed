import type { CampaignReader } from '../../application/store/engagement-readers.ts';
import type { Campaign, CampaignChange } from '../../domain/campaign/campaign.ts';
import type { Instant } from '../../domain/time/time.ts';
import { makeAskedReads, makeCampaignRequestReads, waitingSegments } from './campaign-reads.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { fromEngagementRow } from './engagement-rows.ts';
import { premise } from './premise.ts';
import { foldText } from './search.ts';
import type { CampaignTable } from './tables.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

export function toCampaignRow(it: Campaign): CampaignTable {
  return {
    id: it.id,
    name: it.name,
    folded_name: foldText(it.name),
    school_year: it.schoolYear,
    closes_on: it.closesOn,
    opened_at: it.openedAt,
    opened_by: it.openedBy,
    closed_at: it.closedAt ?? null,
    cancelled: it.cancelled ? 1 : 0,
  };
}

export function fromCampaignRow(row: CampaignTable): Campaign {
  return withoutNulls({
    id: row.id,
    name: row.name,
    schoolYear: row.school_year,
    closesOn: row.closes_on,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closedAt: row.closed_at,
    ...(row.cancelled === 1 && { cancelled: true }),
  });
}

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

/** Writes campaigns. */
export const campaigns = {
  'campaign-opened': newKey(({ db }, { campaign }) => [
    db.insertInto('campaign').values(toCampaignRow(campaign)).compile(),
  ]),
  'campaign-closed': premised(['choice-as-read'], close),
} satisfies Writers<CampaignChange>;

interface Closed {
  readonly id: string;
  readonly at: Instant;
  readonly cancelled: boolean;
}

/** The requests come first: those of a cancelled campaign are deleted where their segment is still
 *  unanswered. */
function close(database: Database, { id, at, cancelled }: Closed): Queries {
  const { db } = database;
  const campaign = db.selectFrom('campaign').select('id').where('id', '=', id);
  const stands = cancelled ? campaign.where('cancelled', '=', 0) : campaign.where('closed_at', 'is', null);
  const unanswered = db.selectFrom('engagement').select('reference').where('confirmation', '=', 'requested');
  const taken = db
    .deleteFrom('confirmation_request')
    .where('campaign_id', '=', id)
    .where('engagement_reference', 'in', unanswered);
  const closed = db
    .updateTable('campaign')
    .set((eb) => ({
      closed_at: eb.fn.coalesce('closed_at', eb.val(at)),
      ...(cancelled && { cancelled: 1 as const }),
    }))
    .where('id', '=', id);
  return [
    premise(database, 'choice-as-read', stands),
    ...(cancelled ? [taken.compile()] : []),
    closed.compile(),
  ];
}
