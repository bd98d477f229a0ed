import type { CompiledQuery } from 'kysely';
import type { ConfirmationChange, ReminderTurn } from '../../../domain/confirmation/confirmation-request.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toRequestRow } from '../tables/confirmation-requests.ts';
import { premised } from './guard.ts';
import { premiseHeld, premiseOfNone } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

/** Writes requests of confirmation and their reminders. */
export const confirmationRequests = {
  'confirmation-asked': premised(['choice-as-read'], {
    writeRun: (database, run) => [
      ...campaignsStillOpen(
        database,
        run.flatMap(({ request: { campaignId } }) => campaignId ?? []),
      ),
      ...run.flatMap(({ request, replaces }) => {
        const row = toRequestRow(request);
        const insert = database.db.insertInto('confirmation_request').values(row).compile();
        return replaces === undefined
          ? [insert]
          : [forget(database, row.engagement_reference, replaces), insert];
      }),
    ],
  }),
  'confirmation-reminded': premised(['reminder-not-written'], remind),
} satisfies Writers<ConfirmationChange>;

/** Nobody is asked by a campaign that was closed or cancelled meanwhile. */
function campaignsStillOpen(database: Database, ids: readonly string[]): Queries {
  return [...new Set(ids)].flatMap((id) => {
    const open = database.db.selectFrom('campaign').select('id').where('id', '=', id);
    return premiseHeld(database, 'choice-as-read', open.where('closed_at', 'is', null));
  });
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
