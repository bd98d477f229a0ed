import type { CompiledQuery } from 'kysely';
import type { CampaignChange, ReminderTurn } from '../../../domain/campaign/campaign.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toCampaignRow, toRequestRow } from '../tables/campaigns.ts';
import { premiseOfNone } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

/** Writes campaigns, their requests and reminders. */
export const campaigns = {
  'campaign-opened': ({ db }, { campaign }) => [
    db.insertInto('campaign').values(toCampaignRow(campaign)).compile(),
  ],
  'campaign-closed': close,
  'confirmation-asked': (database, { request, replaces }) => {
    const row = toRequestRow(request);
    const insert = database.db.insertInto('confirmation_request').values(row).compile();
    return replaces === undefined ? [insert] : [forget(database, row.engagement_reference, replaces), insert];
  },
  'confirmation-reminded': remind,
} satisfies Writers<CampaignChange>;

interface Closed {
  readonly id: string;
  readonly at: Instant;
  readonly cancelled: boolean;
}

/** The requests come first: those of a cancelled campaign are deleted where their segment is still
 *  unanswered. */
function close({ db }: Database, { id, at, cancelled }: Closed): Queries {
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
  return [...(cancelled ? [taken.compile()] : []), closed.compile()];
}

function forget(
  { db }: Database,
  reference: string,
  { campaignId = null }: { readonly campaignId?: string | null },
): CompiledQuery {
  const request = db.deleteFrom('confirmation_request').where('engagement_reference', '=', reference);
  return request.where('campaign_id', campaignId === null ? 'is' : '=', campaignId).compile();
}

interface Reminded {
  readonly references: readonly string[];
  readonly turn: ReminderTurn;
  readonly at: Instant;
}

function remind(database: Database, { references, turn, at }: Reminded): Queries {
  const { db, capabilities } = database;
  const column = turn === 'first' ? 'first_reminder_at' : 'second_reminder_at';
  const list = capabilities.listOf(references);
  const written = db
    .selectFrom('confirmation_request')
    .select('engagement_reference')
    .where('engagement_reference', 'in', list)
    .where(column, 'is not', null);
  return [
    premiseOfNone(database, 'reminder-not-written', written),
    db
      .updateTable('confirmation_request')
      .set({ [column]: at })
      .where('engagement_reference', 'in', list)
      .compile(),
  ];
}
