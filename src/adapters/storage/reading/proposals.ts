import { sql } from 'kysely';
import type { ProposalReader } from '../../../application/store/proposal-reader.ts';
import type { Recipient } from '../../../domain/award/award-types.ts';
import type { Proposal, ProposalFilter, ProposalSummary, Refusal } from '../../../domain/award/proposal.ts';
import type { Database } from '../database.ts';
import { fromRecipientColumns, toRecipientColumns } from '../tables/awards.ts';
import { withoutNulls } from '../tables/columns.ts';
import type { ProposalRefusalTable, ProposalTable } from '../tables/proposals.ts';
import { isPersonNamed, isSchoolNamed } from './named.ts';

/** Reads proposals and refusals. */
export function makeProposalReader(database: Database): ProposalReader {
  const { db } = database;
  return {
    readProposals: async ({ after, limit, ...filter }) => {
      const matching = proposals(database, filter).selectAll('proposal').orderBy('proposal.id').limit(limit);
      const rows = await (after === undefined
        ? matching
        : matching.where('proposal.id', '>', after)
      ).execute();
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
    readRefusals: (recipients) => readRefusals(database, recipients),
  };
}

/** `text` is searched among people and schools first, because there are fewer of them than of proposals. */
function proposals(
  database: Database,
  { achievement, departmentCode, uai, text, recipient, isClear }: ProposalFilter,
) {
  const { db } = database;
  const columns = recipient && toRecipientColumns(recipient);
  const people = db
    .selectFrom('person')
    .select('id')
    .where(isPersonNamed(database, text ?? ''));
  const schools = db
    .selectFrom('establishment')
    .select('uai')
    .where(isSchoolNamed(text ?? ''));
  return db
    .selectFrom('proposal')
    .$if(achievement !== undefined, (query) => query.where('achievement', '=', achievement ?? ''))
    .$if(departmentCode !== undefined, (query) =>
      query.where('proposal.department_code', '=', departmentCode ?? ''),
    )
    .$call((query) => (uai === undefined ? query : query.where('proposal.uai', '=', uai)))
    .$if(isClear !== undefined, (query) => query.where('to_look_at', '=', isClear ? 0 : 1))
    .$if(columns !== undefined, (query) =>
      query
        .where('proposal.recipient_kind', '=', columns?.recipient_kind ?? 'person')
        .where('proposal.recipient_id', '=', columns?.recipient_id ?? ''),
    )
    .$if(text !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('proposal.recipient_id', 'in', people), eb('proposal.uai', 'in', schools)]),
      ),
    );
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

function fromProposalRow(row: ProposalTable): Proposal {
  return withoutNulls({
    id: row.id,
    recipient: fromRecipientColumns(row),
    achievement: row.achievement,
    version: row.version,
    judgedOn: row.judged_on,
    schoolYear: row.school_year,
    uai: row.uai,
    departmentCode: row.department_code,
    summary: toSummary(row.summary),
  });
}

/** Older summaries have the member `justMet`, which holds only figures. */
function toSummary(json: string): ProposalSummary {
  const { justMet = [], ...summary } = JSON.parse(json) as ProposalSummary & {
    readonly justMet?: ProposalSummary['cautions'];
  };
  return { ...summary, cautions: summary.cautions ?? justMet };
}

function fromRefusalRow(row: ProposalRefusalTable): Refusal {
  return {
    recipient: fromRecipientColumns(row),
    achievement: row.achievement,
    schoolYear: row.school_year,
    at: row.refused_at,
    by: row.refused_by,
    reason: row.reason,
    ...(row.reopened_at && { reopened: { at: row.reopened_at, by: row.reopened_by ?? row.refused_by } }),
  };
}
