import type { CompiledQuery } from 'kysely';
import type { Proposal } from '../../../domain/award/proposal.ts';
import type { DecisionChange } from '../../../domain/change/decision-change.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { toRecipientColumns } from '../tables/rows-awards.ts';
import { premise } from './premise.ts';
import { makeJobWriter } from './write-jobs.ts';

/** Criteria versions, proposals and refusals; jobs have a writer of their own. */
export function makeDecisionWriter(database: Database): (change: DecisionChange) => readonly CompiledQuery[] {
  const { db, capabilities } = database;
  const jobs = makeJobWriter(database);
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
          withdrawn_at: null,
          withdrawn_by: null,
        };
        return [db.insertInto('criteria_version').values(row).compile()];
      }
      case 'criteria-withdrawn':
        return withdrawCriteria(database, change);
      case 'dane-agent-leaves':
        return keepOneAgent(database, change.personId);
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
          reopened_at: null,
          reopened_by: null,
        };
        const insert = db.insertInto('proposal_refusal').values(row);
        return [insert.onConflict((on) => on.doNothing()).compile()];
      }
      case 'refusal-reopened': {
        const { recipient_kind: kind, recipient_id: id } = toRecipientColumns(change.recipient);
        const reopened = db
          .updateTable('proposal_refusal')
          .set({ reopened_at: change.at, reopened_by: change.by })
          .where('recipient_kind', '=', kind)
          .where('recipient_id', '=', id)
          .where('achievement', '=', change.achievement)
          .where('reopened_at', 'is', null);
        return [reopened.compile()];
      }
      case 'job-begun':
      case 'job-started':
      case 'job-taken-back':
      case 'job-advanced':
        return jobs(change);
    }
  };
}

/** Where an award was judged by the version, the premise is broken; the version keeps its number and its text. */
function withdrawCriteria(
  database: Database,
  { version, by, at }: Extract<DecisionChange, { kind: 'criteria-withdrawn' }>,
): readonly CompiledQuery[] {
  const { db } = database;
  const judged = db.selectFrom('award').select('id').where('version', '=', version);
  const standing = db.selectFrom('criteria_version').select('version').where('version', '=', version);
  const unused = standing.where('withdrawn_at', 'is', null).where((eb) => eb.not(eb.exists(judged)));
  const withdrawn = db.updateTable('criteria_version').set({ withdrawn_at: at, withdrawn_by: by });
  return [premise(database, 'criteria-unused', unused), withdrawn.where('version', '=', version).compile()];
}

/** Two agents may take the profile from each other at once: each commit first writes the rows of all agents, so that the
 *  second waits for the first, and then finds its premise broken. */
function keepOneAgent(database: Database, leaving: PersonId): readonly CompiledQuery[] {
  const { db } = database;
  const agents = db.updateTable('person_profile').set({ profile: 'dane' }).where('profile', '=', 'dane');
  const others = db
    .selectFrom('person_profile')
    .select('person_id')
    .where('profile', '=', 'dane')
    .where('person_id', '<>', leaving);
  return [agents.compile(), premise(database, 'dane-agent-left', others)];
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
