import {
  newKey,
  type Queries,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { fromEngagementRow } from '../../adapters/storage/engagements/rows.ts';
import {
  audited,
  type InvariantChecks,
  notAhead,
  objectKnown,
} from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { countRows, readAll, readColumn, sliceBy } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import { foldText } from '../../adapters/storage/mapping/text-search.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Campaign, CampaignChange, CampaignReader } from './feature.ts';
import {
  IS_UNANSWERED,
  makeCampaignRequestReads,
  makeCampaignSchoolReader,
  waitingEngagements,
} from './store-reads.ts';

const table = recordTable<Campaign>()('campaign', ['id'], {
  columns: ['id', 'name', 'schoolYear', 'closesOn', 'openedAt', 'openedBy', 'closedAt', 'cancelled'],
  marks: ['cancelled'],
  derived: ({ name }) => ({ folded_name: foldText(name) }),
});

export function makeCampaignReader(database: Database): CampaignReader {
  const { db } = database;
  return {
    readCampaigns: ({ after, limit }) => {
      const newest = table.select(db).orderBy('id', 'desc').limit(limit);
      return table.all(after === undefined ? newest : newest.where('id', '<', after));
    },
    readCampaign: (id) => table.find(db, { id }),
    readCampaignNamed: (name) => table.first(table.select(db).where('folded_name', '=', foldText(name))),
    ...makeCampaignRequestReads(database),
    ...makeCampaignSchoolReader(database),
    ...makeWaitingReads(database),
  };
}

function makeWaitingReads(
  database: Database,
): Pick<CampaignReader, 'countWaitingSegments' | 'readWaitingSchools' | 'readWaitingSegments'> {
  return {
    countWaitingSegments: (waiting) => countRows(waitingEngagements(database, waiting)),
    readWaitingSchools: ({ after, limit, ...waiting }) => {
      const schools = waitingEngagements(database, waiting).select('engagement.uai').distinct();
      return readColumn(sliceBy(schools, 'engagement.uai', { after, limit }), 'uai');
    },
    readWaitingSegments: (uais, waiting) =>
      readAll(
        waitingEngagements(database, waiting)
          .selectAll('engagement')
          .where('engagement.uai', 'in', database.capabilities.listOf(uais))
          .orderBy('reference'),
        fromEngagementRow,
      ),
  };
}

export const campaignWriters = {
  'campaign-opened': newKey(({ db }, { campaign }) => [table.insert(db, campaign)]),
  'campaign-closed': withPrecondition(['choice-as-read'], close),
} satisfies Writers<CampaignChange>;

export const campaignChecks = {
  'act-audited': [audited('campaign', 'id', 'campaign-opened')],
  'audit-object': [
    objectKnown(`'campaign-opened', 'campaign-closed', 'campaign-cancelled'`, 'campaign', 'id'),
  ],
  'nothing-ahead': [notAhead('campaign', 'id', 'opened_at', 'closed_at')],
} satisfies InvariantChecks;

interface Closed {
  readonly id: string;
  readonly at: Instant;
  readonly cancelled: boolean;
}

/** The requests come first: those of a cancelled campaign are deleted where their engagement is still
 *  unanswered. */
function close(database: Database, { id, at, cancelled }: Closed): Queries {
  const { db } = database;
  const campaign = table.locate(db, { id });
  const stands = cancelled ? campaign.where('cancelled', '=', 0) : campaign.where('closed_at', 'is', null);
  const unanswered = db
    .selectFrom('confirmation_request')
    .innerJoin('engagement', 'engagement.reference', 'confirmation_request.engagement_reference')
    .select('reference')
    .where('campaign_id', '=', id)
    .where(IS_UNANSWERED);
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
    precondition(database, 'choice-as-read', stands),
    ...(cancelled ? [taken.compile()] : []),
    closed.compile(),
  ];
}
