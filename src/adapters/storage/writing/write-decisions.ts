import type { CompiledQuery } from 'kysely';
import type { Proposal } from '../../../domain/award/proposal.ts';
import type { DecisionChange } from '../../../domain/change/decision-change.ts';
import type { Job } from '../../../domain/job.ts';
import type { Database } from '../database.ts';
import { toRecipientColumns } from '../tables/rows-awards.ts';

/** Criteria versions, proposals, refusals and jobs. */
export function makeDecisionWriter({
  db,
  capabilities,
}: Database): (change: DecisionChange) => readonly CompiledQuery[] {
  return (change) => {
    switch (change.kind) {
      case 'criteria-adopted': {
        const { criteria, by, at } = change;
        const row = {
          version: criteria.version,
          in_force_from: criteria.inForceFrom,
          document: JSON.stringify(criteria),
          adopted_at: at,
          adopted_by: by,
        };
        return [db.insertInto('criteria_version').values(row).compile()];
      }
      case 'proposals-replaced': {
        const ids = change.recipients.map((recipient) => toRecipientColumns(recipient).recipient_id);
        const gone = db.deleteFrom('proposal').where('recipient_id', 'in', capabilities.listOf(ids));
        const rows = change.proposals.map(toProposalRow);
        return [gone.compile(), ...rows.map((row) => db.insertInto('proposal').values(row).compile())];
      }
      case 'proposal-settled':
        return [db.deleteFrom('proposal').where('id', '=', change.id).compile()];
      case 'proposal-refused': {
        const { recipient, achievement, schoolYear, at, by, reason } = change.refusal;
        const row = {
          ...toRecipientColumns(recipient),
          achievement,
          school_year: schoolYear,
          refused_at: at,
          refused_by: by,
          reason,
        };
        const insert = db.insertInto('proposal_refusal').values(row);
        return [insert.onConflict((on) => on.doNothing()).compile()];
      }
      case 'job-begun':
        return [db.insertInto('job').values(toJobRow(change.job)).compile()];
      case 'job-advanced': {
        const { progress, done, finishedAt } = change.job;
        const advanced = db.updateTable('job').set({
          progress: JSON.stringify(progress),
          done,
          finished_at: finishedAt ?? null,
        });
        return [advanced.where('id', '=', change.job.id).where('claimed_by', '=', change.by).compile()];
      }
    }
  };
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
  };
}

function toJobRow(it: Job) {
  const { kind, ...command } = it.command;
  return {
    id: it.id,
    kind,
    command: JSON.stringify(command),
    progress: JSON.stringify(it.progress),
    done: it.done,
    total: it.total,
    made_by: it.madeBy,
    made_at: it.madeAt,
  };
}
