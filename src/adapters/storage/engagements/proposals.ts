import type { EngagementProposalReader } from '../../../application/store/engagement-readers.ts';
import { contentOf } from '../../../domain/engagement/content.ts';
import type { EngagementContent } from '../../../domain/engagement/fields.ts';
import type {
  EngagementProposal,
  EngagementProposalChange,
  ProposedChange,
} from '../../../domain/engagement/proposal.ts';
import { newKey, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { countRows, readAll, readFirst } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

const table = recordTable<Omit<EngagementProposal, 'change' | 'before'>>()('engagement_proposal', ['id'], {
  columns: ['id', 'engagementReference', 'personId', 'uai', 'by', 'at', 'reason', 'settlement'],
});

function fromRow({ kind, asked, former, ...row }: Tables['engagement_proposal']): EngagementProposal {
  return {
    ...table.fromRow(row),
    change: { kind, ...JSON.parse(asked) } as ProposedChange,
    before: JSON.parse(former) as EngagementContent,
  };
}

export function makeEngagementProposalReader({ db }: Database): EngagementProposalReader {
  const newestFirst = () => table.select(db).orderBy('proposed_at', 'desc').orderBy('id', 'desc');
  const waiting = () => table.select(db).where('outcome', 'is', null);
  return {
    readEngagementProposal: (id) => readFirst(table.select(db).where('id', '=', id), fromRow),
    readEngagementProposalsOf: (personId) =>
      readAll(newestFirst().where('person_id', '=', personId), fromRow),
    readEngagementProposalsAt: (uai) => readAll(newestFirst().where('uai', '=', uai), fromRow),
    readWaitingEngagementProposals: ({ after, limit }) => {
      const rows = waiting().orderBy('proposed_at').orderBy('id').limit(limit);
      const later =
        after &&
        rows.where((eb) =>
          eb.or([
            eb('proposed_at', '>', after.at),
            eb.and([eb('proposed_at', '=', after.at), eb('id', '>', after.id)]),
          ]),
        );
      return readAll(later ?? rows, fromRow);
    },
    countWaitingEngagementProposals: () =>
      countRows(db.selectFrom('engagement_proposal').where('outcome', 'is', null)),
  };
}

export const engagementProposals = {
  'engagement-change-proposed': newKey(({ db }, { proposal }) => {
    const { kind, ...asked } = proposal.change;
    const former = JSON.stringify(contentOf(proposal.before));
    return [table.insert(db, proposal, { kind, asked: JSON.stringify(asked), former })];
  }),
  'engagement-change-settled': withPrecondition(['engagement-still-open'], (database, { id, settlement }) => {
    const { db } = database;
    const waiting = table.locate(db, { id });
    return [
      // A proposal is open like the engagement that it is about: of two settlements, the second one fails.
      precondition(database, 'engagement-still-open', waiting.where('outcome', 'is', null)),
      db
        .updateTable('engagement_proposal')
        .set(table.columnsIn({ settlement }))
        .where('id', '=', id)
        .compile(),
    ];
  }),
} satisfies Writers<EngagementProposalChange>;
