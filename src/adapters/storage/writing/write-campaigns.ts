import type { CompiledQuery } from 'kysely';
import type { CampaignChange } from '../../../domain/change/campaign-change.ts';
import type { ReminderTurn } from '../../../domain/engagement/campaign.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toCampaignRow, toCoverageRow, toRequestRow } from '../tables/rows-campaigns.ts';
import { excluded } from './excluded.ts';
import { premiseOfNone } from './premise.ts';
import { decideEngagement } from './write-contests.ts';

type Queries = readonly CompiledQuery[];

/** Coverage, campaigns, their requests and reminders, and what was confirmed on documents. */
export function makeCampaignWriter(database: Database): (change: CampaignChange) => Queries {
  const { db } = database;
  return (change) => {
    switch (change.kind) {
      case 'coverage-measured':
        return change.coverages.map((one) => {
          const { uai, school_year, ...rest } = toCoverageRow(one, change.at);
          const insert = db.insertInto('establishment_coverage').values({ uai, school_year, ...rest });
          return insert
            .onConflict((on) => on.columns(['school_year', 'uai']).doUpdateSet(excluded(rest)))
            .compile();
        });
      case 'campaign-opened':
        return [db.insertInto('campaign').values(toCampaignRow(change.campaign)).compile()];
      case 'campaign-closed':
        return close(database, change);
      case 'confirmation-asked': {
        const row = toRequestRow(change.request);
        const insert = db.insertInto('confirmation_request').values(row).compile();
        return change.replaces === undefined
          ? [insert]
          : [forget(database, row.engagement_reference, change.replaces), insert];
      }
      case 'confirmation-reminded':
        return remind(database, change);
      case 'confirmed-on-documents':
        return confirm(database, change);
    }
  };
}

/** First the requests: an engagement that is still asked about has no other of this campaign. */
function close(
  { db }: Database,
  { id, at, cancelled }: Extract<CampaignChange, { readonly kind: 'campaign-closed' }>,
): Queries {
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

type Confirmed = Extract<CampaignChange, { kind: 'confirmed-on-documents' }>;

function confirm(database: Database, change: Confirmed): Queries {
  const { db } = database;
  const given = { confirmed_at: change.at, confirmed_by: change.by, documents: change.documents };
  return [
    ...decideEngagement(database, change),
    db
      .insertInto('documentary_confirmation')
      .values({ engagement_reference: change.engagement.reference, ...given })
      .onConflict((on) => on.column('engagement_reference').doUpdateSet(excluded(given)))
      .compile(),
  ];
}
