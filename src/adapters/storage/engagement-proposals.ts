import type { EngagementProposalReader } from '../../application/store/engagement-readers.ts';
import type {
  EngagementProposal,
  EngagementProposalChange,
  SegmentChange,
  SegmentContent,
} from '../../domain/engagement/engagement-proposal.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { EngagementProposalTable } from './tables.ts';
import { newKey, premised, type Writers } from './writer.ts';

export function toEngagementProposalRow(it: EngagementProposal): EngagementProposalTable {
  const { period, missions, roles } = it.before;
  const { kind, ...asked } = it.change;
  return {
    id: it.id,
    engagement_reference: it.engagementReference,
    person_id: it.personId,
    uai: it.uai,
    kind,
    asked: JSON.stringify(asked),
    former: JSON.stringify({ period, missions, roles }),
    proposed_by: it.by,
    proposed_at: it.at,
    reason: it.reason ?? null,
    outcome: it.settlement?.outcome ?? null,
    settled_by: it.settlement?.by ?? null,
    settled_at: it.settlement?.at ?? null,
    settled_reason: it.settlement?.reason ?? null,
  };
}

export function fromEngagementProposalRow(row: EngagementProposalTable): EngagementProposal {
  const { outcome, settled_by: by, settled_at: at } = row;
  return withoutNulls({
    id: row.id,
    engagementReference: row.engagement_reference,
    personId: row.person_id,
    uai: row.uai,
    change: { kind: row.kind, ...JSON.parse(row.asked) } as SegmentChange,
    before: JSON.parse(row.former) as SegmentContent,
    by: row.proposed_by,
    at: row.proposed_at,
    reason: row.reason,
    ...(outcome !== null &&
      by !== null &&
      at !== null && { settlement: withoutNulls({ outcome, by, at, reason: row.settled_reason }) }),
  });
}

export function makeEngagementProposalReader({ db }: Database): EngagementProposalReader {
  const proposals = () => db.selectFrom('engagement_proposal').selectAll();
  const newestFirst = () => proposals().orderBy('proposed_at', 'desc').orderBy('id', 'desc');
  return {
    readEngagementProposal: async (id) => {
      const row = await proposals().where('id', '=', id).executeTakeFirst();
      return row && fromEngagementProposalRow(row);
    },
    readEngagementProposalsOf: async (personId) => {
      const rows = await newestFirst().where('person_id', '=', personId).execute();
      return rows.map(fromEngagementProposalRow);
    },
    readEngagementProposalsAt: async (uai) => {
      const rows = await newestFirst().where('uai', '=', uai).execute();
      return rows.map(fromEngagementProposalRow);
    },
    readWaitingEngagementProposals: async ({ after, limit }) => {
      const waiting = proposals().where('outcome', 'is', null).orderBy('proposed_at').orderBy('id');
      const rows = await (after === undefined
        ? waiting
        : waiting.where((eb) =>
            eb.or([
              eb('proposed_at', '>', after.at),
              eb.and([eb('proposed_at', '=', after.at), eb('id', '>', after.id)]),
            ]),
          )
      )
        .limit(limit)
        .execute();
      return rows.map(fromEngagementProposalRow);
    },
    countWaitingEngagementProposals: async () => {
      const counted = db
        .selectFrom('engagement_proposal')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('outcome', 'is', null);
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
  };
}

export const engagementProposals = {
  'engagement-change-proposed': newKey(({ db }, { proposal }) => [
    db.insertInto('engagement_proposal').values(toEngagementProposalRow(proposal)).compile(),
  ]),
  'engagement-change-settled': premised(
    ['engagement-still-open'],
    (database, { id, settlement: { outcome, by, at, reason } }) => {
      const { db } = database;
      const waiting = db
        .selectFrom('engagement_proposal')
        .select('id')
        .where('id', '=', id)
        .where('outcome', 'is', null);
      const settled = { outcome, settled_by: by, settled_at: at, settled_reason: reason ?? null };
      return [
        // A proposal is open like the segment that it is about: of two settlements, the second one fails.
        premise(database, 'engagement-still-open', waiting),
        db.updateTable('engagement_proposal').set(settled).where('id', '=', id).compile(),
      ];
    },
  ),
} satisfies Writers<EngagementProposalChange>;
