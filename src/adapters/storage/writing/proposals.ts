import type { Proposal, ProposalChange } from '../../../domain/award/proposal.ts';
import { toRecipientColumns } from '../tables/awards.ts';
import { unguarded } from './guard.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

export const proposals = {
  'proposals-replaced': unguarded(({ db, capabilities }, { recipients, proposals }) => {
    const ids = recipients.map((recipient) => toRecipientColumns(recipient).recipient_id);
    const gone = db.deleteFrom('proposal').where('recipient_id', 'in', capabilities.listOf(ids));
    const rows = proposals.map(toProposalRow);
    return [gone.compile(), ...insertEach(rows, (row) => db.insertInto('proposal').values(row))];
  }),
  'proposal-settled': unguarded(({ db }, { id }) => [
    db.deleteFrom('proposal').where('id', '=', id).compile(),
  ]),
  'proposal-refused': unguarded(
    ({ db }, { refusal: { recipient, achievement, schoolYear, at, by, reason } }) => {
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
      const insert = db.insertInto('proposal_refusal').values(row);
      return [insert.onConflict((on) => on.doNothing()).compile()];
    },
  ),
  'refusal-reopened': unguarded(({ db }, { recipient, achievement, by, at }) => {
    const { recipient_kind: kind, recipient_id: id } = toRecipientColumns(recipient);
    const reopened = db
      .updateTable('proposal_refusal')
      .set({ reopened_at: at, reopened_by: by })
      .where('recipient_kind', '=', kind)
      .where('recipient_id', '=', id)
      .where('achievement', '=', achievement)
      .where('reopened_at', 'is', null);
    return [reopened.compile()];
  }),
} satisfies Writers<ProposalChange>;

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
