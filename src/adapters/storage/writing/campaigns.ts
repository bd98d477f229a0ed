import type { CampaignChange } from '../../../domain/campaign/campaign.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toCampaignRow } from '../tables/campaigns.ts';
import { newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

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
