import type { Proposal, ProposalChange } from '../../../domain/award/proposal.ts';
import type { Database } from '../database.ts';
import { toRecipientColumns } from '../tables/awards.ts';
import { dropProposals, noneRefused, noOtherAwards, recipientsKnown } from './decided.ts';
import { premised } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

/** Writes the queue of proposals and the refusals. A badge that was decided never comes back into the queue. */
export const proposals = {
  'proposals-replaced': premised(['choice-as-read'], (database, { recipients, proposals, awards }) => {
    const { db, capabilities } = database;
    const ids = recipients.map((recipient) => toRecipientColumns(recipient).recipient_id);
    const gone = db.deleteFrom('proposal').where('recipient_id', 'in', capabilities.listOf(ids)).compile();
    if (proposals.length === 0) return [gone];
    return [
      ...recipientsKnown(
        database,
        proposals.map(({ recipient }) => recipient),
      ),
      ...noneRefused(database, proposals),
      ...noOtherAwards(database, proposals, awards),
      gone,
      ...insertEach(proposals.map(toProposalRow), (row) => db.insertInto('proposal').values(row)),
    ];
  }),
  'proposal-refused': premised(['choice-as-read'], (database, { refusal, proposal }) => {
    const { recipient, achievement, schoolYear, at, by, reason } = refusal;
    const row = {
      ...toRecipientColumns(recipient),
      achievement,
      school_year: schoolYear,
      refused_at: at,
      refused_by: by,
      reason,
      reopened_at: null,
      reopened_by: null,
    };
    return [
      premise(database, 'choice-as-read', stillWaiting(database, proposal)),
      ...noneRefused(database, [refusal]),
      ...dropProposals(database, [refusal]),
      database.db.insertInto('proposal_refusal').values(row).compile(),
    ];
  }),
  'refusal-reopened': premised(['choice-as-read'], (database, { recipient, achievement, by, at }) => {
    const { recipient_kind: kind, recipient_id: id } = toRecipientColumns(recipient);
    const standing = database.db
      .selectFrom('proposal_refusal')
      .select('recipient_id')
      .where('recipient_kind', '=', kind)
      .where('recipient_id', '=', id)
      .where('achievement', '=', achievement)
      .where('reopened_at', 'is', null);
    const reopened = database.db
      .updateTable('proposal_refusal')
      .set({ reopened_at: at, reopened_by: by })
      .where('recipient_kind', '=', kind)
      .where('recipient_id', '=', id)
      .where('achievement', '=', achievement)
      .where('reopened_at', 'is', null);
    return [premise(database, 'choice-as-read', standing), reopened.compile()];
  }),
} satisfies Writers<ProposalChange>;

/** Finds the proposal where it still waits as it was read. A grant, a refusal or a new judgment takes it away. */
function stillWaiting({ db }: Database, { id, version, judgedOn }: Proposal) {
  return db
    .selectFrom('proposal')
    .select('id')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('judged_on', '=', judgedOn);
}

function toProposalRow(it: Proposal) {
  return {
    id: it.id,
    ...toRecipientColumns(it.recipient),
    achievement: it.achievement,
    version: it.version,
    judged_on: it.judgedOn,
    school_year: it.schoolYear,
    uai: it.uai ?? null,
    department_code: it.departmentCode ?? null,
    summary: JSON.stringify(it.summary),
    to_look_at: it.summary.cautions.length > 0 ? (1 as const) : (0 as const),
  };
}
