import { sql } from 'kysely';
import type { DecisionReader } from '../../../application/store/badge-readers.ts';
import type { Recipient } from '../../../domain/award/award-types.ts';
import type { Proposal, ProposalFilter, ProposalSummary, Refusal } from '../../../domain/award/proposal.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Job, JobCommand, JobProgress } from '../../../domain/job.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import type { JobTable, ProposalRefusalTable, ProposalTable } from '../tables/awards.ts';
import { optional } from '../tables/columns.ts';
import { toRecipientColumns } from '../tables/rows-awards.ts';

/** What the DANE decides on, and the long work that follows. */
export function makeDecisionReader(database: Database): DecisionReader {
  const { db } = database;
  return {
    readCriteriaVersions: async (after) => {
      const versions = db.selectFrom('criteria_version').select('document').where('version', '>', after);
      return (await versions.orderBy('version').execute()).map(({ document }) => document);
    },
    readProposals: async ({ after, limit, ...filter }) => {
      const matching = proposals(database, filter).selectAll().orderBy('id').limit(limit);
      const rows = await (after === undefined ? matching : matching.where('id', '>', after)).execute();
      return rows.map(fromProposalRow);
    },
    readProposal: async (id) => {
      const row = await db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromProposalRow(row);
    },
    countProposals: async (filter) => {
      const counted = proposals(database, filter).select((eb) => eb.fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
    readDepartments: async () => {
      const departments = db
        .selectFrom('establishment')
        .select(['department_code as code', 'department as name'])
        .distinct()
        .where('department_code', '<>', '');
      return departments.orderBy('department_code').execute();
    },
    countRecipients: async () => {
      const known = db
        .selectFrom('person_profile')
        .select('person_id')
        .where('profile', '=', 'rupn')
        .union(db.selectFrom('engagement').select('person_id'));
      const people = db.selectFrom(known.as('known')).select((eb) => eb.fn.countAll().as('count'));
      const schools = db.selectFrom('engagement').select((eb) => eb.fn.count('uai').distinct().as('count'));
      return (
        Number((await people.executeTakeFirstOrThrow()).count) +
        Number((await schools.executeTakeFirstOrThrow()).count)
      );
    },
    readRefusals: (recipients) => readRefusals(database, recipients),
    readJob: async (id) => {
      const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromJobRow(row);
    },
    readLatestJob: async (kind) => {
      const jobs = db.selectFrom('job').selectAll().where('kind', '=', kind);
      const row = await jobs.orderBy('made_at', 'desc').limit(1).executeTakeFirst();
      return row && fromJobRow(row);
    },
    readUnfinishedJobs: async (limit) => {
      const jobs = db.selectFrom('job').select('id').where('finished_at', 'is', null);
      return (await jobs.orderBy('made_at').limit(limit).execute()).map(({ id }) => id);
    },
    claimJob: async (id, { by, now, until }) => {
      const row = await db
        .updateTable('job')
        .set({ claimed_by: by, claimed_until: until })
        .where('id', '=', id)
        .where('finished_at', 'is', null)
        .where((eb) =>
          eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now), eb('claimed_by', '=', by)]),
        )
        .returningAll()
        .executeTakeFirst();
      return row && fromJobRow(row);
    },
    releaseJob: async (id, by) => {
      const released = db.updateTable('job').set({ claimed_by: null, claimed_until: null });
      await released.where('id', '=', id).where('claimed_by', '=', by).execute();
    },
  };
}

function proposals({ db }: Database, { achievement, departmentCode, uai }: ProposalFilter) {
  return db
    .selectFrom('proposal')
    .$if(achievement !== undefined, (query) => query.where('achievement', '=', achievement ?? ''))
    .$if(departmentCode !== undefined, (query) => query.where('department_code', '=', departmentCode ?? ''))
    .$if(uai !== undefined, (query) => query.where('uai', '=', uai ?? ('' as Uai)));
}

async function readRefusals(
  { db, capabilities }: Database,
  recipients: readonly Recipient[],
): Promise<readonly Refusal[]> {
  if (recipients.length === 0) return [];
  const refusals = await db
    .selectFrom('proposal_refusal')
    .innerJoin(capabilities.objectsOf(recipients.map(toRecipientColumns)).as('recipient'), (join) =>
      join
        .onRef('proposal_refusal.recipient_id', '=', sql`recipient.value ->> 'recipient_id'`)
        .onRef('proposal_refusal.recipient_kind', '=', sql`recipient.value ->> 'recipient_kind'`),
    )
    .selectAll('proposal_refusal')
    .execute();
  return refusals.map(fromRefusalRow);
}

function toRecipient(row: { recipient_kind: Recipient['kind']; recipient_id: string }): Recipient {
  return row.recipient_kind === 'person'
    ? { kind: 'person', personId: row.recipient_id as PersonId }
    : { kind: 'establishment', uai: row.recipient_id as Uai };
}

function fromProposalRow(row: ProposalTable): Proposal {
  return {
    id: row.id,
    recipient: toRecipient(row),
    achievement: row.achievement,
    version: row.version,
    judgedOn: row.judged_on,
    schoolYear: row.school_year,
    ...optional('uai', row.uai),
    ...optional('departmentCode', row.department_code),
    summary: JSON.parse(row.summary) as ProposalSummary,
  };
}

function fromRefusalRow(row: ProposalRefusalTable): Refusal {
  return {
    recipient: toRecipient(row),
    achievement: row.achievement,
    schoolYear: row.school_year,
    at: row.refused_at,
    by: row.refused_by,
    reason: row.reason,
  };
}

function fromJobRow(row: JobTable): Job {
  return {
    id: row.id,
    command: { kind: row.kind, ...(JSON.parse(row.command) as object) } as JobCommand,
    progress: JSON.parse(row.progress) as JobProgress,
    done: row.done,
    total: row.total,
    madeBy: row.made_by,
    madeAt: row.made_at,
    ...optional('finishedAt', row.finished_at),
  };
}
